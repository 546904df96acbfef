package lantai.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.IntakeSettings;
import lantai.ingest.intake.Source;
import lantai.problem.Unavailable;
import lantai.storage.Staging;
import lantai.web.LantaiServer;
import lantai.web.launch.RunningArchive;
import org.junit.jupiter.api.Test;

/** Receiving when the disk has less room than must stay free. */
class FullDiskIT {
    private static final long MORE_THAN_ANY_DISK = Long.MAX_VALUE / 2;

    private final InstantSource clock = InstantSource.system();
    private final AuditTrail audit = new AuditTrail(clock);

    @Test
    void nothingIsReceivedAndNothingIsLeftBehind() throws IOException {
        var server = LantaiServer.shared();
        var staging = Staging.open(server.data().resolve("staging"));
        List<String> before = staged(staging);
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            var batches = new Batches(audit, clock);
            var desk = new IntakeDesk(
                    database.jdbi(),
                    staging,
                    batches,
                    (_, _, _) -> {},
                    audit,
                    clock,
                    new IntakeSettings(IntakeSettings.usual().largestFile(), MORE_THAN_ANY_DISK));
            var batch = database.jdbi()
                    .inTransaction(transaction -> batches.open(transaction, Optional.empty(), "样例", Source.COMMAND));
            var bytes = "Sample for which there is no room".getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> desk.receive(
                            batch.id(), Optional.empty(), "a.txt", new ByteArrayInputStream(bytes), Map.of()))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            full -> assertThat(full.problem().name()).isEqualTo("DISK_NEARLY_FULL"));
            var progress = database.jdbi().withHandle(handle -> batches.progress(handle, List.of(batch.id())));
            assertThat(progress.get(batch.id()).total()).isZero();
        }
        assertThat(staged(staging)).isEqualTo(before);
    }

    private static List<String> staged(Staging staging) {
        List<String> all = new ArrayList<>();
        staging.forEach(all::add);
        return all.stream().sorted().toList();
    }
}

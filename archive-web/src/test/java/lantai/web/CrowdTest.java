package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditChain;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.Receipt;
import lantai.ingest.intake.Source;
import lantai.record.Item;
import lantai.web.bench.InvariantChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once, and clocks that are wrong. */
class CrowdTest {
    private static final int UPLOADS = 100;

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static List<String> broken(Map<String, String> acknowledged) throws Exception {
        try (var handle = archive.doors.database.jdbi().open()) {
            // the archive of the tests has no thread that links, and gives every file of its own the same name
            link();
            return new InvariantChecker(handle.getConnection(), data)
                    .check(acknowledged).stream()
                            .filter(what -> !what.equals("received twice: 样例.txt"))
                            .toList();
        }
    }

    @Test
    void aHundredIdenticalUploadsAtOnceAreOneContentAndEachIsAcknowledged() throws Exception {
        var batch = archive.doors
                .database
                .jdbi()
                .inTransaction(transaction ->
                        archive.doors.batches.open(transaction, Optional.of(archivist), "样例", Source.COMMAND));
        var bytes = "样例·一百份一样的".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        var together = new CyclicBarrier(UPLOADS);
        var uploads = new ArrayList<Callable<Receipt>>();
        for (var number = 0; number < UPLOADS; number++) {
            // each path comes twice
            var path = "份" + number / 2 + ".txt";
            uploads.add(() -> {
                together.await();
                return archive.doors.intake.receive(
                        batch.id(), Optional.of(archivist), path, new ByteArrayInputStream(bytes), Map.of());
            });
        }
        var receipts = new ArrayList<Receipt>();
        try (var threads = Executors.newFixedThreadPool(UPLOADS)) {
            for (var upload : threads.invokeAll(uploads)) {
                receipts.add(upload.get());
            }
        }
        assertThat(receipts)
                .extracting(Receipt::fixity)
                .containsOnly(receipts.getFirst().fixity());
        assertThat(receipts).filteredOn(Receipt::again).hasSize(UPLOADS / 2);
        assertThat(receipts.stream().map(Receipt::fileId).distinct()).hasSize(UPLOADS / 2);
        archive.doors.staging.verify(receipts.getFirst().fixity());
        try (var partial = Files.list(data.resolve("staging/partial"))) {
            assertThat(partial).isEmpty();
        }
        var acknowledged = new HashMap<String, String>();
        receipts.forEach(
                receipt -> acknowledged.put(receipt.path(), receipt.fixity().sha256()));
        assertThat(broken(acknowledged)).isEmpty();
    }

    @Test
    void aClockADayAheadOrBehindLosesNothingAndBreaksNothing() throws Exception {
        var before = archive.doors.clock.instant();
        var filed = new ArrayList<Item>();
        try {
            for (var hours : new int[] {0, 24, -24, 0}) {
                archive.setTime(before.plus(Duration.ofHours(hours)));
                filed.add(archive.file(archivist, "时钟 " + hours + " " + filed.size(), 2026, "D10"));
            }
        } finally {
            archive.setTime(before);
        }
        assertThat(filed).extracting(item -> item.referenceCode().text()).doesNotHaveDuplicates();
        assertThat(filed.stream().map(Item::filedAt)).contains(before.plus(Duration.ofHours(24)));
        assertThat(broken(Map.of())).isEmpty();
    }

    @Test
    void twoNodesFiveMinutesApartReceiveIntoOneBatch() throws Exception {
        var jdbi = archive.doors.database.jdbi();
        InstantSource late = () -> archive.doors.clock.instant().minus(Duration.ofMinutes(5));
        var trail = new AuditTrail(late);
        var other = new IntakeDesk(jdbi, archive.doors.staging, new Batches(trail, late), (_, _, _) -> {}, trail, late);
        var batch = jdbi.inTransaction(
                transaction -> archive.doors.batches.open(transaction, Optional.of(archivist), "样例两台", Source.COMMAND));
        var acknowledged = new HashMap<String, String>();
        for (var number = 0; number < 20; number++) {
            var desk = number % 2 == 0 ? archive.doors.intake : other;
            var bytes = new ByteArrayInputStream(("样例 " + number / 4).getBytes(StandardCharsets.UTF_8));
            var receipt = desk.receive(batch.id(), Optional.of(archivist), "两台" + number, bytes, Map.of());
            assertThat(receipt.again()).isFalse();
            acknowledged.put(receipt.path(), receipt.fixity().sha256());
        }
        assertThat(acknowledged).hasSize(20);
        jdbi.useTransaction(transaction ->
                trail.record(transaction, Actor.SYSTEM, AuditAction.VERIFIED, new Subject("store", "late"), Map.of()));
        assertThat(broken(acknowledged)).isEmpty();
    }

    private static void link() {
        var chain = new AuditChain(archive.doors.database.jdbi());
        var linked = chain.link();
        while (linked > 0) {
            linked = chain.link();
        }
    }
}

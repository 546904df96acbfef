package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.intake.Source;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.scan.HandOverDesk;
import lantai.ingest.scan.SampleDesk;
import lantai.ingest.scan.SampleDesk.Drawn;
import lantai.ingest.scan.SampleDesk.Sample;
import lantai.ingest.scan.SampleDesk.State;
import lantai.ingest.scan.ScanDesk.Came;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples drawn of scans, hand-over and what operators scanned, on a real database. */
class SampleTest {
    private static final int PAGES = 50;
    private static final int DRAWN = 3;

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Jdbi jdbi;
    private static SignedIn operator;
    private static SignedIn checker;
    private static SampleDesk samples;
    private static HandOverDesk handOvers;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        jdbi = archive.doors.database.jdbi();
        operator = archive.person("operator", Role.ARCHIVIST);
        checker = archive.person("checker", Role.ARCHIVIST);
        samples = new SampleDesk(archive.doors.scans, archive.doors.audit, archive.doors.clock);
        handOvers = new HandOverDesk(archive.doors.scans, archive.doors.audit, archive.doors.clock);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static UUID batch(double skew) {
        var batch = jdbi.inTransaction(transaction ->
                        archive.doors.batches.open(transaction, Optional.of(operator), "样例·抽检", Source.COMMAND))
                .id();
        var name = "样例-" + batch + ".pdf";
        var measure = new PageMeasure(
                2480, 3508, 300, Mode.COLOUR, skew, 2, 4, 0, 0, 230, "0f0f0f0f0f0f0f0f".repeat(4), List.of());
        var pages = IntStream.rangeClosed(1, PAGES)
                .mapToObj(page -> new Came(page, "", Optional.of(measure), Optional.empty()))
                .toList();
        try (var bytes = new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8))) {
            var file = archive.doors
                    .intake
                    .receive(batch, Optional.of(operator), name, bytes, Map.of("operator", "样例·扫描员"))
                    .fileId();
            jdbi.useTransaction(handle -> archive.doors.scans.keep(handle, batch, file, name, pages));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return batch;
    }

    private static Sample draw(UUID batch) {
        return jdbi.inTransaction(handle -> samples.draw(handle, checker, batch));
    }

    private static List<Drawn> pages(Sample sample) {
        return jdbi.withHandle(handle -> samples.pages(handle, sample.id()));
    }

    private static Sample conclude(Sample sample, Set<Integer> faulty, boolean accept, String reason) {
        return jdbi.inTransaction(handle -> samples.conclude(handle, checker, sample, faulty, accept, reason));
    }

    @Test
    void aRefusedSampleSendsTheBatchBackUntilAnotherOneIsAccepted() {
        var batch = batch(0);
        var first = draw(batch);
        assertThat(pages(first)).as("five in a hundred of fifty, rounded up").hasSize(DRAWN);
        assertThatThrownBy(() -> draw(batch)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> conclude(first, Set.of(2), true, ""))
                .as("one of three faulty is less than the rule asks")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> conclude(first, Set.of(2), false, " ")).isInstanceOf(Malformed.class);
        var refused = conclude(first, Set.of(2), false, "第 2 张模糊");
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.faulty()).isEqualTo(1);
        assertThat(pages(refused)).extracting(Drawn::faulty).containsExactly(false, true, false);
        assertThatThrownBy(() -> jdbi.useHandle(handle -> SampleDesk.refuseSentBack(handle, List.of(batch))))
                .isInstanceOf(Refused.class);

        var second = draw(batch);
        assertThat(second.seed()).isNotEqualTo(first.seed());
        assertThat(conclude(second, Set.of(), true, "").state()).isEqualTo(State.ACCEPTED);
        jdbi.useHandle(handle -> SampleDesk.refuseSentBack(handle, List.of(batch)));
        assertThatThrownBy(() -> conclude(second, Set.of(), true, "")).isInstanceOf(Refused.class);
    }

    @Test
    void theSameSeedDrawsTheSamePages() {
        var batch = batch(0);
        var sample = draw(batch);
        var again = jdbi.inTransaction(handle -> {
            handle.execute("delete from scan_sample_page where sample_id = ?", sample.id());
            handle.execute("delete from scan_sample where id = ?", sample.id());
            return samples.draw(handle, checker, batch);
        });
        assertThat(again.seed()).isEqualTo(sample.seed());
        assertThat(pages(again))
                .extracting(Drawn::page)
                .isSorted()
                .hasSize(DRAWN)
                .doesNotHaveDuplicates();
    }

    @Test
    void aBatchIsHandedOverByOnePersonAndTakenOverByAnother() {
        var batch = batch(4.5);
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handOvers.takeOver(handle, checker, batch, "")))
                .isInstanceOf(Refused.class);
        var handed = jdbi.inTransaction(handle -> handOvers.handOver(handle, operator, batch, "样例"));
        assertThat(handed.pages()).isEqualTo(PAGES);
        assertThat(handed.read()).isEqualTo(PAGES);
        assertThat(handed.open()).isEqualTo(PAGES);
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handOvers.takeOver(handle, operator, batch, "")))
                .as("the same person")
                .isInstanceOf(Refused.class);
        var taken = jdbi.inTransaction(handle -> handOvers.takeOver(handle, checker, batch, "收齐"));
        assertThat(taken.takenBy()).contains("checker");
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> handOvers.handOver(handle, operator, batch, "")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void pagesAndFindingsAreCountedForEachOperatorAndDay() {
        batch(4.5);
        var day = LocalDate.of(2026, 11, 22);
        var counts = jdbi.withHandle(handle -> handOvers.counts(handle, day, day, Doors.ZONE));
        assertThat(counts).singleElement().satisfies(count -> {
            assertThat(count.operator()).isEqualTo("样例·扫描员");
            assertThat(count.day()).isEqualTo(day);
            assertThat(count.pages()).isEqualTo(count.files() * PAGES);
            assertThat(count.findings()).isGreaterThanOrEqualTo(PAGES);
            assertThat(count.rescans()).isZero();
        });
        var before =
                jdbi.withHandle(handle -> handOvers.counts(handle, day.minusDays(9), day.minusDays(1), Doors.ZONE));
        assertThat(before).isEmpty();
    }
}

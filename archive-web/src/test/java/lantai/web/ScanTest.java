package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.ingest.filing.Leftovers;
import lantai.ingest.intake.Source;
import lantai.ingest.pipeline.Proposing;
import lantai.ingest.propose.Field;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mark;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.ingest.scan.PageRef;
import lantai.ingest.scan.ScanCheck;
import lantai.ingest.scan.ScanDesk.Came;
import lantai.ingest.scan.ScanDesk.Tally;
import lantai.ingest.scan.ScanFinding;
import lantai.ingest.scan.ScanFinding.State;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the scans of a batch, and what people say of it, on a real database. */
class ScanTest {
    private static final PageMeasure GOOD = measure(300, 0, List.of());
    private static final PageMeasure SKEWED = measure(300, 4.5, List.of());
    private static final PageMeasure SEPARATOR = measure(300, 0, List.of(new Mark("QR_CODE", "LANTAI-SEPARATOR")));

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Jdbi jdbi;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        jdbi = archive.doors.database.jdbi();
        archivist = archive.person("scans", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static PageMeasure measure(int dpi, double skew, List<Mark> marks) {
        return new PageMeasure(
                2480, 3508, dpi, Mode.COLOUR, skew, 2, 4, 0, 0, 230, "0f0f0f0f0f0f0f0f".repeat(4), marks);
    }

    private static UUID batch() {
        return jdbi.inTransaction(transaction ->
                        archive.doors.batches.open(transaction, Optional.of(archivist), "样例", Source.COMMAND))
                .id();
    }

    private static UUID file(UUID batch, String name, Map<String, String> metadata) {
        var bytes = new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8));
        try {
            return archive.doors
                    .intake
                    .receive(batch, Optional.of(archivist), name, bytes, metadata)
                    .fileId();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Came page(int number, PageMeasure measure) {
        return new Came(number, "", Optional.of(measure), Optional.empty());
    }

    private static void keep(UUID batch, UUID file, String name, Came... pages) {
        jdbi.useTransaction(handle -> archive.doors.scans.keep(handle, batch, file, name, List.of(pages)));
    }

    private static List<ScanFinding> findings(UUID batch) {
        return jdbi.withHandle(handle -> archive.doors.scans.findings(handle, batch));
    }

    private static ScanFinding finding(Handle handle, UUID batch, ScanCheck check) {
        return archive.doors.scans.findings(handle, batch).stream()
                .filter(one -> one.check() == check)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPageThatComesInIsReadRefusedOrASeparator() {
        var batch = batch();
        var file = file(batch, "样例-a.pdf", Map.of());
        keep(
                batch,
                file,
                "样例-a.pdf",
                page(1, GOOD),
                page(2, SEPARATOR),
                page(3, SKEWED),
                new Came(4, "damaged", Optional.empty(), Optional.empty()));

        Tally tally = jdbi.withHandle(handle -> archive.doors.scans.tally(handle, batch));
        assertThat(tally).isEqualTo(new Tally(4, 2, 1, 1));
        assertThat(findings(batch))
                .extracting(ScanFinding::page, ScanFinding::check, ScanFinding::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, ScanCheck.SKEW, "4.5"),
                        org.assertj.core.groups.Tuple.tuple(4, ScanCheck.UNREAD, "damaged"));
    }

    @Test
    void whatAPersonSaidStandsWhenTheBatchIsJudgedAnew() {
        var batch = batch();
        var file = file(batch, "样例-b.pdf", Map.of());
        keep(batch, file, "样例-b.pdf", page(1, SKEWED), page(2, SKEWED));
        jdbi.useTransaction(handle -> {
            var first = finding(handle, batch, ScanCheck.SKEW);
            assertThatThrownBy(() -> archive.doors.scans.dismiss(handle, archivist, first, " "))
                    .isInstanceOf(Malformed.class);
            archive.doors.scans.dismiss(handle, archivist, first, "原件如此");
        });
        jdbi.useTransaction(handle -> archive.doors.scans.judge(handle, batch));

        assertThat(findings(batch))
                .filteredOn(one -> one.check() == ScanCheck.SKEW)
                .extracting(ScanFinding::state)
                .containsExactly(State.DISMISSED, State.OPEN);
        assertThat(findings(batch).getFirst().reason()).isEqualTo("原件如此");
        int audited = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from audit_entry where action = :action and subject_id = :batch")
                .bind("action", AuditAction.SCAN_JUDGED.name())
                .bind("batch", batch.toString())
                .mapTo(Integer.class)
                .one());
        assertThat(audited).isEqualTo(1);
        var other = batch();
        assertThatThrownBy(() -> jdbi.useHandle(handle -> archive.doors.scans.finding(
                        handle, other, findings(batch).getFirst().id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theFirstPictureOfAPageScannedAgainIsKeptUntilTheDocumentIsFiled() {
        var batch = batch();
        var old = file(batch, "样例-c.tif", Map.of());
        keep(batch, old, "样例-c.tif", page(1, SKEWED));
        var fresh = file(batch, "rescan/样例-c.tif", Map.of(PageRef.RESCAN_OF, old + "/1"));
        var document = jdbi.inTransaction(handle -> {
            handle.execute("update received_file set step = 'PROPOSED' where batch_id = ?", batch);
            var before = archive.doors.documents.add(handle, batch, Map.of(), List.of(new DocumentPage(1, old, 1, 0)));
            archive.doors.documents.proposeAgain(handle, before, List.of(new DocumentPage(1, fresh, 1, 0)), Map.of());
            archive.doors.scans.replaced(handle, new PageRef(old, 1), fresh, before.id());
            return archive.doors.documents.get(handle, before.id());
        });

        assertThat(findings(batch)).extracting(ScanFinding::state).containsExactly(State.REPLACED);
        jdbi.useTransaction(handle -> archive.doors.scans.judge(handle, batch));
        assertThat(findings(batch))
                .as("a page that was replaced is not judged again")
                .hasSize(1);
        assertThat(clear()).isZero();
        assertThat(archive.doors.staging.holds(sha256(old))).isTrue();
        file(document);
        clear();
        assertThat(archive.doors.staging.holds(sha256(old))).isFalse();
    }

    @Test
    void aCodeOfAForeignFondsIsToldAndNotTaken() throws Exception {
        var own = proposedCode("样例-own.png", "J057-WS·2025-D30-BGS-0012");
        assertThat(own.value()).isEqualTo("J057-WS·2025-D30-BGS-0012");
        assertThat(own.foreign()).isEmpty();

        var foreign = proposedCode("样例-foreign.png", "K123-WS·2025-D30-BGS-0012");
        assertThat(foreign.value()).isEmpty();
        assertThat(foreign.foreign()).contains("K123-WS·2025-D30-BGS-0012");
        assertThat(foreign.confirmedAs("J057-WS·2025-D30-BGS-0013").foreign()).isEmpty();
    }

    private static FieldValue proposedCode(String name, String printed) throws Exception {
        var file = file(batch(), name, Map.of());
        var measured = archive.doors.work.measureFile(file, 1);
        Files.createDirectories(measured.getParent());
        Files.write(
                measured, new ObjectMapper().writeValueAsBytes(measure(300, 0, List.of(new Mark("QR_CODE", printed)))));
        var proposing =
                new Proposing(archive.doors.rules, archive.doors.particulars, archive.doors.work, archive.doors.files);
        return jdbi.withHandle(handle -> proposing.propose(handle, List.of(new DocumentPage(1, file, 1, 0))))
                .fields()
                .getOrDefault(Field.REFERENCE_CODE, new FieldValue("none", false, List.of()));
    }

    private static int clear() {
        return new Leftovers(jdbi, archive.doors.staging, archive.doors.store, archive.doors.work, archive.doors.clock)
                .clear(100);
    }

    private static String sha256(UUID file) {
        return jdbi.withHandle(handle -> handle.createQuery("select sha256 from received_file where id = :id")
                .bind("id", file)
                .mapTo(String.class)
                .one());
    }

    private static void file(Document document) {
        jdbi.useTransaction(
                handle -> archive.doors.documents.change(handle, document, document.fields(), DocumentState.FILED));
    }
}

package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.ingest.intake.Source;
import lantai.ingest.pipeline.Proposing;
import lantai.ingest.pipeline.SeparatedFiles;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mark;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.scan.ScanDesk.Came;
import lantai.ingest.scan.ScanDesk.Tally;
import lantai.ingest.scan.ScanRule;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single files between separator sheets, on a real database. */
class SeparatedFilesTest {
    private static final PageMeasure PAPER = measure(List.of());
    private static final PageMeasure SEPARATOR = measure(List.of(new Mark("QR_CODE", "LANTAI-SEPARATOR")));

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Jdbi jdbi;
    private static SignedIn archivist;
    private static SeparatedFiles separated;

    private UUID batch;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        jdbi = archive.doors.database.jdbi();
        archivist = archive.person("scans", Role.ARCHIVIST);
        var doors = archive.doors;
        separated = new SeparatedFiles(
                doors.scans,
                doors.documents,
                new Proposing(doors.rules, doors.particulars, doors.work, doors.files),
                new AuditTrail(doors.clock));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @BeforeEach
    void begin() {
        rule(true);
        batch = jdbi.inTransaction(transaction ->
                        archive.doors.batches.open(transaction, Optional.of(archivist), "样例", Source.COMMAND))
                .id();
    }

    private static void rule(boolean join) {
        var content = ScanRule.SHIPPED.replaceFirst("\\{", "{\"join\": " + join + ", ");
        jdbi.useTransaction(handle -> archive.doors.policies.seed(handle, ScanRule.POLICY, content));
    }

    private static PageMeasure measure(List<Mark> marks) {
        return new PageMeasure(2480, 3508, 300, Mode.COLOUR, 0, 2, 4, 0, 0, 230, "0f".repeat(32), marks);
    }

    private UUID received(String name) {
        try {
            return archive.doors
                    .intake
                    .receive(
                            batch,
                            Optional.of(archivist),
                            name,
                            new ByteArrayInputStream((batch + name).getBytes(StandardCharsets.UTF_8)),
                            Map.of())
                    .fileId();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As the readers leave a file whose pages were scanned. */
    private UUID scan(String name, int pages) {
        var file = received(name);
        var came = new ArrayList<Came>();
        var ofDocument = new ArrayList<DocumentPage>();
        for (var page = 1; page <= pages; page++) {
            came.add(new Came(page, "", Optional.of(PAPER), Optional.empty()));
            ofDocument.add(new DocumentPage(page, file, page, 0));
        }
        jdbi.useTransaction(handle -> {
            archive.doors.scans.keep(handle, batch, file, name, came);
            handle.execute("update received_file set step = 'PROPOSED' where id = ?", file);
            archive.doors.documents.add(handle, batch, Map.of(), ofDocument);
        });
        return file;
    }

    private UUID separator(String name) {
        var file = received(name);
        jdbi.useTransaction(handle -> {
            archive.doors.scans.keep(
                    handle, batch, file, name, List.of(new Came(1, "", Optional.of(SEPARATOR), Optional.empty())));
            handle.execute("update received_file set step = 'CANCELLED', reason = 'separator' where id = ?", file);
        });
        return file;
    }

    private void join() {
        jdbi.useTransaction(handle -> separated.join(handle, batch));
    }

    private List<Document> documents() {
        return jdbi
                .withHandle(handle -> archive.doors.documents.all(
                        handle,
                        archive.doors.documents.queue(handle, Optional.of(batch), DocumentState.PROPOSED, 0, 100)))
                .stream()
                .sorted(Comparator.comparingInt(Document::position))
                .toList();
    }

    private List<List<UUID>> filesOfDocuments() {
        return documents().stream()
                .map(document ->
                        document.pages().stream().map(DocumentPage::fileId).toList())
                .toList();
    }

    @Test
    void whatLiesBetweenSeparatorsBecomesOneDocumentInNaturalOrder() {
        var ten = scan("甲/10.jpg", 1);
        var two = scan("甲/2.jpg", 1);
        var one = scan("甲/1.jpg", 1);
        separator("甲/11.jpg");
        var twelve = scan("甲/12.jpg", 1);
        separator("甲/13.jpg");
        var fourteen = scan("甲/14.jpg", 1);
        var fifteen = scan("甲/15.jpg", 1);
        var loose = scan("乙/1.jpg", 1);
        var alone = scan("乙/2.jpg", 1);

        join();

        assertThat(filesOfDocuments())
                .containsExactlyInAnyOrder(
                        List.of(one, two, ten),
                        List.of(twelve),
                        List.of(fourteen, fifteen),
                        List.of(loose),
                        List.of(alone));
        assertThat(documents().stream()
                        .filter(document -> document.pages().size() == 3)
                        .flatMap(document -> document.pages().stream())
                        .map(DocumentPage::ordinal))
                .containsExactly(1, 2, 3);
        Tally tally = jdbi.withHandle(handle -> archive.doors.scans.tally(handle, batch));
        assertThat(tally).isEqualTo(new Tally(10, 8, 0, 2));
        join();
        assertThat(documents()).as("a second time changes nothing").hasSize(5);
    }

    @Test
    void nothingIsPutTogetherUnlessTheRuleSaysSo() {
        rule(false);
        scan("1.jpg", 1);
        scan("2.jpg", 1);
        separator("3.jpg");

        join();

        assertThat(documents()).hasSize(2);
        assertThat(ScanRule.parse(ScanRule.SHIPPED).join())
                .as("off as it comes")
                .isFalse();
    }

    @Test
    void aFileOfSeveralPagesStaysAloneAndParts() {
        var one = scan("1.jpg", 1);
        var two = scan("2.jpg", 1);
        var many = scan("3.tif", 2);
        var four = scan("4.jpg", 1);
        var five = scan("5.jpg", 1);
        separator("6.jpg");

        join();

        assertThat(filesOfDocuments()).containsExactly(List.of(one, two), List.of(many, many), List.of(four, five));
    }

    @Test
    void whatComesLateTakesItsPlaceUntilAPersonHasHadAHandInIt() {
        separator("0.jpg");
        var one = scan("1.jpg", 1);
        var three = scan("3.jpg", 1);
        join();
        var two = scan("2.jpg", 1);
        join();
        assertThat(filesOfDocuments()).containsExactly(List.of(one, two, three));

        var whole = documents().getFirst();
        jdbi.useTransaction(handle -> archive.doors.review.split(handle, archivist, whole.id(), whole.version(), 3));
        assertThat(filesOfDocuments()).containsExactly(List.of(one, two), List.of(three));
        var four = scan("4.jpg", 1);
        join();
        assertThat(filesOfDocuments())
                .as("what a person parted stays parted")
                .containsExactly(List.of(one, two), List.of(three), List.of(four));

        jdbi.useTransaction(handle -> archive.doors.review.undo(handle, archivist, batch));
        assertThat(filesOfDocuments()).containsExactly(List.of(one, two, three), List.of(four));
    }
}

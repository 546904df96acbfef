package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.correction.CorrectionDesk;
import lantai.ingest.correction.CorrectionDesk.Deed;
import lantai.ingest.correction.Sheet;
import lantai.ingest.correction.Shown;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.ingest.words.WordKind;
import lantai.ocr.Alto;
import lantai.ocr.Box;
import lantai.ocr.Decision;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.ocr.Variant;
import lantai.policy.RuleContent;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.search.SearchQuery;
import lantai.storage.FixityDigest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The correction desk, down to objects and index: older texts and masters stay, and nothing written is lost. */
class CorrectionTest {
    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static SignedIn archivist;
    private static SignedIn colleague;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        archivist = archive.person("archivist", Role.ARCHIVIST);
        colleague = archive.person("colleague", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static CorrectionDesk desk() {
        return archive.doors.corrections;
    }

    private static Sheet sheet(Shown shown) {
        return archive.doors.database.jdbi().withHandle(handle -> desk().sheet(handle, shown));
    }

    private static Sheet write(SignedIn who, Shown shown, int line, String was, String written) {
        return archive.doors
                .database
                .jdbi()
                .inTransaction(transaction -> desk().write(transaction, who, shown, new Deed(line, was, written)));
    }

    private static CorrectionDesk.Finished finish(SignedIn who, Shown shown) {
        return archive.doors.database.jdbi().inTransaction(transaction -> desk().finish(transaction, who, shown));
    }

    /** A line whose character at one place was read without certainty. */
    private static TextLine line(String text, int doubtful, String variant, int row) {
        List<Glyph> glyphs = new ArrayList<>();
        for (var i = 0; i < text.length(); i++) {
            var box = new Box(100 + 40 * i, 100 + 80 * row, 140 + 40 * i, 140 + 80 * row);
            glyphs.add(
                    i == doubtful
                            ? new Glyph(text.substring(i, i + 1), box, 0.5, List.of(new Variant(variant, 0.4)))
                            : new Glyph(text.substring(i, i + 1), box, 1));
        }
        var around = new Box(100, 100 + 80 * row, 100 + 40 * text.length(), 140 + 80 * row);
        return new TextLine(Quad.of(around), text, 0.9, glyphs, row);
    }

    private static PageText page(String name) {
        return new PageText(
                1000,
                1400,
                150,
                0,
                List.of(line("样例市医疔机构" + name, 3, "疗", 0), line("合计壹佰园整", 4, "圆", 1)),
                "pp-ocr",
                "0a1b");
    }

    /** A document under review with one page that was read. */
    private static Document underReview(String name) throws IOException {
        var jdbi = archive.doors.database.jdbi();
        var batch = jdbi.inTransaction(
                transaction -> archive.doors.batches.open(transaction, Optional.of(archivist), "样例", Source.COMMAND));
        var bytes = new ByteArrayInputStream(("picture " + name).getBytes(StandardCharsets.UTF_8));
        var receipt = archive.doors.intake.receive(batch.id(), Optional.of(archivist), name + ".png", bytes, Map.of());
        Files.createDirectories(archive.doors.work.of(receipt.fileId()));
        try (var out = Files.newOutputStream(archive.doors.work.alto(receipt.fileId(), 1))) {
            Alto.write(page(name), out);
        }
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        Map.of(Field.CATEGORY, "YW", Field.RETENTION, "D30", Field.YEAR, "2025", Field.TITLE, "样例·" + name)
                .forEach((field, value) -> fields.put(field, new FieldValue(value, true, List.of())));
        return jdbi.inTransaction(transaction -> {
            transaction.createUpdate("""
                            update received_file set step = 'PROPOSED', mime = 'image/png', puid = '',
                                format_name = 'png' where id = :id
                            """).bind("id", receipt.fileId()).execute();
            return archive.doors.documents.add(
                    transaction, batch.id(), fields, List.of(new DocumentPage(1, receipt.fileId(), 1, 0)));
        });
    }

    private static Item filed(Document document) throws IOException {
        var jdbi = archive.doors.database.jdbi();
        jdbi.useTransaction(transaction -> {
            var now = archive.doors.documents.get(transaction, document.id());
            archive.doors.documents.change(transaction, now, now.fields(), DocumentState.ACCEPTED);
            archive.doors.filing.file(transaction, archivist, List.of(document.id()), archive.doors.rules.kinds());
            transaction.execute("delete from scheduled_tasks");
        });
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document.id());
        return jdbi.withHandle(handle -> archive.doors.items.get(handle, document.id()));
    }

    private static PageText alto(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Alto.read(in);
        }
    }

    @Test
    void aFinishedPageIsAVersionOfTheObjectAndTheOlderTextAndTheMasterStay() throws Exception {
        var item = filed(underReview("甲"));
        var page = new Shown.Filed(item.id(), 1);
        assertThat(sheet(page).doubts()).isEqualTo(2);
        assertThat(write(archivist, page, 0, "样例市医疔机构甲", "样例市医疗机构甲").doubts()).isEqualTo(1);
        write(archivist, page, 1, "合计壹佰园整", "合计壹佰园整");
        var before = archive.doors.store.file(item.objectId(), "text/page-0001.alto.xml");
        assertThat(alto(before).lines().getFirst().text()).isEqualTo("样例市医疔机构甲");

        assertThat(finish(archivist, page)).isEqualTo(new CorrectionDesk.Finished(2, 2, 1));

        var store = archive.doors.store;
        var after = alto(store.file(item.objectId(), "text/page-0001.alto.xml"));
        assertThat(after.lines().getFirst().text()).isEqualTo("样例市医疗机构甲");
        assertThat(after.lines().getFirst().decision())
                .containsInstanceOf(Decision.ByPerson.class)
                .map(Decision::before)
                .contains("样例市医疔机构甲");
        assertThat(alto(before).lines().getFirst().text()).as("the older text").isEqualTo("样例市医疔机构甲");
        var component = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.items.components(handle, item.id()))
                .getFirst();
        assertThat(FixityDigest.of(store.file(item.objectId(), component.path())))
                .isEqualTo(component.fixity());
        assertThat(store.validate(item.objectId())).isEmpty();
        assertThat(Files.readString(store.file(item.objectId(), "premis.xml"))).contains("text corrected by archivist");
        assertThat(sheet(page).doubts())
                .as("what a person has found right is in doubt no more")
                .isZero();
        assertThat(archive.doors
                        .database
                        .jdbi()
                        .withHandle(handle -> archive.doors.items.get(handle, item.id()))
                        .objectVersion())
                .isEqualTo(2);
    }

    @Test
    void theIndexKnowsACorrectedWordWithinASecond() throws Exception {
        var item = filed(underReview("乙丙丁戊"));
        var page = new Shown.Filed(item.id(), 1);
        write(archivist, page, 0, "样例市医疔机构乙丙丁戊", "样例市医疗机构骐骥骅骝");
        var start = System.nanoTime();
        finish(archivist, page);
        while (!finds("骐骥骅骝", item.id())) {
            assertThat(System.nanoTime() - start).as("a second").isLessThan(1_000_000_000L);
            Thread.onSpinWait();
        }
    }

    private static boolean finds(String words, UUID item) {
        var found = archive.doors.search.search(SearchQuery.of(words), Viewer.visibility(archivist));
        return found.hits().stream().anyMatch(hit -> hit.id().equals(item) && !hit.tolerant());
    }

    @Test
    void whatIsWrittenStaysUntilItIsFinishedOrTakenBack() throws Exception {
        var page = new Shown.UnderReview(underReview("己").id(), 1);
        write(archivist, page, 0, "样例市医疔机构己", "样例市医疗机构己");
        write(archivist, page, 1, "合计壹佰园整", "合计壹佰圆整");
        assertThat(sheet(page).written()).hasSize(2);
        assertThatThrownBy(() -> write(colleague, page, 1, "合计壹佰园整", "合计壹佰元整"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("WRITTEN_BY_ANOTHER");
        var back = archive.doors
                .database
                .jdbi()
                .inTransaction(transaction -> desk().takeBack(transaction, archivist, page));
        assertThat(back.line()).isEqualTo(1);
        assertThat(sheet(page).written()).extracting(line -> line.line()).containsExactly(0);
        assertThat(sheet(page).text().lines().getFirst().text())
                .as("nobody's page changes before it is finished")
                .isEqualTo("样例市医疔机构己");
    }

    @Test
    void nothingIsFiledWhileCorrectedLinesWaitToBeWritten() throws Exception {
        var document = underReview("癸");
        var page = new Shown.UnderReview(document.id(), 1);
        write(archivist, page, 0, "样例市医疔机构癸", "样例市医疗机构癸");
        assertThatThrownBy(() -> filed(document)).isInstanceOf(Refused.class).hasMessageContaining("CORRECTIONS_OPEN");
        finish(archivist, page);
        assertThat(filed(document).objectVersion()).isPositive();
    }

    @Test
    void aPageUnderReviewIsFiledWithItsCorrectionAndWithWhatWasRead() throws Exception {
        var document = underReview("庚");
        var page = new Shown.UnderReview(document.id(), 1);
        write(archivist, page, 0, "样例市医疔机构庚", "样例市医疗机构庚");
        assertThat(finish(archivist, page).changed()).isEqualTo(1);
        boolean ordered = archive.doors
                .database
                .jdbi()
                .withHandle(handle -> archive.doors.jobs.isOpen(handle, JobKind.PROPOSE_DOCUMENT, document.id()));
        assertThat(ordered).as("proposals are made anew of the corrected text").isTrue();
        var item = filed(document);
        var store = archive.doors.store;
        assertThat(alto(store.file(item.objectId(), "text/page-0001.alto.xml")).text())
                .contains("医疗机构");
        assertThat(alto(store.file(item.objectId(), "as-read/page-0001.alto.xml"))
                        .text())
                .contains("医疔机构");
        assertThat(Files.readString(store.file(item.objectId(), "premis.xml"))).contains("text corrected by archivist");
        assertThatThrownBy(() -> sheet(page)).isInstanceOf(Refused.class).hasMessageContaining("NOT_UNDER_REVIEW");
    }

    @Test
    void aLineThatSaysSomethingElseByNowIsNotOverwritten() throws Exception {
        var page = new Shown.Filed(filed(underReview("辛")).id(), 1);
        assertThatThrownBy(() -> write(archivist, page, 0, "别的文字", "样例"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThatThrownBy(() -> write(archivist, page, 0, "样例市医疔机构辛", "字".repeat(501)))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> finish(archivist, page))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("NOTHING");
    }

    @Test
    void aCorrectedWordIsOfferedAndTakenIntoADraftByAPerson() throws Exception {
        var page = new Shown.Filed(filed(underReview("壬")).id(), 1);
        write(archivist, page, 0, "样例市医疔机构壬", "样例市医疗机构壬癸");
        finish(archivist, page);
        var jdbi = archive.doors.database.jdbi();
        var proposal = jdbi.withHandle(archive.doors.wordDesk::open).stream()
                .filter(one -> one.word().endsWith("壬癸"))
                .findFirst()
                .orElseThrow();
        assertThat(proposal.was()).isEqualTo("样例市医疔机构壬");
        var rule = archive.person("ruler", Role.ARCHIVIST);
        var draft = jdbi.inTransaction(transaction ->
                archive.doors.wordDesk.adopt(transaction, rule, proposal.id(), "医疗机构壬癸", WordKind.HOSPITAL));
        assertThat(RuleContent.parse(draft.content()).json()).contains("医疗机构壬癸");
        assertThat(jdbi.withHandle(archive.doors.words::rule).words())
                .as("the dictionary in force waits for approval")
                .noneMatch(word -> word.word().equals("医疗机构壬癸"));
        assertThat(jdbi.withHandle(archive.doors.wordDesk::open))
                .noneMatch(one -> one.id().equals(proposal.id()));
    }
}

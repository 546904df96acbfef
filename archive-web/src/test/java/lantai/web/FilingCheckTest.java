package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.check.CheckDesk;
import lantai.check.Outcome;
import lantai.check.Report;
import lantai.check.Stage;
import lantai.check.Target;
import lantai.check.Verdict;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.propose.Field;
import lantai.ingest.reader.Reading;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.photo.PhotoWords;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.CodeGaps;
import lantai.record.Item;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The light check on the way into the archive: it lets whole records through and sends broken ones back with the reason. */
class FilingCheckTest {
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

    private static <T> T with(Function<Handle, T> question) {
        return archive.doors.database.jdbi().inTransaction(question::apply);
    }

    private static Report report(UUID item) {
        return with(handle -> archive.doors.checks.reports().ofItem(handle, item))
                .orElseThrow();
    }

    @Test
    void eachRecordIsCheckedBeforeItIsFiled() {
        var item = archive.file(archivist, "样例·轻检", 2025, "D30");
        var report = report(item.id());
        assertThat(report.stage()).isEqualTo(Stage.FILING);
        assertThat(report.kind()).isEqualTo(Target.Kind.ITEM);
        assertThat(report.title()).isEqualTo(item.referenceCode().text());
        var content = with(handle -> archive.doors.checks.reports().content(handle, report.id()));
        assertThat(content.failures()).isEmpty();
        assertThat(content.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(content.count(Outcome.PASSED)).isGreaterThanOrEqualTo(18);
        assertThat(content.lines())
                .filteredOn(line -> line.rule().equals("3-4"))
                .singleElement()
                .satisfies(line -> assertThat(line.result()).isEqualTo(Outcome.NOT_RUN));
        assertThat(content.unit()).isEqualTo("样例·医疗保障事务中心");
    }

    @Test
    void aRecordThatMustNotBeFiledGoesBackWithTheReason() throws IOException {
        var document = handedOver("application/x-dosexec");
        var code = with(handle -> archive.doors.documents.get(handle, document))
                .referenceCode()
                .orElseThrow();
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document);

        var back = with(handle -> archive.doors.documents.get(handle, document));
        assertThat(back.state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(back.referenceCode()).isEmpty();
        Optional<Item> item = with(handle -> archive.doors.items.find(handle, document));
        assertThat(item).isEmpty();
        assertThat(archive.doors.store.holds(Item.objectIdOf(document))).isFalse();
        String why = with(handle -> archive.doors.checks.reports().stopped(handle, document));
        assertThat(why).contains("坏.txt", "application/x-dosexec", "不在允许的清单中");
        assertThat(report(document).verdict()).isEqualTo(Verdict.FAILED);
        List<CodeGaps.Gap> gaps =
                with(handle -> archive.doors.gaps.gaps(handle, code.replaceFirst("\\d+$", ""), 0, 100));
        assertThat(gaps).anySatisfy(gap -> {
            assertThat(gap.kind()).contains(CodeGaps.Kind.WITHDRAWN);
            assertThat(gap.reason()).contains("GD-3-3");
        });

        sql("update received_file set mime = 'text/plain' where path = '坏.txt'");
        with(handle -> {
            archive.doors.documents.change(handle, back, back.fields(), DocumentState.ACCEPTED);
            return archive.doors.filing.file(handle, archivist, List.of(document), archive.doors.rules.kinds());
        });
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document);
        var filed = with(handle -> archive.doors.items.get(handle, document));
        assertThat(filed.referenceCode().text()).isNotEqualTo(code);
        assertThat(report(document).verdict()).isEqualTo(Verdict.PASSED);
        String still = with(handle -> archive.doors.checks.reports().stopped(handle, document));
        assertThat(still).isEmpty();
    }

    @Test
    void whatIsTakenBackBeforeItIsWrittenGoesToTheDeskAndItsNumberIsNeverUsedAgain() throws IOException {
        var document = handedOver(
                "text/plain",
                Map.of(Field.CATEGORY, "YW", Field.RETENTION, "D30", Field.YEAR, "2025", Field.TITLE, "样例·取回的"));
        var code = with(handle -> archive.doors.documents.get(handle, document))
                .referenceCode()
                .orElseThrow();
        assertThatThrownBy(() -> takeBack(document, " "))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        failure -> assertThat(failure.problem().name()).isEqualTo("REASON_MISSING"));
        takeBack(document, "样例·交错了批次");
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document);

        var back = with(handle -> archive.doors.documents.get(handle, document));
        assertThat(back.state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(back.referenceCode()).isEmpty();
        Optional<Item> item = with(handle -> archive.doors.items.find(handle, document));
        assertThat(item).isEmpty();
        List<CodeGaps.Gap> gaps =
                with(handle -> archive.doors.gaps.gaps(handle, code.replaceFirst("\\d+$", ""), 0, 100));
        assertThat(gaps).anySatisfy(gap -> assertThat(gap.reason()).isEqualTo("样例·交错了批次"));

        with(handle -> {
            archive.doors.documents.change(handle, back, back.fields(), DocumentState.ACCEPTED);
            return archive.doors.filing.file(handle, archivist, List.of(document), archive.doors.rules.kinds());
        });
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document);
        assertThat(with(handle -> archive.doors.items.get(handle, document))
                        .referenceCode()
                        .text())
                .isNotEqualTo(code);
        assertThatThrownBy(() -> takeBack(document, "样例·太迟"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        failure -> assertThat(failure.problem().name()).isEqualTo("NOT_BEING_FILED"));
    }

    private static void takeBack(UUID document, String reason) {
        archive.doors
                .database
                .jdbi()
                .useTransaction(handle -> archive.doors.filing.takeBack(handle, archivist, document, reason));
    }

    @Test
    void aPaperOfABuildingProjectHasTheProjectInItsNumberAndPassesTheCheck() throws IOException {
        var document = handedOver(
                "text/plain",
                Map.of(
                        Field.CATEGORY, "KJ",
                        Field.KIND, "building-project",
                        Field.PROJECT, "001",
                        Field.RETENTION, "Y",
                        Field.YEAR, "2025",
                        Field.TITLE, "样例·档案库房竣工图"));
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(document);
        var filed = with(handle -> archive.doors.items.get(handle, document));
        assertThat(filed.referenceCode().text()).isEqualTo("J057-KJ·JJ·001-Y-0001");
        assertThat(report(document).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void photosOutOfOneFolderAreOneGroupAndTheirObjectsTellOfIt() throws IOException {
        var first = photo("b1/进社区/DSC_0412.txt", "样例·现场咨询", "");
        var batch = with(handle -> archive.doors.documents.get(handle, first)).batchId();
        archive.doors.handlers.get(JobKind.FILE_DOCUMENT).run(first);
        var filed = with(handle -> archive.doors.items.get(handle, first));
        assertThat(filed.referenceCode().text()).isEqualTo("J057-ZP·2025-Y-0001-0001");
        assertThat(report(first).verdict()).isEqualTo(Verdict.PASSED);
        var group = with(handle -> archive.doors.photos.of(handle, first)).orElseThrow();
        assertThat(group.words().title()).isEqualTo("进社区");
        assertThat(metadata(filed).path("group").path("referenceCode").asText()).isEqualTo(group.code());

        var joining = photo("别处/DSC_0001.txt", "样例·补交的一张", group.code());
        assertThat(with(handle -> archive.doors.documents.get(handle, joining)).referenceCode())
                .contains("J057-ZP·2025-Y-0001-0002");
        var another = photo("b1/进社区/DSC_0500.txt", "样例·另一批", "");
        assertThat(with(handle -> archive.doors.documents.get(handle, another)).batchId())
                .isNotEqualTo(batch);
        assertThat(with(handle -> archive.doors.documents.get(handle, another)).referenceCode())
                .contains("J057-ZP·2025-Y-0002-0001");

        var words = new PhotoWords("医保政策进社区", "样例·九月宣传月", "", "样例社区");
        archive.doors
                .database
                .jdbi()
                .useTransaction(
                        handle -> archive.doors.photoDesk.describe(handle, archivist, group.id(), 1, words, "按方案改"));
        archive.doors.handlers.get(JobKind.DESCRIBE_ITEM).run(first);
        var told =
                metadata(with(handle -> archive.doors.items.get(handle, first))).path("group");
        assertThat(told.path("title").asText()).isEqualTo("医保政策进社区");
        assertThat(told.path("theme").asText()).isEqualTo("样例·九月宣传月");
        assertThat(told.has("photographer")).isFalse();
    }

    private static JsonNode metadata(Item item) throws IOException {
        return new ObjectMapper()
                .readTree(archive.doors
                        .store
                        .file(item.objectId(), "metadata.json")
                        .toFile());
    }

    private static UUID photo(String path, String title, String group) throws IOException {
        return handedOver(
                "text/plain",
                path,
                Map.of(
                        Field.CATEGORY, "ZP",
                        Field.KIND, "photo",
                        Field.RETENTION, "Y",
                        Field.YEAR, "2025",
                        Field.TITLE, title,
                        Field.PHOTO_GROUP, group));
    }

    /** A document whose file is of this type, on its way into the archive. */
    private static UUID handedOver(String mime) throws IOException {
        return handedOver(
                mime, Map.of(Field.CATEGORY, "YW", Field.RETENTION, "D30", Field.YEAR, "2025", Field.TITLE, "样例·坏文件"));
    }

    private static UUID handedOver(String mime, Map<Field, String> values) throws IOException {
        return handedOver(mime, "坏.txt", values);
    }

    private static UUID handedOver(String mime, String path, Map<Field, String> values) throws IOException {
        var batch = with(handle -> archive.doors.batches.open(handle, Optional.of(archivist), "样例", Source.COMMAND));
        var receipt = archive.doors.intake.receive(
                batch.id(),
                Optional.of(archivist),
                path,
                new ByteArrayInputStream(("样例·坏" + path).getBytes(StandardCharsets.UTF_8)),
                Map.of());
        Files.writeString(
                Files.createDirectories(archive.doors.work.of(receipt.fileId())).resolve(Reading.TEXT), "样例");
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        values.forEach((field, value) -> fields.put(field, new FieldValue(value, true, List.of())));
        return with(handle -> {
            handle.execute(
                    "update received_file set step = 'PROPOSED', mime = ?, puid = '', format_name = 'x' where id = ?",
                    mime,
                    receipt.fileId());
            var document = archive.doors.documents.add(
                    handle, batch.id(), fields, List.of(new DocumentPage(1, receipt.fileId(), 0, 0)));
            archive.doors.documents.change(handle, document, fields, DocumentState.ACCEPTED);
            archive.doors.filing.file(handle, archivist, List.of(document.id()), archive.doors.rules.kinds());
            handle.execute("delete from scheduled_tasks");
            return document.id();
        });
    }

    private static void sql(String statement) {
        archive.doors.database.jdbi().useTransaction(handle -> handle.execute(statement));
    }

    @Test
    void aRunThatWasForgottenIsOrderedAgain() {
        archive.file(archivist, "样例·忘了", 2025, "D30");
        var run = with(handle -> archive.doors.checks.order(
                handle,
                archivist,
                new CheckDesk.Order(
                        Stage.LONG_TERM,
                        Target.part("J057", "", Optional.empty(), 1),
                        "样例",
                        lantai.check.CheckRun.Declared.NOTHING)));
        assertThat((boolean) with(handle -> archive.doors.jobs.isOpen(handle, JobKind.CHECK_RUN, run.id())))
                .isTrue();
        sql("delete from scheduled_tasks");
        with(handle -> archive.doors.jobs.orderForgotten(handle));
        assertThat((boolean) with(handle -> archive.doors.jobs.isOpen(handle, JobKind.CHECK_RUN, run.id())))
                .isTrue();
    }
}

package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.intake.Pace;
import lantai.ingest.intake.Source;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobRunner;
import lantai.ingest.job.Priority;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.KindRules;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentPage;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.FieldValue;
import lantai.ingest.review.MaterialDesk;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.Privacy;
import lantai.web.problem.ProblemText;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the review desk and of the work before it, on a real database. */
class ReviewRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Jdbi jdbi;
    private static SignedIn one;
    private static SignedIn other;
    private static int number;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        jdbi = archive.doors.database.jdbi();
        one = archive.person("first", Role.ARCHIVIST);
        other = archive.person("second", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    @BeforeEach
    void noon() {
        archive.setTime(NOON);
        jdbi.useHandle(handle -> handle.execute("delete from scheduled_tasks"));
    }

    @Test
    void nobodyUndoesWhatAnotherHasChangedSince() {
        var batch = batch();
        var document = document(batch, read(Field.TITLE, "参保登记表"));
        var rules = archive.doors.rules.kinds();
        var mine = jdbi.inTransaction(handle -> archive.doors.review.correct(
                handle, one, document.id(), document.version(), Map.of(Field.TITLE, "登记表（我改的）"), rules));
        var theirs = jdbi.inTransaction(handle -> archive.doors.review.correct(
                handle, other, document.id(), mine.version(), Map.of(Field.TITLE, "登记表（他改的）"), rules));
        assertThatThrownBy(() -> jdbi.inTransaction(handle -> archive.doors.review.undo(handle, one, batch)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CHANGED_SINCE")
                .hasMessageContaining("样例·second");
        assertThat(get(document).value(Field.TITLE)).isEqualTo("登记表（他改的）");
        assertThat(get(document).version()).isEqualTo(theirs.version());

        jdbi.useTransaction(handle -> archive.doors.review.undo(handle, other, batch));
        assertThat(get(document).value(Field.TITLE)).isEqualTo("登记表（我改的）");
        jdbi.useTransaction(handle -> archive.doors.review.undo(handle, one, batch));
        assertThat(get(document).value(Field.TITLE)).isEqualTo("参保登记表");
    }

    @Test
    void joinedPapersThatContradictEachOtherAreDoubtfulAlsoAfterTheyAreReadAgain() throws IOException {
        var batch = batch();
        var first = document(batch, read(Field.DATE, "2025-03-12"), read(Field.TITLE, "参保登记表"));
        document(batch, read(Field.DATE, "2024-06-03"), read(Field.TITLE, "手工报销审核单"));
        jdbi.useTransaction(handle -> archive.doors.review.mergeWithNext(handle, one, first.id(), first.version()));
        archive.doors.handlers.get(JobKind.PROPOSE_DOCUMENT).run(first.id());
        var date = get(first).fields().get(Field.DATE);
        assertThat(date.contested()).isTrue();
        assertThat(date.confidence()).isLessThan(0.85);
        assertThat(date.candidates()).extracting(Suggestion::value).containsExactly("2025-03-12", "2024-06-03");
        jdbi.useTransaction(handle -> archive.doors.review.undo(handle, one, batch));
        assertThat(get(first).fields().get(Field.DATE).contested()).isFalse();
    }

    @Test
    void whatBelongsToAMatterIsToldWhileItIsUnderReview() {
        var batch = batch();
        var claim = document(
                batch,
                read(Field.KIND, "claim-reimbursement"),
                read(Field.PERSON_NAME, "样例·甲"),
                read(Field.TITLE, "报销申请"));
        var bill = document(
                batch, read(Field.KIND, "medical-bill"), read(Field.PERSON_NAME, "样例·甲"), read(Field.TITLE, "样例医院"));
        document(
                batch,
                read(Field.KIND, "discharge-summary"),
                read(Field.PERSON_NAME, "样例·乙"),
                read(Field.TITLE, "处方或检查单"));
        document(batch, read(Field.KIND, "minutes"), read(Field.TITLE, "会议纪要"));
        var desk = new MaterialDesk(archive.doors.documents, archive.doors.files);
        var matters = jdbi.withHandle(handle ->
                desk.matters(handle, batch, archive.doors.scheme.scheme(handle), archive.doors.rules.kinds()));
        assertThat(matters).hasSize(1);
        var matter = matters.getFirst();
        assertThat(matter.link()).as("a kind that serves two links").isEqualTo("YB 4.3/4.4");
        assertThat(matter.person()).isEqualTo("样例·甲");
        var there = matter.lines().stream()
                .filter(line -> line.there().isPresent())
                .collect(java.util.stream.Collectors.toMap(
                        line -> line.material().name(), line -> line.there().orElseThrow()));
        assertThat(there).containsEntry("收费票据", bill.id()).containsEntry("住院费用报销申请表", claim.id());
        assertThat(there).as("another person's paper").doesNotContainKeys("处方或检查单", "出院小结");
        assertThat(matter.lines().stream()
                        .filter(line -> line.material().required())
                        .map(line -> line.material().name()))
                .as("what both links ask for")
                .containsExactly("收费票据");
        assertThat(matter.missing()).isZero();
    }

    @Test
    void aMatterOfOneLinkLacksWhatItsChecklistAsksFor() {
        var batch = batch();
        document(batch, read(Field.KIND, "unit-enrolment"), read(Field.TITLE, "样例单位登记"));
        var desk = new MaterialDesk(archive.doors.documents, archive.doors.files);
        var matter = jdbi.withHandle(handle ->
                        desk.matters(handle, batch, archive.doors.scheme.scheme(handle), archive.doors.rules.kinds()))
                .getFirst();
        assertThat(matter.lines().stream()
                        .filter(MaterialDesk.Line::isMissing)
                        .map(line -> line.material().name()))
                .contains("营业执照或批准成立文件", "法定代表人身份证件")
                .doesNotContain("单位参保登记表");
    }

    @Test
    void everyMaterialOfTheShippedChecklistIsMetByItsKindsOrSaysThatItHasNone() {
        var scheme = jdbi.withHandle(archive.doors.scheme::scheme);
        var kinds = archive.doors.rules.kinds();
        assertThat(scheme.materials()).hasSizeGreaterThan(60).allSatisfy(material -> {
            assertThat(material.kinds()).allSatisfy(kind -> {
                assertThat(kinds.kind(kind)).as(kind).isPresent();
                assertThat(material.isMet(kind, "")).isTrue();
            });
            if (material.kinds().isEmpty()) {
                assertThat(material.main())
                        .as("a main form is a kind: " + material.name())
                        .isFalse();
                assertThat(material.synonyms()).as(material.name()).isNotEmpty();
            }
        });
        var list = scheme.checklist("YB 4.3").stream()
                .filter(material -> material.name().equals("费用总清单"))
                .findFirst()
                .orElseThrow();
        assertThat(list.isMet("fee-list", "样例医院")).as("by its kind").isTrue();
        assertThat(list.isMet("", "住院费用明细清单.pdf")).as("by another name").isTrue();
        assertThat(list.isMet("medical-bill", "样例票据")).isFalse();
    }

    @Test
    void aPrintedDayThatDoesNotExistIsNotAccepted() {
        var batch = batch();
        var document = complete(batch, read(Field.DATE, "2024年2月30日"));
        assertThatThrownBy(() -> accept(document, Map.of()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("NO_SUCH_DAY")
                .hasMessageContaining("2024年2月30日");
        assertThat(get(document).state()).isEqualTo(DocumentState.PROPOSED);
        accept(document, Map.of(Field.DATE, "2024-02-29"));
        assertThat(get(document).value(Field.DATE)).isEqualTo("2024-02-29");
    }

    @Test
    void somebodyResponsibleWhoWasExpectedAndNotFoundIsAskedFor() {
        var batch = batch();
        var expected = new FieldValue(
                "", false, List.of(new Suggestion(Field.RESPONSIBLE, "", "", 0, Optional.empty(), "none")));
        var missed = complete(batch, expected);
        var whole = complete(batch);
        assertThat(missed.missed(Field.RESPONSIBLE)).isTrue();
        List<UUID> clear = jdbi.withHandle(handle -> archive.doors.documents.clear(handle, Optional.of(batch)));
        assertThat(clear).containsExactly(whole.id());
        assertThat(accept(missed, Map.of(Field.RESPONSIBLE, "样例中心")).value(Field.RESPONSIBLE))
                .isEqualTo("样例中心");
        assertThat(get(missed).missed(Field.RESPONSIBLE)).isFalse();
    }

    private static Document complete(UUID batch, FieldValue... more) {
        var fields = new ArrayList<>(List.of(
                read(Field.CATEGORY, "YW"),
                read(Field.TITLE, "参保登记表"),
                read(Field.YEAR, "2024"),
                read(Field.RETENTION, "D100")));
        fields.addAll(List.of(more));
        return document(batch, fields.toArray(FieldValue[]::new));
    }

    private static Document accept(Document document, Map<Field, String> typed) {
        return jdbi.inTransaction(handle -> archive.doors.review.accept(
                handle, one, document.id(), document.version(), typed, archive.doors.rules.kinds()));
    }

    @Test
    void anOrderThatComesWhileTheJobIsEndingIsDoneOnceMore() throws InterruptedException {
        var subject = UUID.randomUUID();
        var runs = new AtomicInteger();
        var twice = new CountDownLatch(2);
        var looked = new CountDownLatch(1);
        var ordered = new CountDownLatch(1);
        try (var runner = new JobRunner(
                archive.doors.database.dataSource(),
                Map.of(JobKind.READ_DOCUMENT, _ -> {
                    if (runs.incrementAndGet() == 1) {
                        looked.countDown();
                        await(ordered);
                    }
                    twice.countDown();
                }),
                1)) {
            runner.start();
            jdbi.useTransaction(
                    handle -> archive.doors.jobs.order(handle, JobKind.READ_DOCUMENT, subject, Priority.INTERACTIVE));
            await(looked);
            jdbi.useTransaction(
                    handle -> archive.doors.jobs.order(handle, JobKind.READ_DOCUMENT, subject, Priority.INTERACTIVE));
            ordered.countDown();
            await(twice);
        }
        assertThat(runs).hasValue(2);
        boolean open = jdbi.withHandle(handle -> archive.doors.jobs.isOpen(handle, JobKind.READ_DOCUMENT, subject));
        assertThat(open).isFalse();
    }

    @Test
    void aBatchIsQueuedUntilItsFirstFileIsTakenAndTellsNoTimeBeforeThereIsEvidence() {
        var batch = batch();
        var files = java.util.stream.IntStream.range(0, 60)
                .mapToObj(_ -> file(batch))
                .toList();
        assertThat(isBegun(batch)).isFalse();
        jdbi.useTransaction(handle -> archive.doors.files.begin(handle, files.getFirst()));
        assertThat(isBegun(batch)).isTrue();
        archive.setTime(NOON.plusSeconds(20));
        assertThat(remaining(batch)).isEmpty();

        var told = new java.util.ArrayList<Duration>();
        for (var done = 0; done < 20; done++) {
            var id = files.get(done);
            archive.setTime(NOON.plusSeconds(10L * done));
            jdbi.useTransaction(handle -> archive.doors.files.begin(handle, id));
            archive.setTime(NOON.plusSeconds(10L * done + 10));
            jdbi.useTransaction(handle -> handle.createUpdate(
                            "update received_file set step = 'PROPOSED', page_count = 1, pages_read = 1, changed_at = :now where id = :id")
                    .bind("id", id)
                    .bind("now", archive.doors.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                    .execute());
            remaining(batch).ifPresent(told::add);
        }
        assertThat(told).hasSize(18);
        for (var i = 0; i < told.size(); i++) {
            assertThat(told.get(i).toSeconds())
                    .as("after " + (i + 3) + " files")
                    .isBetween(10L * (57 - i) * 8 / 10, 10L * (57 - i) * 12 / 10);
        }
    }

    @Test
    void oneRejectedPartOfAFileIsAsideAloneAndCanBeTakenUpAgain() {
        var batch = batch();
        var file = file(batch);
        var first = document(batch, file, 1, read(Field.TITLE, "第一份"));
        var second = document(batch, file, 2, read(Field.TITLE, "第二份"));
        jdbi.useTransaction(handle -> archive.doors.review.reject(handle, one, second.id(), second.version(), "缺页"));
        assertThat(step(file)).isEqualTo("PROPOSED");
        assertThat(get(first).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(aside()).containsExactly(second.id());
        jdbi.useTransaction(handle -> archive.doors.review.takeUp(handle, other, second.id()));
        assertThat(get(second).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(aside()).isEmpty();

        var again = get(second);
        jdbi.useTransaction(handle -> archive.doors.review.reject(handle, one, again.id(), again.version(), "缺页"));
        jdbi.useTransaction(handle -> archive.doors.review.reject(handle, one, first.id(), first.version(), "缺页"));
        assertThat(step(file)).as("nothing of it goes on").isEqualTo("QUARANTINED");
        assertThat(aside()).isEmpty();
        jdbi.useTransaction(handle -> archive.doors.review.undo(handle, one, batch));
        assertThat(step(file)).isEqualTo("PROPOSED");
        assertThat(get(first).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(aside()).containsExactly(second.id());
    }

    @Test
    void aStateSecretIsNeverAcceptedUntilTheMarkIsCalledMisread() {
        var batch = batch();
        var fields = new ArrayList<>(List.of(complete()));
        fields.add(read(Field.SECRECY_MARK, "机密★10年"));
        var secret = document(batch, fields.toArray(FieldValue[]::new));
        List<UUID> clear = jdbi.withHandle(handle -> archive.doors.documents.clear(handle, Optional.of(batch)));
        assertThat(clear).isEmpty();
        var rules = KindRules.standard();
        assertThatThrownBy(() -> jdbi.useTransaction(handle ->
                        archive.doors.review.accept(handle, one, secret.id(), secret.version(), Map.of(), rules)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().name()).isEqualTo("STATE_SECRET"));
        assertThat(get(secret).state()).isEqualTo(DocumentState.PROPOSED);
        jdbi.useTransaction(handle -> archive.doors.review.correct(
                handle, one, secret.id(), secret.version(), Map.of(Field.SECRECY_MARK, ""), rules));
        var cleared = get(secret);
        assertThatThrownBy(() -> jdbi.useTransaction(handle ->
                        archive.doors.review.accept(handle, one, cleared.id(), cleared.version(), Map.of(), rules)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().name()).isEqualTo("SECRET_ALONE"));
        jdbi.useTransaction(
                handle -> archive.doors.review.accept(handle, other, cleared.id(), cleared.version(), Map.of(), rules));
        assertThat(get(secret).state()).isEqualTo(DocumentState.ACCEPTED);
    }

    @Test
    void aMarkIsNotLostByEmptyingItBeforehandOrByJoiningPapers() {
        var rules = KindRules.standard();
        var batch = batch();
        var plain = document(batch, complete());
        var fields = new ArrayList<>(List.of(complete()));
        fields.add(read(Field.SECRECY_MARK, "机密★10年"));
        document(batch, fields.toArray(FieldValue[]::new));
        jdbi.useTransaction(handle -> archive.doors.review.correct(
                handle, one, plain.id(), plain.version(), Map.of(Field.SECRECY_MARK, ""), rules));
        var emptied = get(plain);
        assertThat(emptied.fields()).doesNotContainKey(Field.SECRECY_MARK);
        jdbi.useTransaction(handle -> archive.doors.review.mergeWithNext(handle, one, emptied.id(), emptied.version()));
        assertThat(get(plain).value(Field.SECRECY_MARK)).isEqualTo("机密★10年");

        var other = batch();
        var first = document(other, fields.toArray(FieldValue[]::new));
        document(other, fields.toArray(FieldValue[]::new));
        jdbi.useTransaction(handle -> archive.doors.review.correct(
                handle, one, first.id(), first.version(), Map.of(Field.SECRECY_MARK, ""), rules));
        var cleared = get(first);
        assertThat(cleared.value(Field.SECRECY_MARK)).isEmpty();
        jdbi.useTransaction(handle -> archive.doors.review.mergeWithNext(handle, one, cleared.id(), cleared.version()));
        assertThat(get(first).value(Field.SECRECY_MARK)).isEqualTo("机密★10年");
    }

    @Test
    void whatIsRefusedIsToldWithItsFieldValueAndRule() {
        var document = document(batch(), complete());
        var told = Map.of(
                Field.DATE, List.of("2025-13-45", "日期|公历", "2025-13-45"),
                Field.PERSON_ID, List.of("990101197811110566", "身份证号", "GB 11643，待本单位确认"),
                Field.CATEGORY, List.of("医案", "门类", "“分类方案”第 1 版"),
                Field.KIND, List.of("nope", "文种", "“文种与识别规则”第 1 版"),
                Field.RETENTION, List.of("三十载", "保管期限", "“保管期限表”第 1 版"),
                Field.REFERENCE_CODE, List.of("三号", "原有档号", "DA/T 13-2022"),
                Field.YEAR, List.of("一九", "年度", "本系统的录入要求"));
        told.forEach((field, words) -> assertThatThrownBy(() ->
                        jdbi.useTransaction(handle -> archive.doors.review.correct(
                                handle,
                                one,
                                document.id(),
                                document.version(),
                                Map.of(field, words.getFirst()),
                                archive.doors.rules.kinds())))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused -> assertThat(ProblemText.of(Text.in(Language.CHINESE), refused))
                                .contains(words.getFirst(), words.getLast())
                                .containsAnyOf(words.get(1).split("\\|"))
                                .doesNotContain("{", "[")));
        var bare =
                document(batch(), read(Field.CATEGORY, "YW"), read(Field.YEAR, "2025"), read(Field.RETENTION, "D30"));
        assertThatThrownBy(() -> accept(bare, Map.of()))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused -> assertThat(ProblemText.of(Text.in(Language.CHINESE), refused))
                                .isEqualTo("“题名”没有填，必须填。请先填好。依据：“著录项目”第 1 版。"));
    }

    @Test
    void whatIsProposedIsCheckedLikeWhatIsTyped() {
        var rules = KindRules.standard();
        for (var wrong : List.of(
                read(Field.PERSON_ID, "990101197811110566"),
                read(Field.KIND, "nope"),
                read(Field.DATE, "3024-01-01"))) {
            var fields = new ArrayList<>(List.of(complete()));
            fields.add(wrong);
            var document = document(batch(), fields.toArray(FieldValue[]::new));
            var field = wrong.candidates().getFirst().field();
            assertThatThrownBy(() -> jdbi.useTransaction(handle -> archive.doors.review.accept(
                            handle, one, document.id(), document.version(), Map.of(), rules)))
                    .isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> jdbi.useTransaction(handle -> archive.doors.review.correct(
                            handle, one, document.id(), document.version(), Map.of(field, wrong.value()), rules)))
                    .isInstanceOf(Malformed.class);
            assertThat(get(document).state()).isEqualTo(DocumentState.PROPOSED);
        }
    }

    @Test
    void whatNeedsNobodysEyeIsAcceptedTogetherAndUndoneTogether() {
        var batch = batch();
        var clear = document(batch, complete());
        var second = document(batch, complete());
        var doubtful = document(batch, complete());
        jdbi.useTransaction(handle -> {
            var fields = new java.util.EnumMap<Field, FieldValue>(doubtful.fields());
            fields.put(
                    Field.DATE,
                    new FieldValue(
                            "2025-03-12",
                            false,
                            List.of(new Suggestion(
                                    Field.DATE, "2025-03-12", "", 0.6, Optional.empty(), "label-inline"))));
            archive.doors.documents.change(handle, doubtful, fields, DocumentState.PROPOSED);
        });
        var incomplete = document(batch, read(Field.TITLE, "没有年度"));
        var ids = jdbi.withHandle(handle -> archive.doors.documents.clear(handle, Optional.of(batch)));
        assertThat(ids).containsExactly(clear.id(), second.id());

        var all = List.of(clear.id(), doubtful.id(), incomplete.id());
        var accepted =
                jdbi.inTransaction(handle -> archive.doors.review.acceptClear(handle, one, all, Optional.empty()));
        assertThat(accepted.ids()).containsExactly(clear.id());
        jdbi.useTransaction(handle ->
                archive.doors.review.acceptClear(handle, one, List.of(second.id()), Optional.of(accepted.deed())));
        assertThat(get(clear).state()).isEqualTo(DocumentState.ACCEPTED);
        assertThat(get(second).state()).isEqualTo(DocumentState.ACCEPTED);
        var back = jdbi.inTransaction(handle -> archive.doors.review.undo(handle, one, batch));
        assertThat(back).extracting(Document::id).containsExactlyInAnyOrder(clear.id(), second.id());
        assertThat(get(clear).state()).isEqualTo(DocumentState.PROPOSED);
        assertThat(get(second).fields().get(Field.TITLE).confirmed()).isFalse();
    }

    @Test
    void aLaterJudgementOnPersonalDataIsWrittenIntoTheObjectAsANewVersion() throws IOException {
        var item = archive.file(one, "判定样例", 2025, "D30");
        var describe = archive.doors.handlers.get(JobKind.DESCRIBE_ITEM);
        assertThat(metadata(item.objectId())).contains("\"personal\" : true");
        jdbi.useTransaction(handle -> archive.doors.items.judged(handle, item.id(), new Privacy(false, 0)));
        describe.run(item.id());
        assertThat(metadata(item.objectId())).contains("\"personal\" : false");
        var before = archive.doors.store.version(item.objectId());

        archive.doors.privacy.judgeFiled();
        assertThat(ordered(item.id())).isTrue();
        describe.run(item.id());
        assertThat(metadata(item.objectId())).contains("\"personal\" : true");
        assertThat(archive.doors.store.version(item.objectId())).isEqualTo(before + 1);
    }

    private static String metadata(String object) throws IOException {
        return Files.readString(archive.doors.store.file(object, "metadata.json"));
    }

    private static boolean ordered(UUID item) {
        return jdbi.withHandle(handle -> archive.doors.jobs.isOpen(handle, JobKind.DESCRIBE_ITEM, item));
    }

    private static FieldValue[] complete() {
        return new FieldValue[] {
            read(Field.CATEGORY, "YW"),
            read(Field.TITLE, "参保登记表"),
            read(Field.YEAR, "2025"),
            read(Field.RETENTION, "D30")
        };
    }

    private static String step(UUID file) {
        return jdbi.withHandle(handle -> archive.doors.files.get(handle, file))
                .step()
                .name();
    }

    private static List<UUID> aside() {
        return jdbi.withHandle(handle -> archive.doors.documents.partsAside(handle, 0, 10));
    }

    private static Optional<Duration> remaining(UUID batch) {
        return Optional.ofNullable(
                jdbi.withHandle(handle -> new Pace(archive.doors.clock).remaining(handle, List.of(batch)))
                        .get(batch));
    }

    private static boolean isBegun(UUID batch) {
        return jdbi.withHandle(handle -> archive.doors.batches.progress(handle, List.of(batch)))
                .get(batch)
                .begun();
    }

    private static UUID batch() {
        return jdbi.inTransaction(handle -> archive.doors.batches.open(handle, Optional.of(one), "样例", Source.COMMAND))
                .id();
    }

    private static UUID file(UUID batch) {
        var name = "样例" + ++number + ".txt";
        var bytes = new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8));
        try {
            return archive.doors
                    .intake
                    .receive(batch, Optional.of(one), name, bytes, Map.of())
                    .fileId();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Document document(UUID batch, FieldValue... fields) {
        return document(batch, file(batch), 1, fields);
    }

    private static Document document(UUID batch, UUID file, int page, FieldValue... fields) {
        var all = new java.util.EnumMap<Field, FieldValue>(Field.class);
        for (var field : fields) {
            all.put(field.candidates().getFirst().field(), field);
        }
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update received_file set step = 'PROPOSED' where id = :id")
                    .bind("id", file)
                    .execute();
            return archive.doors.documents.add(handle, batch, all, List.of(new DocumentPage(1, file, page, 0)));
        });
    }

    private static FieldValue read(Field field, String value) {
        return new FieldValue(
                value, false, List.of(new Suggestion(field, value, value, 0.95, Optional.empty(), "label-inline")));
    }

    private static Document get(Document document) {
        return jdbi.withHandle(handle -> archive.doors.documents.get(handle, document.id()));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}

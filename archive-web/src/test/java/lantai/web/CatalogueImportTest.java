package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.access.Visibility;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.ingest.catalogue.CatalogueDesk;
import lantai.ingest.catalogue.CatalogueField;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.CatalogueRow;
import lantai.ingest.catalogue.CatalogueWork;
import lantai.ingest.catalogue.Finding;
import lantai.ingest.catalogue.ImportState;
import lantai.ingest.catalogue.Mapping;
import lantai.ingest.catalogue.RowState;
import lantai.ingest.reader.ReaderSettings;
import lantai.ingest.reader.Readers;
import lantai.person.IdNumber;
import lantai.person.InsuredPerson;
import lantai.policy.Ground;
import lantai.policy.HeldTo;
import lantai.problem.Refused;
import lantai.record.CodeGaps;
import lantai.record.Item;
import lantai.record.ReferenceCode;
import lantai.record.ReferenceCodes;
import lantai.search.SearchQuery;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue from outside, from the file to the entry and back, with a real database, objects, index and reader. */
class CatalogueImportTest {
    private static final String HEAD = "档号,题名,责任者,文号,成文日期,保管期限,页数,姓名,身份证号码,密级\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Readers readers;
    private static CatalogueDesk desk;
    private static CatalogueWork work;
    private static SignedIn archivist;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        readers = new Readers(
                ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), data.resolve("temporary")));
        desk = archive.doors.catalogues.desk();
        work = archive.doors.catalogues.work(readers);
        archivist = archive.person("archivist", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        readers.close();
        archive.close();
    }

    private static UUID received(String name, byte[] bytes) {
        try {
            var id = desk.receive(archivist, name, new ByteArrayInputStream(bytes));
            work.run(id);
            return id;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static UUID checked(String table) {
        var id = received("样例.csv", table.getBytes(StandardCharsets.UTF_8));
        check(id);
        return id;
    }

    private static void check(UUID id) {
        in(handle -> desk.check(handle, archivist, id));
        run(id);
    }

    private static void apply(UUID id) {
        in(handle -> desk.apply(handle, archivist, id));
        run(id);
    }

    private static void run(UUID id) {
        try {
            work.run(id);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void in(java.util.function.Consumer<org.jdbi.v3.core.Handle> deed) {
        archive.doors.database.jdbi().useTransaction(deed::accept);
    }

    private static <T> T with(java.util.function.Function<org.jdbi.v3.core.Handle, T> question) {
        return archive.doors.database.jdbi().withHandle(question::apply);
    }

    private static CatalogueImport get(UUID id) {
        return with(handle -> desk.imports().get(handle, id));
    }

    private static Optional<Item> item(String code) {
        return with(handle -> archive.doors.items.find(handle, new ReferenceCode(code)));
    }

    private static List<Tuple> findings(UUID id) {
        return with(handle -> desk.rows().findings(handle, id, 0, 100)).stream()
                .map(finding -> Tuple.tuple(
                        finding.row(), finding.field(), finding.problem().replaceFirst("^.*\\.", "")))
                .toList();
    }

    private static String row(int number, String year) {
        return "J057-WS·%s-D30-%04d,样例·通知 %d,样例局,样例〔%s〕%d号,%s-03-01,30年,2,,,\n"
                .formatted(year, number, number, year, number, year);
    }

    private static String rows(int many, String year) {
        return HEAD
                + IntStream.rangeClosed(1, many)
                        .mapToObj(number -> row(number, year))
                        .collect(Collectors.joining());
    }

    @Test
    void entriesBecomeVisibleAllAtOnceAndOnlyWhenTheyAreTakenOver() throws IOException {
        var id = checked(rows(3, "2011"));
        assertThat(get(id).state()).isEqualTo(ImportState.CHECKED);
        assertThat(get(id).counts()).isEqualTo(Map.of("NEW", 3));
        assertThat(item("J057-WS·2011-D30-0002")).isEmpty();
        apply(id);
        assertThat(get(id).state()).isEqualTo(ImportState.APPLIED);
        var entry = item("J057-WS·2011-D30-0002").orElseThrow();
        assertThat(entry.title()).isEqualTo("样例·通知 2");
        assertThat(entry.documentNumber()).isEqualTo("样例〔2011〕2号");
        assertThat(entry.dated()).map(Object::toString).contains("2011-03-01");
        assertThat(entry.retention().code()).isEqualTo("D30");
        assertThat(entry.isPersonal()).as("what was not read is personal").isTrue();
        assertThat(entry.objectVersion()).isZero();
        assertThat(archive.doors.catalogues.objects().write(100)).isGreaterThanOrEqualTo(3);
        var written = item("J057-WS·2011-D30-0002").orElseThrow();
        assertThat(written.objectVersion()).isEqualTo(1);
        assertThat(archive.doors.store.validate(written.objectId())).isEmpty();
        assertThat(Files.readString(archive.doors.store.file(written.objectId(), "metadata.json")))
                .contains("\"cataloguedPages\" : 2", "样例·通知 2");
        assertThat(Files.exists(data.resolve(Catalogues.FOLDER).resolve(id.toString())))
                .isFalse();
        assertThat(next("J057-WS·2011-D30-")).isEqualTo(4);
        awaitFound("样例〔2011〕3号", "J057-WS·2011-D30-0003");
    }

    private static int next(String scope) {
        return with(handle -> new ReferenceCodes().last(handle, scope)) + 1;
    }

    private static void awaitFound(String question, String code) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (archive.doors.search.search(SearchQuery.of(question), new Visibility.All()).hits().stream()
                .noneMatch(hit -> hit.referenceCode().equals(code))) {
            assertThat(System.nanoTime()).as("the index has it in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void importsAreGivenUpTogetherAndThoseThatWaitTooLongByThemselves() {
        var one = received("样例甲.csv", (HEAD + "J057-WS·2012-D30-0201,样例,,,,,,,,\n").getBytes(StandardCharsets.UTF_8));
        var two = received("样例乙.csv", (HEAD + "J057-WS·2012-D30-0202,样例,,,,,,,,\n").getBytes(StandardCharsets.UTF_8));
        var old = received("样例丙.csv", (HEAD + "J057-WS·2012-D30-0203,样例,,,,,,,,\n").getBytes(StandardCharsets.UTF_8));
        check(two);
        int cancelled = with(handle -> desk.cancel(handle, archivist, List.of(one, two, one)));
        assertThat(cancelled).isEqualTo(2);
        assertThat(get(one).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(get(two).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(left(two)).isZero();
        int again = with(handle -> desk.cancel(handle, archivist, List.of(one)));
        assertThat(again).as("what is given up is not given up again").isZero();

        in(handle -> handle.execute(
                "update catalogue_import set changed_at = changed_at - interval '89 days' where id = ?", old));
        assertThat(desk.expire()).isZero();
        in(handle -> handle.execute(
                "update catalogue_import set changed_at = changed_at - interval '2 days' where id = ?", old));
        assertThat(desk.expire()).isEqualTo(1);
        assertThat(get(old).state()).isEqualTo(ImportState.CANCELLED);
        List.of(one, two, old).forEach(CatalogueImportTest::run);
    }

    @Test
    void aSecrecyMarkIsRefusedInWhicheverCellItStandsAndWordsThatSoundLikeOneAreNot() {
        var table = """
                档号,题名,备注,存放处,密级
                J057-WS·2012-D30-0101,样例·方案（秘密）,,,
                J057-WS·2012-D30-0102,样例,附件一份系机密件,,
                J057-WS·2012-D30-0103,样例,,绝密柜,
                J057-WS·2012-D30-0104,样例,,,秘密级
                J057-WS·2012-D30-0105,样例·保守秘密教育的通知,商业秘密保护,,公开
                """;
        var id = received("样例密.csv", table.getBytes(StandardCharsets.UTF_8));
        check(id);
        assertThat(findings(id))
                .containsExactlyInAnyOrder(
                        Tuple.tuple(2, CatalogueField.TITLE, "STATE_SECRET"),
                        Tuple.tuple(3, CatalogueField.NOTE, "STATE_SECRET"),
                        Tuple.tuple(4, CatalogueField.SECRECY, "STATE_SECRET"),
                        Tuple.tuple(5, CatalogueField.SECRECY, "STATE_SECRET"));
        List<Finding> second = with(handle -> desk.rows().findings(handle, id, 0, 1));
        assertThat(second).extracting(Finding::value).containsExactly("样例·方案（秘密）");
        assertThatThrownBy(() -> apply(id)).isInstanceOf(Refused.class).hasMessageContaining("FINDINGS_OPEN");
        in(handle -> desk.cancel(handle, archivist, id));
        run(id);
    }

    @Test
    void everyFaultNamesItsRowAndFieldAndNothingIsTakenOver() {
        var table = HEAD + """
                J057-WS•2012-D30-0001,样例·点不对也认,样例局,,2012年3月1日,30年,2,,,
                三号,样例,,,,,,,,
                J057-WS·2012-D30-0003,,,,2012-02-30,30年,,,,
                J057-WS·2012-D30-0004,样例,,,,永久,,,,
                J057-WS·2012-D30-0001,样例,,,,,,,,
                J057-WS·2012-D30-0006,样例,,,,,,样例·李,990101199001010001,
                J057-WS·2012-D30-0007,样例,,,,,,,,机密★10年
                Q999-WS·2012-D30-0008,样例,,,,,,,,
                J057-QQ·2012-D30-0009,样例,,,,,,,,
                J057-WS·2012-D30-0010,样例,,,,十年,二页,,,
                """;
        var id = received("样例.csv", table.getBytes(GB18030));
        assertThat(get(id).table().charset()).isEqualTo("GB18030");
        check(id);
        assertThat(findings(id))
                .containsExactlyInAnyOrder(
                        Tuple.tuple(3, CatalogueField.REFERENCE_CODE, "CODE_MALFORMED"),
                        Tuple.tuple(4, CatalogueField.TITLE, "FIELD_MISSING"),
                        Tuple.tuple(4, CatalogueField.DATE, "DATE_IMPOSSIBLE"),
                        Tuple.tuple(5, CatalogueField.RETENTION, "CODE_SAYS_OTHERWISE"),
                        Tuple.tuple(6, CatalogueField.REFERENCE_CODE, "CODE_TWICE"),
                        Tuple.tuple(7, CatalogueField.PERSON_ID, "ID_NUMBER_WRONG"),
                        Tuple.tuple(8, CatalogueField.SECRECY, "STATE_SECRET"),
                        Tuple.tuple(9, CatalogueField.REFERENCE_CODE, "FONDS_UNKNOWN"),
                        Tuple.tuple(10, CatalogueField.REFERENCE_CODE, "CLASS_UNKNOWN"),
                        Tuple.tuple(11, CatalogueField.RETENTION, "RETENTION_UNKNOWN"),
                        Tuple.tuple(11, CatalogueField.PAGES, "PAGES_NOT_A_NUMBER"));
        assertThat(get(id).rows(RowState.NEW)).isEqualTo(1);
        assertThat(get(id).rows(RowState.FAULTY)).isEqualTo(9);
        List<Finding> sixth = with(handle -> desk.rows().findings(handle, id, 6, 1));
        assertThat(sixth).extracting(Finding::value).as("the number is masked").containsExactly("9901************01");
        assertThatThrownBy(() -> apply(id)).isInstanceOf(Refused.class).hasMessageContaining("FINDINGS_OPEN");
        in(handle -> desk.cancel(handle, archivist, id));
        run(id);
        assertThat(item("J057-WS·2012-D30-0001")).isEmpty();
        assertThat(left(id)).isZero();
        assertThat(Files.exists(data.resolve(Catalogues.FOLDER).resolve(id.toString())))
                .isFalse();
    }

    @Test
    void allThatIsWrongWithARowIsToldAtOnceWithColumnValueAndRule() {
        var before = checked(HEAD + row(1, "2010"));
        apply(before);
        in(handle -> desk.undo(handle, archivist, before, "样例"));
        run(before);
        in(handle -> handle.execute(
                "update code_gap set kind = 'WITHDRAWN' where reference_code = ?", "J057-WS·2010-D30-0001"));
        var table = HEAD + """
                三号,样例,,,2025-13-45,三十载,二页,样例·李,990101199001010001,
                J057-WS·2010-D30-0001,,,,2025-13-45,30年,,,990101199001010001,
                """;
        var id = received("样例.csv", table.getBytes(StandardCharsets.UTF_8));
        List<CatalogueDesk.Preview> previews = with(handle -> desk.preview(handle, get(id), 10));
        assertThat(desk.records(get(id))).isEqualTo(2);
        check(id);
        assertThat(findings(id))
                .containsExactlyInAnyOrder(
                        Tuple.tuple(2, CatalogueField.REFERENCE_CODE, "CODE_MALFORMED"),
                        Tuple.tuple(2, CatalogueField.DATE, "DATE_IMPOSSIBLE"),
                        Tuple.tuple(2, CatalogueField.RETENTION, "RETENTION_UNKNOWN"),
                        Tuple.tuple(2, CatalogueField.PAGES, "PAGES_NOT_A_NUMBER"),
                        Tuple.tuple(2, CatalogueField.PERSON_ID, "ID_NUMBER_WRONG"),
                        Tuple.tuple(3, CatalogueField.REFERENCE_CODE, "CODE_USED_BEFORE"),
                        Tuple.tuple(3, CatalogueField.TITLE, "FIELD_MISSING"),
                        Tuple.tuple(3, CatalogueField.DATE, "DATE_IMPOSSIBLE"),
                        Tuple.tuple(3, CatalogueField.PERSON_ID, "ID_NUMBER_WRONG"),
                        Tuple.tuple(3, CatalogueField.PERSON_ID, "ID_WITHOUT_NAME"));
        List<Finding> all = with(handle -> desk.rows().findings(handle, id, 0, 100));
        assertThat(previews.stream().flatMap(one -> one.findings().stream()))
                .as("the preview judges like the check")
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(all).allSatisfy(finding -> assertThat(finding.column()).isPositive());
        assertThat(all.stream().filter(one -> one.field() == CatalogueField.DATE))
                .extracting(Finding::column, Finding::value, one -> one.rule().ground())
                .containsOnly(Tuple.tuple(5, "2025-13-45", Ground.CALENDAR));
        assertThat(all.stream().filter(one -> one.field() == CatalogueField.TITLE))
                .extracting(Finding::rule)
                .containsExactly(new HeldTo(Ground.CATALOGUE_IMPORT, 1));
        in(handle -> desk.cancel(handle, archivist, id));
        run(id);
    }

    @Test
    void thePreviewKnowsWhatOnlyTheArchiveKnows() {
        var id = received(
                "样例.csv",
                (HEAD + "Q999-WS·2012-D30-0301,样例,,,,,,,,\nJ057-WS·2012-D30-0302,样例,,,,,,,,\n")
                        .getBytes(StandardCharsets.UTF_8));
        List<CatalogueDesk.Preview> previews = with(handle -> desk.preview(handle, get(id), 10));
        assertThat(previews.getFirst().findings())
                .extracting(Finding::problem)
                .containsExactly("CatalogueProblem.FONDS_UNKNOWN");
        assertThat(previews.getLast().findings()).isEmpty();
        assertThat(count("count(*) from staged_item")).as("nothing is kept").isZero();
    }

    private static Optional<InsuredPerson> person(String number) {
        return with(handle ->
                archive.doors.persons.find(handle, IdNumber.parse(number).orElseThrow()));
    }

    private static List<CodeGaps.Gap> gaps(String scope) {
        return with(handle -> archive.doors.gaps.gaps(handle, scope, 0, 10));
    }

    private static int count(String what) {
        return with(handle ->
                handle.createQuery("select " + what).mapTo(Integer.class).one());
    }

    private static int left(UUID id) {
        return with(handle ->
                handle.createQuery("""
                        select (select count(*) from catalogue_row where import_id = :id)
                             + (select count(*) from catalogue_finding where import_id = :id)
                             + (select count(*) from staged_item where batch = :id)
                        """).bind("id", id).mapTo(Integer.class).one());
    }

    @Test
    void theSameCatalogueAgainChangesNothingAndWhatDiffersIsShown() {
        apply(checked(rows(2, "2013")));
        var before = item("J057-WS·2013-D30-0001").orElseThrow();
        var again = checked(rows(2, "2013"));
        assertThat(get(again).counts()).isEqualTo(Map.of("SAME", 2));
        assertThatThrownBy(() -> apply(again)).hasMessageContaining("NOTHING_TO_TAKE_OVER");
        var other = checked(HEAD
                + row(1, "2013").replace("样例局", "样例中心")
                + row(2, "2013").replace(",2,,,", ",7,,,")
                + row(3, "2013"));
        assertThat(get(other).counts()).isEqualTo(Map.of("DIFFERENT", 2, "NEW", 1));
        List<CatalogueRow> different = with(handle -> desk.rows().in(handle, other, RowState.DIFFERENT, 0, 10));
        assertThat(different)
                .extracting(CatalogueRow::change)
                .containsExactly(
                        Map.of(CatalogueField.RESPONSIBLE, List.of("样例局", "样例中心")),
                        Map.of(CatalogueField.PAGES, List.of("2", "7")));
        apply(other);
        assertThat(item("J057-WS·2013-D30-0001")).contains(before);
        assertThat(item("J057-WS·2013-D30-0003")).isPresent();
    }

    @Test
    void anImportIsUndoneWhileNobodyHasTouchedItsEntriesAndMayComeAgain() throws IOException {
        var id = checked(rows(2, "2014"));
        apply(id);
        archive.doors.catalogues.objects().write(100);
        var entry = item("J057-WS·2014-D30-0001").orElseThrow();
        in(handle -> desk.undo(handle, archivist, id, "样例·交错了"));
        run(id);
        assertThat(get(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(item("J057-WS·2014-D30-0001")).isEmpty();
        assertThat(archive.doors.store.holds(entry.objectId())).isFalse();
        assertThat(gaps("J057-WS·2014-D30-"))
                .extracting(CodeGaps.Gap::kind)
                .containsOnly(Optional.of(CodeGaps.Kind.IMPORT_UNDONE));
        var again = checked(rows(2, "2014"));
        apply(again);
        assertThat(gaps("J057-WS·2014-D30-")).isEmpty();
        in(handle -> handle.execute("update item set version = 2 where reference_code = 'J057-WS·2014-D30-0001'"));
        assertThatThrownBy(() -> in(handle -> desk.undo(handle, archivist, again, "样例")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ENTRIES_IN_USE");
    }

    @Test
    void aCodeTakenBetweenTheCheckAndTheEndIsNotTakenTwice() {
        var first = checked(rows(2, "2015"));
        var second = checked(HEAD + row(2, "2015") + row(3, "2015"));
        apply(first);
        apply(second);
        assertThat(get(second).state()).isEqualTo(ImportState.CHECKED);
        assertThat(get(second).counts()).isEqualTo(Map.of("SAME", 1, "NEW", 1));
        assertThat(item("J057-WS·2015-D30-0003")).as("not half of it").isEmpty();
        apply(second);
        assertThat(item("J057-WS·2015-D30-0003")).isPresent();
    }

    @Test
    void workThatWasCutOffIsDoneAgainAndEndsTheSame() {
        var id = checked(rows(3, "2016"));
        in(handle -> {
            handle.execute("update catalogue_import set state = 'CHECKING' where id = ?", id);
            handle.execute("delete from catalogue_row where import_id = ? and row = 3", id);
        });
        run(id);
        assertThat(get(id).counts()).isEqualTo(Map.of("NEW", 3));
        in(handle -> handle.execute("update catalogue_import set state = 'APPLYING' where id = ?", id));
        run(id);
        in(handle -> handle.execute("update catalogue_entry set announced = false where import_id = ?", id));
        run(id);
        assertThat(count("count(*) from item where code_scope = 'J057-WS·2016-D30-'"))
                .isEqualTo(3);
    }

    @Test
    void aPersonIsRegisteredOnlyWhenTheEntryIsAndTheNumberIsNeverKeptInClear() {
        var number = "99010119900101" + "123" + IdNumber.checkDigit("99010119900101123");
        var id = checked(HEAD + "J057-WS·2017-D30-0001,样例·个人材料,,,,,,样例·周," + number + ",\n");
        assertThat(person(number)).isEmpty();
        String row =
                with(handle -> handle.createQuery("select cast(r.* as text) from catalogue_row r where import_id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
        assertThat(row).doesNotContain(number.substring(8, 14));
        apply(id);
        var person = person(number).orElseThrow();
        assertThat(item("J057-WS·2017-D30-0001").orElseThrow().insuredPersonId())
                .contains(person.id());
        assertThat(get(checked(HEAD + "J057-WS·2017-D30-0001,样例·个人材料,,,,,,样例·周," + number + ",\n"))
                        .counts())
                .isEqualTo(Map.of("SAME", 1));
    }

    @Test
    void whatTheHeadingsMeanIsSaidOnceAndRemembered() {
        var table = "编号甲;内容\nJ057-WS·2018-D30-0001;样例\n";
        var id = received("样例.csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(get(id).mapping().has(CatalogueField.TITLE)).isFalse();
        assertThatThrownBy(() -> check(id)).hasMessageContaining("FIELD_NOT_MAPPED");
        in(handle -> desk.map(handle, id, get(id).version(), Mapping.of(1, List.of("REFERENCE_CODE", "TITLE"))));
        List<CatalogueDesk.Preview> previews = with(handle -> desk.preview(handle, get(id), 10));
        assertThat(previews)
                .extracting(preview -> preview.values().get(CatalogueField.TITLE))
                .containsExactly("样例");
        check(id);
        assertThat(get(id).counts()).isEqualTo(Map.of("NEW", 1));
        var next = received("样例.csv", table.getBytes(StandardCharsets.UTF_8));
        assertThat(get(next).mapping().has(CatalogueField.TITLE)).isTrue();
    }

    /** With {@code -Dlantai.catalogue.rows=100000} it measures; the figures go into {@code target}. */
    @Test
    void twoThousandRowsComeInChunksAndOutTogether() throws IOException {
        var many = Integer.getInteger("lantai.catalogue.rows", 2_000);
        int left = archive.doors.catalogues.objects().write(many);
        assertThat(left).as("what other tests left").isLessThan(many);
        var begun = System.nanoTime();
        var id = received("样例.csv", rows(many, "2019").getBytes(StandardCharsets.UTF_8));
        var opened = System.nanoTime();
        check(id);
        var checked = System.nanoTime();
        assertThat(get(id).counts()).isEqualTo(Map.of("NEW", many));
        apply(id);
        var applied = System.nanoTime();
        var again = received("样例.csv", rows(many, "2019").getBytes(StandardCharsets.UTF_8));
        check(again);
        var same = System.nanoTime();
        assertThat(get(again).counts()).as("the same again").isEqualTo(Map.of("SAME", many));
        var asked = System.nanoTime();
        assertThat(archive.doors.catalogues.objects().write(many / 10)).isEqualTo(many / 10);
        var written = System.nanoTime();
        Files.writeString(
                Path.of("target/catalogue-figures-" + many + ".txt"),
                "%d rows: opened %d ms, checked %d ms, visible and announced %d ms, the same again %d ms, a tenth of the objects %d ms%n"
                        .formatted(
                                many,
                                (opened - begun) / 1_000_000,
                                (checked - opened) / 1_000_000,
                                (applied - checked) / 1_000_000,
                                (same - applied) / 1_000_000,
                                (written - asked) / 1_000_000));
        assertThat(count("count(*) from item where code_scope = 'J057-WS·2019-D30-' and object_version = 0"))
                .isBetween(many - many / 10, many);
        assertThat(count("last from code_sequence where scope = 'J057-WS·2019-D30-'"))
                .isEqualTo(many);
        in(handle -> handle.execute("update item set object_version = 1 where code_scope = 'J057-WS·2019-D30-'"));
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() {
        assertThat(get(received("样例.xlsx", new byte[] {1, 0, 2, 0, 3})).reason())
                .isEqualTo("unsupported");
        assertThat(get(received("样例.csv", "\n\n".getBytes(StandardCharsets.UTF_8)))
                        .reason())
                .isEqualTo("empty");
    }
}

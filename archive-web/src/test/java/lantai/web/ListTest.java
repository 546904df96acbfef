package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import lantai.access.ListedItems;
import lantai.access.Viewer;
import lantai.access.VisibleItems.Node;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.classification.Category;
import lantai.photo.PhotoGroupDesk.Belonging;
import lantai.photo.PhotoLines;
import lantai.print.ListRules;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.record.CodeScope;
import lantai.record.GroupPlace;
import lantai.retention.RetentionPeriod;
import lantai.volume.VolumeForming;
import lantai.volume.VolumeRegister;
import lantai.web.list.ListDoors;
import lantai.web.list.Lists;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statutory lists of many thousand records and of one volume, in both forms. */
class ListTest {
    private static final int RECORDS = 20_000;
    private static final int VOLUMES = RECORDS / 150;

    @TempDir
    private static Path data;

    private static TestArchive archive;
    private static Lists lists;
    private static SignedIn archivist;
    private static SignedIn leader;

    @BeforeAll
    static void open() {
        archive = TestArchive.open(data);
        var doors = archive.doors;
        lists = new Lists(new ListDoors(
                doors.database.jdbi(),
                new ListedItems(),
                doors.volumes,
                doors.photos,
                new PhotoLines(doors.items, _ -> Map.of()),
                doors.listRules,
                doors.scheme,
                doors.fonds,
                doors.audit));
        archivist = archive.person("archivist", Role.ARCHIVIST);
        leader = archive.person("leader", Role.LEADER);
        doors.database.jdbi().useHandle(handle -> {
            handle.createUpdate("""
                    insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                        document_number, responsible, dated, page_count, object_id, object_version, filed_at, filed_by,
                        version, code_class, personal)
                    select gen_random_uuid(), 'J057-KU·2015-D30-' || lpad(cast(n as text), 6, '0'), 'J057', 'KU', '', '样例',
                        2015, 'D30', '样例·记账凭证第 ' || n || ' 号', '', '样例·财务科',
                        make_date(2015, 1 + n % 12, 1 + n % 28), 2, 'urn:test:' || n, 1, now(), 'test', 1, 'KU', n % 2 = 0
                    from generate_series(1, :records) n
                    """).bind("records", RECORDS).execute();
            handle.execute("analyze item");
        });
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static Node vouchers() {
        return new Node("J057", "KU", "KU", Optional.of(2015));
    }

    private static byte[] pdf(SignedIn who, String list, Node node, Optional<java.util.UUID> volume)
            throws IOException {
        var out = new ByteArrayOutputStream();
        lists.write(who, list, "pdf", node, volume, List.of(), out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf, int from, int to) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }
    }

    @Test
    void manyRecordsBecomeOneList() throws IOException {
        var pdf = pdf(archivist, "items", vouchers(), Optional.empty());
        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(RECORDS / 50);
            assertThat(text(pdf, 1, 1)).contains("归档文件目录", "样例·记账凭证第 1 号", "J057 会计 2015年");
            assertThat(text(pdf, pages, pages)).contains("样例·记账凭证第 " + RECORDS + " 号", "共 " + pages + " 页");
        }
    }

    @Test
    void aSpreadsheetHasARowForEachRecordTheReaderMaySee() throws IOException {
        var out = new ByteArrayOutputStream();
        lists.write(leader, "transfer", "xlsx", vouchers(), Optional.empty(), List.of(), out);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("sheet1.xml")) {
                    var sheet = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                    assertThat(sheet.split("<row ", -1)).hasSize(1 + 3 + RECORDS / 2 + 2);
                    assertThat(sheet).contains("待本单位确认").doesNotContain("第 2 号<");
                }
            }
        }
    }

    @Test
    void whatTheStampSaysOfTheOrganisationIsARule() {
        var rules = archive.doors.listRules;
        try (var handle = archive.doors.database.jdbi().open()) {
            handle.begin();
            assertThat(rules.organisation(handle, "样例·待遇问题", "样例·综合科")).isEqualTo("样例·待遇问题");
            assertThat(rules.organisation(handle, "", "样例·综合科")).isEqualTo("样例·综合科");
            for (var said :
                    Map.of("none", "", "element", "", "department", "样例·综合科").entrySet()) {
                archive.doors.policies.seed(
                        handle,
                        ListRules.POLICY,
                        ListRules.SHIPPED.replace("\"element-department\"", '"' + said.getKey() + '"'));
                assertThat(rules.organisation(handle, "", "样例·综合科"))
                        .as(said.getKey())
                        .isEqualTo(said.getValue());
            }
            handle.rollback();
        }
    }

    @Test
    void photosAreListedByTheirGroups() throws IOException {
        archive.doors.database.jdbi().useTransaction(handle -> {
            var forever = new RetentionPeriod.Permanent();
            var place = new GroupPlace(new CodeScope("J057-ZP·2025-Y-", 4), Category.ZP, 2025, forever);
            archive.doors.photoDesk.joining(handle, archivist, place, new Belonging("样例·进社区", "b/1"));
            handle.execute("""
                    insert into item (id, reference_code, fonds, category, kind, kind_name, year, retention, title,
                        document_number, responsible, dated, page_count, object_id, object_version, filed_at, filed_by,
                        version, code_class, code_scope, code_volume, item_number, personal)
                    select gen_random_uuid(), 'J057-ZP·2025-Y-0001-' || lpad(cast(n as text), 4, '0'), 'J057', 'ZP', '', '照片',
                        2025, 'Y', '样例·照片第 ' || n || ' 张', '', '', date '2025-09-16', 1, 'urn:photo:' || n, 0, now(),
                        'test', 1, 'ZP', 'J057-ZP·2025-Y-0001-', '0001', n, false
                    from generate_series(1, 520) n
                    """);
        });
        var place = new Node("J057", "ZP", "", Optional.of(2025));
        var pdf = pdf(archivist, "photos", place, Optional.empty());
        assertThat(text(pdf, 1, 1)).contains("照片档案目录", "样例·进社区", "样例·照片第 1 张", "20250916");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(text(pdf, document.getNumberOfPages(), document.getNumberOfPages()))
                    .contains("样例·照片第 520 张", "待本单位确认");
        }
    }

    @Test
    void allOfThemAreFormedIntoVolumesListedAtOnceAndUndone() {
        var doors = archive.doors;
        var jdbi = doors.database.jdbi();
        var everything = Viewer.visibility(archivist);
        long before = jdbi.withHandle(handle -> doors.volumes.looseCount(handle, everything, vouchers()));
        var chosen = new VolumeForming.Chosen.Place(vouchers());
        var forming = jdbi.inTransaction(transaction -> doors.volumeForming.form(transaction, archivist, chosen));
        var filter = VolumeRegister.Filter.in(vouchers());
        jdbi.useHandle(handle -> {
            assertThat(doors.volumes.count(handle, everything, filter)).isGreaterThan(VOLUMES);
            assertThat(doors.volumes.list(handle, everything, filter, 50, 50)).hasSize(50);
            assertThat(doors.volumes.looseCount(handle, everything, vouchers())).isZero();
        });
        var gone = jdbi.inTransaction(transaction -> doors.volumeForming.undo(transaction, archivist, forming));
        assertThat(gone).isGreaterThan(VOLUMES);
        long loose = jdbi.withHandle(handle -> doors.volumes.looseCount(handle, everything, vouchers()));
        assertThat(loose).isEqualTo(before);
    }

    @Test
    void theRegisterCountsAndAVolumeHasItsListAndItsNote() throws IOException {
        var jdbi = archive.doors.database.jdbi();
        var items = jdbi.withHandle(handle -> handle.createQuery(
                        "select id from item where reference_code like '%00000_' and category = 'KU' order by reference_code")
                .mapTo(java.util.UUID.class)
                .list());
        var checker = archive.person("checker", Role.ARCHIVIST);
        var volume = jdbi.inTransaction(transaction -> {
            var formed = archive.doors.volumeDesk.form(transaction, archivist, "样例·一月凭证", items);
            archive.doors.volumeClosing.close(transaction, checker, formed.id(), "样例·完好");
            return formed.id();
        });
        assertThat(text(pdf(archivist, "volume", Node.ALL, Optional.of(volume)), 1, 1))
                .contains("卷内文件目录", "J057-KU·2015-D30-001", "样例·记账凭证第 9 号", "17-18");
        assertThat(text(pdf(archivist, "note", Node.ALL, Optional.of(volume)), 1, 1))
                .contains("备考表", "样例·完好", "样例·archivist", "样例·checker", "30 年");
        assertThat(text(pdf(archivist, "volumes", vouchers(), Optional.empty()), 1, 1))
                .contains("案卷目录", "J057-KU·2015-D30-001", "20150202");
        assertThat(text(pdf(archivist, "register", vouchers(), Optional.empty()), 1, 1))
                .contains("归档登记表", "" + RECORDS, "" + 2 * RECORDS)
                .contains("归档四性检测", "没有归档检测报告");
        assertThatThrownBy(() -> pdf(archivist, "volume", Node.ALL, Optional.empty()))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> pdf(archivist, "nothing", Node.ALL, Optional.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lists.write(
                        archivist,
                        "items",
                        "doc",
                        Node.ALL,
                        Optional.empty(),
                        List.of(),
                        OutputStream.nullOutputStream()))
                .isInstanceOf(NotFound.class);
    }
}

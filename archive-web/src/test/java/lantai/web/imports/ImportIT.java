package lantai.web.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.audit.AuditAction;
import lantai.storage.FixityDigest;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.remote.Remote;
import lantai.web.review.Scans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An archivist takes a catalogue in that was kept in a spreadsheet: mends it, makes it visible, and another system does the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final String HEAD = "档号,文件标题,发文单位,成文日期,期限,页数,柜号\n";
    private static final String GOOD = """
            J057-WS·2009-D30-0001,样例·关于开展医疗保障宣传的通知,样例医保局,2009.3.1,30年,3,7
            J057-WS•2009-D30-0002,样例·年度工作总结,样例医保局,2009年12月28日,30年,12,7
            """;

    @TempDir
    private static Path data;

    @TempDir
    private static Path tables;

    private static LantaiServer server;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        Staff.add(server, "machine", Role.ARCHIVIST);
        browser = Browser.open(server);
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        page = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static void handIn(String name, String table, Charset charset) throws IOException {
        var file = Files.write(tables.resolve(name), table.getBytes(charset));
        page.navigate("catalogue/imports");
        Browser.show(page, "imports");
        page.setInputFiles("input[type=file]", file);
        page.click("#hand-in button");
        page.waitForURL(java.util.regex.Pattern.compile(".*/catalogue/imports/[0-9a-f-]{36}"));
        assertThat(page.locator("#columns")).isVisible();
    }

    private static void hasWords() {
        assertThat(page.locator("main").textContent())
                .doesNotContain("imports.")
                .doesNotContain("problem.");
    }

    @Test
    @Order(1)
    void theColumnsAreRecognisedAndTheFirstRowsShownAsTheyWouldBecome() throws IOException {
        handIn("样例目录.csv", HEAD + GOOD + "J057-WS·2009-D30-0002,样例·重号,,2009-02-31,永久,,\n", Charset.forName("GB18030"));
        assertThat(page.locator("select[name=field]").nth(1)).hasValue("TITLE");
        assertThat(page.locator("select[name=field]").nth(6)).hasValue("");
        assertThat(page.locator("[aria-labelledby=preview] tbody tr").nth(1)).containsText("J057-WS·2009-D30-0002");
        assertThat(page.locator("[aria-labelledby=preview]")).containsText("没有这样的日期");
        hasWords();
        Browser.show(page, "import-columns");
        page.selectOption("select[name=field] >> nth=6", new SelectOption().setValue("NOTE"));
        page.getByText("更新预览").click();
        assertThat(page.locator("[aria-labelledby=preview] thead")).containsText("备注");
    }

    @Test
    @Order(2)
    void faultsAreToldRowByRowAndCanBeTakenAway() {
        page.getByText("逐行检查").click();
        assertThat(page.locator("#findings")).isVisible();
        assertThat(page.locator("[aria-labelledby=findings] tbody tr")).hasCount(3);
        assertThat(page.locator("main")).containsText("一行也没有导入");
        assertThat(page.locator("main .page-head").first()).containsText("3 行（不含标题行）");
        assertThat(page.locator("[aria-labelledby=findings] tbody")).containsText("档号唯一，用过不再用（DA/T 13-2022）");
        assertThat(page.getByText("生效 2 条")).hasCount(0);
        hasWords();
        Browser.show(page, "import-findings");
        var download = page.waitForDownload(() -> page.click("a[href$='findings.csv']"));
        try {
            var text = Files.readString(download.path(), StandardCharsets.UTF_8);
            assertThat(text.lines().toList())
                    .as("the heading, and one row with three findings")
                    .hasSize(4);
            assertThat(text).contains("样例·重号", "这个档号在第 3 行已经有了", "D 列“成文日期”“2009-02-31”：没有这样的日期");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        page.getByText("放弃", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText("已放弃");
    }

    @Test
    @Order(3)
    void theMendedCatalogueBecomesVisibleAndIsFound() throws IOException {
        handIn("样例目录.csv", HEAD + GOOD, StandardCharsets.UTF_8);
        page.getByText("逐行检查").click();
        assertThat(page.getByText("生效 2 条")).isVisible();
        Browser.show(page, "import-ready");
        page.getByText("生效 2 条").click();
        assertThat(page.locator("main")).containsText("已生效");
        page.getByText("到目录里看").click();
        page.locator(".tree a").getByText("J057").click();
        assertThat(page.locator("tbody")).containsText("J057-WS·2009-D30-0002");
        page.getByText("J057-WS·2009-D30-0002").click();
        assertThat(page.locator("h1")).containsText("样例·年度工作总结");
    }

    @Test
    @Order(4)
    void fromTheCommandLineTheSameCatalogueChangesNothingAndFaultsEndWithOne() throws Exception {
        var good = Files.writeString(tables.resolve("good.csv"), HEAD + GOOD);
        var same = Staff.command(
                "ingest", "--catalogue", good.toString(), "--apply", "--data", data.toString(), "--user", "machine");
        assertThat(same.output()).contains("\"SAME\":2");
        assertThat(same.code()).isZero();
        var bad = Files.writeString(tables.resolve("bad.csv"), HEAD + "三号,样例,,,,,\n");
        var faulty = Staff.command(
                "ingest", "--catalogue", bad.toString(), "--apply", "--data", data.toString(), "--user", "machine");
        assertThat(faulty.output()).contains("CODE_MALFORMED", "\"row\":2", "第 2 行，A 列“档号”“三号”：不是档号");
        assertThat(faulty.code()).isEqualTo(1);
    }

    @Test
    @Order(5)
    void anotherSystemUndoesItAndTheEntriesAreGone() throws Exception {
        try (var remote = new Remote(server.address(), Staff.token(server, "machine"))) {
            var applied = "";
            for (var one : remote.get("catalogue/imports")) {
                applied = one.path("state").asText().equals("APPLIED")
                        ? one.path("id").asText()
                        : applied;
            }
            var id = applied;
            remote.post("catalogue/imports/" + id + "/undo", Map.of("reason", "样例·交错了"));
            server.await("it is undone", () -> {
                try {
                    return remote.get("catalogue/imports/" + id)
                            .path("state")
                            .asText()
                            .equals("UNDONE");
                } catch (IOException | InterruptedException failure) {
                    throw new AssertionError(failure);
                }
            });
        }
        page.navigate("catalogue");
        assertThat(page.locator("main")).not().containsText("J057-WS·2009-D30-0002");
    }

    @Test
    @Order(6)
    void scansFindTheirEntriesByTheCodesInTheirNamesAndWhatDoesNotFitIsToldBothWays() throws IOException {
        var good = Files.writeString(tables.resolve("again.csv"), HEAD + GOOD);
        command("ingest", "--catalogue", good.toString(), "--apply");
        var scans = tables.resolve("样例扫描");
        for (var name : List.of("J057-WS·2009-D30-0001/1.png", "J057-WS·2009-D30-0001/2.png", "IMG_0001.png")) {
            var file = scans.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, Scans.png(Scans.page("样例·宣传通知", name)));
        }
        command("ingest", scans.toString());
        page.navigate("catalogue/hooking");
        hasWords();
        Browser.show(page, "hooking");
        Browser.leave(page, () -> page.getByText("样例扫描").click());
        assertThat(page.locator("[aria-labelledby=matches] tbody tr")).hasCount(1);
        assertThat(page.locator("[aria-labelledby=matches]")).containsText("J057-WS·2009-D30-0001");
        assertThat(page.locator("[aria-labelledby=strays]")).containsText("IMG_0001.png");
        assertThat(page.locator("[aria-labelledby=without]")).containsText("J057-WS·2009-D30-0002");
        hasWords();
        Browser.show(page, "hooking-batch");
        Browser.leave(page, () -> page.getByText("挂接 1 件").click());
        assertThat(page.locator("#progress")).containsText("挂接了 1 件");
        page.navigate("catalogue?fonds=J057");
        page.getByText("J057-WS·2009-D30-0001").click();
        assertThat(page.locator("h1")).containsText("关于开展医疗保障宣传的通知");
        server.await(
                "its pages are there",
                () -> !Staff.audited(server, AuditAction.ENTRY_HOOKED).isEmpty());
        page.reload();
        assertThat(page.locator("main")).containsText("2 页");
    }

    @Test
    @Order(7)
    void entriesWithoutOriginalsAndOriginalsWithoutEntriesFindEachOther() {
        page.navigate("catalogue?fonds=J057&kept=without");
        assertThat(page.locator(".tabs [aria-current]")).containsText("有目录无原文");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("J057-WS·2009-D30-0002");
        assertThat(page.locator("tbody tr")).containsText("无原文");
        Browser.show(page, "catalogue-without");
        Browser.leave(page, () -> page.getByText("有原文无目录").click());
        assertThat(page.locator("tbody tr")).containsText("IMG_0001.png");
        hasWords();
        Browser.show(page, "leftover");
        page.check("[name=document]");
        page.fill("[name=code]", "J057-WS·2009-D30-0099");
        page.click("form .primary");
        assertThat(page.locator("[data-tone=fault]")).containsText("没有档号为“J057-WS·2009-D30-0099”的目录条目");
        page.check("[name=document]");
        page.fill("[name=code]", "J057-WS·2009-D30-0002");
        Browser.leave(page, () -> page.click("form .primary"));
        assertThat(page.locator("main")).containsText("没有剩下的原文");
        server.await(
                "its original is there",
                () -> Staff.audited(server, AuditAction.ENTRY_HOOKED).size() == 2);
        page.navigate("catalogue?fonds=J057&kept=digitised");
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.navigate("catalogue?fonds=J057");
        assertThat(page.locator(".tabs [aria-current]")).containsText("全部2");
        Browser.show(page, "catalogue-forms");
        page.navigate("catalogue?fonds=J057&kept=paper");
        assertThat(page.locator("main")).containsText("kept");
    }

    @Test
    @Order(8)
    void recordsLeaveAsABagThatIsValidAndAHarmedBagIsNot() throws IOException {
        var zip = tables.resolve("out.zip");
        command("package", "export", "--format", "bagit", "--reason", "样例·交换", "--fonds", "J057", zip.toString());
        var out = tables.resolve("out");
        try (var files = FileSystems.newFileSystem(zip);
                var walk = Files.walk(files.getPath("/"))) {
            for (var path : walk.filter(Files::isRegularFile).toList()) {
                var file = out.resolve(path.toString().substring(1));
                Files.createDirectories(file.getParent());
                Files.copy(path, file);
            }
        }
        var bag = out.resolve("lantai-bagit-2");
        assertThat(bag.resolve("data/J057-WS·2009-D30-0001/masters/001-1.png")).exists();
        var valid = Staff.command("package", "validate", bag.toString());
        assertThat(valid.output()).contains("\"valid\" : true");
        assertThat(valid.code()).isZero();
        Files.writeString(bag.resolve("data/J057-WS·2009-D30-0002/metadata.json"), "{}");
        var harmed = Staff.command("package", "validate", bag.toString());
        assertThat(harmed.output()).contains("DIGEST_DIFFERS");
        assertThat(harmed.code()).isEqualTo(1);
    }

    @Test
    @Order(9)
    void aBagComesInOnceWithTheBytesThatItLeftWithAndOfAHarmedOneNothing() throws Exception {
        var zip = tables.resolve("out.zip");
        var first = importing(zip);
        var batches = batches();
        assertThat(first).extracting(line -> line.path("again").asText("")).contains("false");
        var arrived = first.stream()
                .filter(line -> line.has("sha256"))
                .collect(java.util.stream.Collectors.toMap(
                        line -> line.path("file").asText(),
                        line -> line.path("sha256").asText()));
        try (var files = FileSystems.newFileSystem(zip);
                var walk = Files.walk(files.getPath("/lantai-bagit-2/data"))) {
            var left = new java.util.HashMap<String, String>();
            for (var path : walk.filter(Files::isRegularFile).toList()) {
                if (path.toString().contains("/masters/")) {
                    left.put(path.toString(), FixityDigest.of(path).sha256());
                }
            }
            assertThat(arrived)
                    .as("masters alone; what describes them comes in with them")
                    .isEqualTo(left)
                    .hasSizeGreaterThan(1);
        }
        var again = importing(zip);
        assertThat(again).extracting(line -> line.path("again").asText("")).contains("true");
        assertThat(again).hasSameSizeAs(first);
        assertThat(batches()).isEqualTo(batches).contains("lantai-bagit-2: " + arrived.size());
        var noted = Staff.audited(server, AuditAction.PACKAGE_RECEIVED);
        assertThat(noted)
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail())
                        .containsEntry("package", "lantai-bagit-2")
                        .containsEntry(
                                "manifest",
                                FixityDigest.of(tables.resolve("out/lantai-bagit-2/manifest-sha256.txt"))
                                        .sha256())
                        .containsEntry("files", "" + arrived.size()));
        var harmed = Staff.command(
                "package", "import", tables.resolve("out/lantai-bagit-2").toString(), "--data", data.toString());
        assertThat(harmed.output()).contains("\"valid\" : false", "DIGEST_DIFFERS");
        assertThat(harmed.code()).isEqualTo(1);
        assertThat(Staff.command("package", "import", tables.resolve("good.csv").toString(), "--data", data.toString())
                        .code())
                .isEqualTo(2);
        assertThat(batches()).isEqualTo(batches);
    }

    @Test
    @Order(10)
    void aPackageIsNotNotedBeforeAllOfItHasArrived() throws Exception {
        try (var remote = new Remote(server.address(), Staff.token(server, "machine"))) {
            var batch =
                    remote.post("batches", Map.of("title", "样例·空批")).path("id").asText();
            var digest = FixityDigest.sha256("样例");
            var receipt = Map.of("batch", batch, "name", "样例包", "manifest", digest, "digests", List.of(digest));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> remote.post("packages", receipt))
                    .isInstanceOfSatisfying(
                            Remote.NotAccepted.class,
                            refused -> assertThat(refused.status()).isEqualTo(409))
                    .hasMessageContaining("1 个文件还没有原样送到");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> remote.post("packages", Map.of("batch", batch)))
                    .isInstanceOfSatisfying(
                            Remote.NotAccepted.class,
                            refused -> assertThat(refused.status()).isEqualTo(400));
        }
        assertThat(Staff.audited(server, AuditAction.PACKAGE_RECEIVED)).hasSize(1);
    }

    @Test
    @Order(10)
    void onTheScreenAPackageIsCheckedAndTakenInAndAHarmedOneIsExplained() throws Exception {
        page.navigate("packages");
        Browser.show(page, "packages");
        page.setInputFiles("input[type=file]", tables.resolve("out.zip"));
        page.getByText("只检查").click();
        assertThat(page.locator("#outcome")).containsText("合格，没有接收");
        page.getByText("检查并接收").click();
        assertThat(page.locator("#outcome")).containsText("合格，已接收");
        page.getByText("检查并接收").click();
        assertThat(page.locator("#outcome")).containsText("没有重复接收");
        var harmed = tables.resolve("坏包.zip");
        try (var out = Files.newOutputStream(harmed);
                var sink = new lantai.exchange.ZipSink(out, "坏包");
                var files = Files.walk(tables.resolve("out/lantai-bagit-2"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sink.put(tables.resolve("out/lantai-bagit-2").relativize(file).toString(), Files.newInputStream(file));
            }
        }
        page.setInputFiles("input[type=file]", harmed);
        page.getByText("检查并接收").click();
        assertThat(page.locator("#outcome")).containsText("不合格，什么也没有接收");
        assertThat(page.locator("#outcome tbody")).containsText("的内容与摘要不符");
        assertThat(page.locator("main").textContent()).doesNotContain("packages.");
        Browser.show(page, "packages-invalid");
        page.setInputFiles("input[type=file]", tables.resolve("good.csv"));
        page.getByText("检查并接收").click();
        assertThat(page.locator("#hand-in [role=alert]")).containsText("不是信息包");
        page.setInputFiles("input[type=file]", tables.resolve("out.zip"));
        page.getByText("检查并接收").click();
        page.getByText("到这一批").click();
        assertThat(page.locator("h1")).containsText("lantai-bagit-2");
    }

    private static List<JsonNode> importing(Path bag) throws IOException {
        var ended = Staff.command("package", "import", bag.toString(), "--data", data.toString(), "--user", "machine");
        assertThat(ended.code()).as(ended.output()).isLessThan(2);
        var lines = new ArrayList<JsonNode>();
        for (var line : ended.output().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static List<String> batches() throws Exception {
        try (var remote = new Remote(server.address(), Staff.token(server, "machine"))) {
            var batches = new ArrayList<String>();
            remote.get("batches")
                    .path("batches")
                    .forEach(batch -> batches.add(batch.path("title").asText() + ": "
                            + batch.path("total").asInt()));
            return batches;
        }
    }

    /** Runs a command against the archive, which must end well. */
    private static void command(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString(), "--user", "machine"));
        var ended = Staff.command(all.toArray(String[]::new));
        assertThat(ended.code()).as(ended.output()).isZero();
    }
}

package lantai.web.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lantai.account.Role;
import lantai.database.Database;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.launch.RunningArchive;
import lantai.web.review.Scans;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A day at the inbox: a folder is dropped, watched, and what went aside is dealt with. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static final String JOBS = """
            select cast(count(*) as text) from scheduled_tasks t join received_file f
            on t.task_name = 'read-file' and t.task_instance = cast(f.id as text) where f.batch_id = cast(:id as uuid)
            """;
    private static final String OPEN_FILES = """
            select cast(count(*) as text) from received_file
            where batch_id = cast(:id as uuid) and step in ('RECEIVED', 'CHECKED', 'READ')
            """;
    private static final String OPEN_DOCUMENTS = """
            select cast(count(*) as text) from document where batch_id = cast(:id as uuid) and state <> 'CANCELLED'
            """;

    private static LantaiServer server;
    private static Database database;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        database = Database.open(RunningArchive.find(server.data()).database(Map.of()));
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        page = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        Papers.folder(papers.resolve("样例·十一月门诊"), 12);
    }

    @AfterAll
    static void close() {
        database.close();
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void theEmptyInboxInvites() {
        page.navigate("inbox");
        assertThat(page.locator("h1")).hasText("收件");
        assertThat(page.locator("#live")).containsText("还没有收到东西");
        Browser.show(page, "inbox-empty");
    }

    @Test
    @Order(2)
    void aDroppedFolderReachesTheReviewDeskWhileOneLooksOn() {
        page.navigate("inbox");
        drop(papers.resolve("样例·十一月门诊"));
        assertThat(page.locator("#uploads [data-told]")).containsText("收好 13 个文件", SOON);
        var batch = page.locator(".batch").first();
        assertThat(batch.locator("h2")).hasText("样例·十一月门诊");
        assertThat(batch.locator(".batch-state")).containsText("12 份待复核", SOON);
        assertThat(batch.locator(".batch-state")).containsText("1 个没通过： 已损坏 1");
        page.locator("#uploads button", new Page.LocatorOptions().setHasText("收起"))
                .click();
        Browser.show(page, "inbox");
    }

    @Test
    @Order(3)
    void theBatchTellsEachFile() {
        page.navigate("inbox");
        page.locator(".batch h2 a").first().click();
        assertThat(page.locator("h1")).hasText("样例·十一月门诊");
        assertThat(page.locator("tbody tr")).hasCount(13);
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("门诊/样例-01.pdf")))
                .hasCount(1);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("打不开.pdf")))
                .containsText("已损坏");
        assertThat(page.locator("a[href^='/review?batch=']")).containsText("去复核（12）");
        Browser.show(page, "inbox-batch");
        page.locator(".chip", new Page.LocatorOptions().setHasText("没通过")).click();
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    @Test
    @Order(4)
    void quarantineSaysWhyAndWhatToDoAndTriesAgain() {
        page.navigate("inbox/quarantine");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("请重新扫描或导出");
        Browser.show(page, "inbox-quarantine");
        var fetched =
                page.waitForDownload(() -> page.locator("tbody a[download]").click());
        Assertions.assertThat(fetched.suggestedFilename()).isEqualTo("打不开.pdf");
        var other = page.context().newPage();
        other.navigate("inbox");
        Browser.leave(other, () -> other.locator(".batch h2 a").first().click());
        // nothing of it is being read, so the screen offers no pause; another program may do it all the same
        other.evaluate("fetch(location.pathname + '/pause', { method: 'POST' })");
        other.reload();
        page.locator("tbody input[type=checkbox]").check();
        page.locator("#bulk button").first().click();
        assertThat(page.locator(".toast")).containsText("正在重试 1 个文件");
        assertThat(page.locator("#live")).containsText("隔离区是空的");
        assertThat(page.locator("#live")).hasAttribute("data-hears", "yes");
        act(other, "resume");
        assertThat(page.locator("#live tbody tr")).containsText("打不开.pdf", SOON);
        other.navigate(other.url().replaceAll("[?#].*", ""));
        other.locator("form[action$='/retry'] button").first().click();
        assertThat(other.locator(".toast")).containsText("正在重试 1 个文件");
        assertThat(other.locator("#live tbody tr", new Page.LocatorOptions().setHasText("打不开.pdf")))
                .containsText("没通过", SOON);
        other.close();
    }

    @Test
    @Order(5)
    void aPageThatIsCutOffSaysSoAndHearsAgainByItself() {
        page.route("**/inbox/events", Route::abort);
        page.navigate("inbox/quarantine");
        assertThat(page.locator("#live")).hasAttribute("data-hears", "no");
        assertThat(page.locator(".live-lost")).isVisible();
        page.unroute("**/inbox/events");
        assertThat(page.locator("#live")).hasAttribute("data-hears", "yes");
        assertThat(page.locator(".live-lost")).isHidden();
    }

    @Test
    @Order(6)
    void aBatchIsCancelledWithWords() {
        page.navigate("inbox");
        page.locator(".batch h2 a").first().click();
        page.locator("[data-opens=cancel]").click();
        assertThat(page.locator("#cancel")).containsText("不再处理");
        page.locator("#cancel .danger").click();
        assertThat(page.locator(".toast")).containsText("批次已取消");
        assertThat(page.locator("#live")).containsText("已取消");
        assertThat(page.locator("#drop")).hasCount(0);
    }

    @Test
    @Order(7)
    void aBatchIsPausedWhileItIsReadAndGoesOnAndIsCancelledInTheMiddle() throws IOException {
        var folder = papers.resolve("样例·暂停");
        Files.createDirectories(folder);
        for (var number = 1; number <= 40; number++) {
            Files.write(
                    folder.resolve("样例-%03d.png".formatted(number)),
                    Scans.png(Scans.page("样例登记表", "第 " + number + " 份")));
        }
        page.navigate("inbox");
        drop(folder);
        assertThat(page.locator("#uploads [data-told]")).containsText("收好 40 个文件", SOON);
        page.locator(".batch h2 a", new Page.LocatorOptions().setHasText("样例·暂停"))
                .click();
        act(page, "pause");
        assertThat(page.locator(".toast")).containsText("已暂停");
        assertThat(page.locator("#live .batch-card")).containsText("已暂停");
        var batch = page.url().replaceAll(".*/inbox/|[?#].*", "");
        server.await("nothing of it is being read any more", () -> count(batch, JOBS) == 0);
        var waiting = count(batch, OPEN_FILES);
        Assertions.assertThat(waiting)
                .as("files that wait for the batch to go on")
                .isPositive();

        act(page, "resume");
        assertThat(page.locator(".toast")).containsText("接着处理");
        server.await("reading goes on", () -> count(batch, OPEN_FILES) < waiting);
        page.locator("[data-opens=cancel]").click();
        page.locator("#cancel .danger").click();
        assertThat(page.locator("#live .batch-card")).containsText("已取消");
        server.await("nothing of it is read any more", () -> count(batch, JOBS) == 0);
        Assertions.assertThat(count(batch, OPEN_FILES)).isZero();
        Assertions.assertThat(count(batch, OPEN_DOCUMENTS)).isZero();
    }

    @Test
    @Order(8)
    void anUploadThatIsCutGoesOnByItselfWhereItStood() throws Exception {
        var folder = Files.createDirectories(papers.resolve("样例·断线"));
        var text = "样例\n".repeat(1_300_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("大.txt"), text);
        var cuts = new AtomicInteger();
        page.route("**/api/v1/uploads/*", route -> {
            var offset = route.request().headerValue("upload-offset");
            if (route.request().method().equals("PUT") && !"0".equals(offset) && cuts.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        page.navigate("inbox");
        drop(folder);
        assertThat(page.locator("#uploads [data-told]")).containsText("收好 1 个文件", SOON);
        page.unroute("**/api/v1/uploads/*");
        Assertions.assertThat(cuts.get()).as("it was cut and went on").isGreaterThan(1);
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        Assertions.assertThat(one("select cast(count(*) as text) from received_file where sha256 = :id", sha256))
                .isEqualTo("1");
    }

    @Test
    @Order(9)
    void aPageThatMayNoLongerBeSeenSaysSoAndAsksNoMore() {
        var added = Staff.add(server, "moved-on", Role.COLLECTOR);
        var other = browser.signedIn("moved-on", added.password());
        Browser.changeFirstPassword(other, added.password(), PASSWORD);
        other.navigate("inbox");
        assertThat(other.locator("#live")).hasAttribute("data-hears", "yes");
        assertThat(other.locator("#live-refused")).isHidden();
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update account set roles = array['APPRAISER'] where name = 'moved-on'"));
        other.evaluate("document.dispatchEvent(new Event('lantai-received'))");
        assertThat(other.locator("#live-refused")).containsText("您的岗位没有这项权限");
        assertThat(other.locator("#live-refused")).containsText("这一页不再更新");
        Browser.show(other, "inbox-refused");
        var asked = new AtomicInteger();
        other.onRequest(request -> asked.incrementAndGet());
        other.evaluate("document.dispatchEvent(new Event('lantai-received'))");
        Assertions.assertThat(asked.get()).as("requests afterwards").isZero();
        other.close();
    }

    private static void act(Page where, String deed) {
        where.locator("form[action$='/" + deed + "'] button").click();
    }

    private static int count(String batch, String query) {
        return Integer.parseInt(one(query, batch));
    }

    private static String one(String query, String id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(query)
                        .bind("id", id)
                        .mapTo(String.class)
                        .one());
    }

    /** Drops a folder from the desktop onto the page, as a hand does. */
    private static void drop(Path folder) {
        var devtools = page.context().newCDPSession(page);
        for (var type : new String[] {"dragEnter", "dragOver", "drop"}) {
            var files = new JsonArray();
            files.add(folder.toString());
            var held = new JsonObject();
            held.add("items", new JsonArray());
            held.add("files", files);
            held.addProperty("dragOperationsMask", 1);
            var event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", 500);
            event.addProperty("y", 500);
            event.add("data", held);
            devtools.send("Input.dispatchDragEvent", event);
        }
        devtools.detach();
    }
}

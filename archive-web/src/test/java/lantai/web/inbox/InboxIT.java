package lantai.web.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Path;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
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

    private static LantaiServer server;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        page = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        Papers.folder(papers.resolve("样例·十一月门诊"), 12);
    }

    @AfterAll
    static void close() {
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
        org.assertj.core.api.Assertions.assertThat(fetched.suggestedFilename()).isEqualTo("打不开.pdf");
        page.locator("tbody input[type=checkbox]").check();
        page.locator("#bulk button").first().click();
        assertThat(page.locator(".toast")).containsText("正在重试 1 个文件");
        server.await("the file is tried again and goes aside again", () -> {
            page.navigate("inbox/quarantine");
            return page.locator("#live").textContent().contains("打不开.pdf");
        });
    }

    @Test
    @Order(5)
    void aBatchIsPausedAndCancelledWithWords() {
        page.navigate("inbox");
        page.locator(".batch h2 a").first().click();
        page.locator("[data-opens=cancel]").click();
        assertThat(page.locator("#cancel")).containsText("不再处理");
        page.locator("#cancel .danger").click();
        assertThat(page.locator(".toast")).containsText("批次已取消");
        assertThat(page.locator("#live")).containsText("已取消");
        assertThat(page.locator("#drop")).hasCount(0);
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

package lantai.web.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A batch is passed on and given back on the screen, and filed in one hand in the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkflowIT {
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page archivist;
    private static String batch;

    @BeforeAll
    static void open() throws Exception {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        Staff.add(server, "machine", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "machine"));
        browser = Browser.open(server);
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        archivist = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(archivist, added.password(), PASSWORD);
        var paper = Files.writeString(papers.resolve("paper.txt"), "样例·通知，虚构内容。");
        batch = remote.post("batches", Map.of("title", "样例·2025 年文书"))
                .path("id")
                .asText();
        remote.put("batches/" + batch + "/files/paper.txt", paper);
        server.await("the paper is read", () -> file().path("state").asText().equals("proposed"));
    }

    @AfterAll
    static void close() {
        browser.close();
        remote.close();
        server.close();
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static JsonNode file() {
        return asked("batches/" + batch + "/files").path("files").path(0);
    }

    @Test
    @Order(1)
    void aBatchIsPassedOnAndGivenBackWithAReason() {
        archivist.navigate("workflow");
        assertThat(archivist.locator("tbody tr")).hasCount(1);
        assertThat(archivist.locator("tbody")).containsText("收集");
        Browser.show(archivist, "workflow");
        archivist.locator("tbody a").click();
        archivist.getByText("收集做完了").click();
        assertThat(archivist.locator(".toast")).containsText("整理");
        archivist.locator("tbody a").click();
        archivist.getByText("整理做完了").click();
        assertThat(archivist.locator("[role=alert]")).containsText("1 件没有确认");
        archivist.fill("#reason", "样例·缺附件");
        Browser.show(archivist, "workflow-batch");
        archivist
                .getByText("退回", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(archivist.locator(".toast")).containsText("收集");
        archivist.locator("tbody a").click();
        assertThat(archivist.locator(".events li")).hasCount(2);
        assertThat(archivist.locator(".events")).containsText("样例·缺附件");
        assertThat(archivist.locator("main").textContent()).doesNotContain("workflow.");
    }

    @Test
    @Order(2)
    void theListOfWhoIsLateIsPrinted() throws Exception {
        archivist.navigate("workflow/late");
        assertThat(archivist.locator("main")).containsText("没有超期的");
        var pdf = archivist.request().get("workflow/late.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(asked("workflow/late")).isEmpty();
    }

    @Test
    @Order(3)
    void filingInOneHandDoesWhatIsLeft() throws Exception {
        var document = "review/documents/" + file().path("documents").path(0).asText();
        var fields = new HashMap<>(Map.of("category", "WS", "title", "样例·通知", "year", "2025", "retention", "D10"));
        remote.post(
                document + "/accept",
                Map.of("version", asked(document).path("version").asInt(), "ordinal", 0, "fields", fields));
        assertThat(asked("workflow").path(0).path("accepted").asInt()).isEqualTo(1);
        // what was formed in 2025 is to be filed by the end of June 2026
        assertThat(asked("workflow").path(0).path("firstYear").asInt()).isEqualTo(2025);
        remote.post("review/file", Map.of());
        server.await(
                "the paper is filed",
                () -> asked(document).path("state").asText().equals("FILED"));
        assertThat(asked("workflow")).isEmpty();
    }
}

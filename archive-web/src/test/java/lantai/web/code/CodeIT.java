package lantai.web.code;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.storage.ArchivalStore;
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

/** A record filed in the wrong place gets another number by two people, is found under both, and stands in the tree. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CodeIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final String WRONG = "J057-WS·2026-D10-0001";
    private static final String RIGHT = "J057-ZY·YB·GL·2026-D30-0001";

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page author;
    private static Page colleague;
    private static String item;

    @BeforeAll
    static void open() throws Exception {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        Staff.add(server, "machine", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "machine"));
        browser = Browser.open(server);
        author = person("author");
        colleague = person("colleague");
        file("样例甲");
        file("样例乙");
        item = remote.get("codes/find?code=" + encoded(WRONG)).path("item").asText();
    }

    @AfterAll
    static void close() {
        browser.close();
        remote.close();
        server.close();
    }

    private static Page person(String name) {
        var added = Staff.add(server, name, Role.ARCHIVIST);
        var page = browser.signedIn(name, added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        return page;
    }

    private static String encoded(String code) {
        return java.net.URLEncoder.encode(code, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void file(String title) throws Exception {
        var paper = Files.writeString(papers.resolve(title + ".txt"), "样例·" + title + "，虚构内容。");
        var batch = remote.post("batches", Map.of("title", title)).path("id").asText();
        remote.put("batches/" + batch + "/files/paper.txt", paper);
        var files = "batches/" + batch + "/files";
        server.await(
                "the paper is read",
                () -> asked(files).path("files").path(0).path("state").asText().equals("proposed"));
        var document = "review/documents/"
                + asked(files).path("files").path(0).path("documents").path(0).asText();
        Map<String, String> fields =
                new HashMap<>(Map.of("category", "WS", "title", title, "year", "2026", "retention", "D10"));
        remote.post(
                document + "/accept",
                Map.of("version", asked(document).path("version").asInt(), "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the paper is filed",
                () -> asked(document).path("state").asText().equals("FILED"));
    }

    private static void hasWords(Page page) {
        assertThat(page.locator("main").textContent()).doesNotContain("code.").doesNotContain("catalogue.");
    }

    @Test
    @Order(1)
    void theTreeLeadsFromTheFondsToTheRecord() {
        author.navigate("catalogue");
        author.locator(".tree a").getByText("J057").click();
        author.locator(".tree a").getByText("文书").first().click();
        author.locator(".branches .branches .branches a").first().click();
        author.locator(".tree a")
                .getByText("2026", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(author.locator("tbody tr")).hasCount(2);
        assertThat(author.locator("tbody")).containsText(WRONG);
        hasWords(author);
        Browser.show(author, "catalogue");
    }

    @Test
    @Order(2)
    void anotherNumberIsProposedFromTheRecord() {
        author.navigate("items/" + item);
        author.getByText("改档号").click();
        author.selectOption("#category", new SelectOption().setValue("YW"));
        author.fill("#link", "管理");
        author.fill("#retention", "D30");
        author.fill("#reason", "样例·门类放错，应归业务档案");
        author.click("main form button.primary");
        assertThat(author.locator("[role=alert]")).containsText("管理");
        assertThat(author.locator("#reason")).hasValue("样例·门类放错，应归业务档案");
        author.fill("#link", "GL");
        Browser.show(author, "renumber");
        author.click("main form button.primary");
        assertThat(author.locator(".toast")).containsText("已送批");
        assertThat(author.locator("form[action$='/approve']")).hasCount(0);
    }

    @Test
    @Order(3)
    void aSecondPersonApprovesAndTheGapIsExplained() {
        colleague.navigate("codes");
        Browser.show(colleague, "codes");
        colleague.click("form[action$='/approve'] button");
        assertThat(colleague.locator(".toast")).hasText("已改号。");
        colleague.locator("tbody a").getByText("J057-WS·2026-D10-").click();
        assertThat(colleague.locator("tbody tr")).hasCount(1);
        assertThat(colleague.locator("tbody")).containsText("已改档号");
        assertThat(colleague.locator("tbody")).containsText(RIGHT);
        hasWords(colleague);
        Browser.show(colleague, "code-gaps");
    }

    @Test
    @Order(4)
    void theOldCodeStillFindsTheRecordAndSaysFormerly() {
        author.navigate("search?q=" + encoded(WRONG));
        assertThat(author).hasURL(java.util.regex.Pattern.compile(".*/items/" + item));
        assertThat(author.locator("main")).containsText("曾用档号：" + WRONG);
        assertThat(author.locator("main")).containsText(RIGHT);
        assertThat(asked("codes/find?code=" + encoded(WRONG))
                        .path("referenceCode")
                        .asText())
                .isEqualTo(RIGHT);
    }

    @Test
    @Order(5)
    void theObjectTellsTheNewCodeInANewVersion() throws IOException {
        server.await(
                "the description is written",
                () -> asked("items/" + item).path("objectVersion").asInt() == 2);
        var store = ArchivalStore.open(data.resolve("objects"), data.resolve("objects-work"));
        var object = "urn:uuid:" + item;
        var metadata =
                new ObjectMapper().readTree(store.file(object, "metadata.json").toFile());
        assertThat(metadata.path("referenceCode").asText()).isEqualTo(RIGHT);
        assertThat(metadata.path("formerReferenceCodes").path(0).asText()).isEqualTo(WRONG);
        assertThat(metadata.path("category").asText()).isEqualTo("YW");
        assertThat(store.validate(object)).isEmpty();
        assertThat(store.version(object)).isEqualTo(2);
    }

    @Test
    @Order(6)
    void codesFromOutsideAreCheckedRowByRow() throws Exception {
        var checked = remote.post(
                "codes/check",
                Map.of("codes", List.of("J057-WS•2026-D10-0009", WRONG, RIGHT, "三号", "J057-WS·2026-D10-0009")));
        assertThat(checked.path(0).path("faults")).isEmpty();
        assertThat(checked.path(1).path("faults").path(0).path("code").asText()).isEqualTo("CODE_USED_BEFORE");
        assertThat(checked.path(2).path("faults").path(0).path("code").asText()).isEqualTo("CODE_TAKEN");
        assertThat(checked.path(3).path("faults").path(0).path("code").asText()).isEqualTo("REFERENCE_CODE_MALFORMED");
        assertThat(checked.path(4).path("faults").path(0).path("code").asText()).isEqualTo("CODE_TWICE");
    }
}

package lantai.web.description;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

/** A filed record is described anew by two people, related to another, and every version stays. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DescriptionIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final String FIRST = "J057-WS·2025-D10-0001";
    private static final String SECOND = "J057-WS·2025-D10-0002";

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
        file("样例·关于调整门诊报销的请示", "D10");
        file("样例·关于调整门诊报销的批复", "D10");
        item = remote.get("codes/find?code=" + encoded(FIRST)).path("item").asText();
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
        return URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String file(String title, String retention) throws Exception {
        var paper = Files.writeString(papers.resolve("paper.txt"), title + "，虚构内容。");
        var batch = remote.post("batches", Map.of("title", title)).path("id").asText();
        remote.put("batches/" + batch + "/files/paper.txt", paper);
        var files = "batches/" + batch + "/files";
        server.await(
                "the paper is read",
                () -> asked(files).path("files").path(0).path("state").asText().equals("proposed"));
        var document = "review/documents/"
                + asked(files).path("files").path(0).path("documents").path(0).asText();
        Map<String, String> fields = new HashMap<>(Map.of(
                "category",
                "WS",
                "title",
                title,
                "year",
                "2025",
                "retention",
                retention,
                "responsible",
                "",
                "date",
                ""));
        remote.post(
                document + "/accept",
                Map.of("version", asked(document).path("version").asInt(), "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the paper is filed",
                () -> asked(document).path("state").asText().equals("FILED"));
        return document.substring(document.lastIndexOf('/') + 1);
    }

    private static void hasWords(Page page) {
        assertThat(page.locator("main").textContent())
                .doesNotContain("description.")
                .doesNotContain("item.");
    }

    @Test
    @Order(1)
    void whatIsMissingOrImpossibleIsToldAtItsField() {
        author.navigate("items/" + item);
        author.getByText("修改著录").first().click();
        assertThat(author.locator("label[for=e-title]")).containsText("必著");
        assertThat(author.locator("#e-retention")).hasText("D10");
        author.fill("#e-responsible", "");
        author.fill("#e-date", "2025-02-30");
        author.fill("#reason", "样例·补著责任者");
        author.click("main form button.primary");
        assertThat(author.locator("#e-responsible-error")).containsText("必著项");
        assertThat(author.locator("#e-date-error")).containsText("2025-02-30");
        assertThat(author.locator("#reason")).hasValue("样例·补著责任者");
        hasWords(author);
        Browser.show(author, "description-faults");
    }

    @Test
    @Order(2)
    void theEditIsANewVersionBesideTheOldOne() {
        colleague.navigate("items/" + item + "/description");
        author.fill("#e-responsible", "样例·医疗保障事务中心");
        author.fill("#e-date", "20250304");
        author.selectOption("#e-openness", "控制");
        author.click("main form button.primary");
        assertThat(author.locator(".toast")).containsText("第 2 版");
        assertThat(author.locator("main")).containsText("2025-03-04");
        assertThat(author.locator("main")).containsText("第 2 版著录");
        author.getByText("历次著录").click();
        assertThat(author.locator("tr[data-differs=true]")).hasCount(3);
        assertThat(author.locator("tbody ins").first()).isVisible();
        assertThat(author.locator(".events li")).hasCount(2);
        hasWords(author);
        Browser.show(author, "description-versions");
    }

    @Test
    @Order(3)
    void theSecondOfTwoSeesWhatTheFirstWrote() {
        colleague.fill("#e-responsible", "样例·医疗保障局");
        colleague.fill("#e-date", "2025-03-05");
        colleague.fill("#reason", "样例·责任者有误");
        colleague.click("main form button.primary");
        assertThat(colleague.locator("[role=alert]")).containsText("author");
        assertThat(colleague.locator("#e-responsible-hint")).containsText("样例·医疗保障事务中心");
        assertThat(colleague.locator("#e-responsible")).hasValue("样例·医疗保障局");
        Browser.show(colleague, "description-conflict");
        colleague.click("main form button.primary");
        assertThat(colleague.locator(".toast")).containsText("第 3 版");
    }

    @Test
    @Order(4)
    void theObjectHoldsEveryVersion() {
        server.await(
                "the object has three versions",
                () -> asked("items/" + item).path("objectVersion").asInt() == 3);
        var versions = asked("items/" + item + "/description/versions");
        assertThat(versions.findValuesAsText("by")).containsExactly("colleague", "author", "machine");
        assertThat(versions.findValuesAsText("objectVersion")).containsExactly("3", "2", "1");
    }

    @Test
    @Order(5)
    void aReplyIsSeenFromBothSides() {
        author.navigate("items/" + item);
        author.getByText("登记关系").click();
        author.selectOption("#kind", new SelectOption().setValue("REPLY"));
        author.fill("#code", "J057-WS·2025-D10-0999");
        author.fill("#reason", "样例·批复");
        author.click("main form.card button.primary");
        assertThat(author.locator("[role=alert]")).containsText("J057-WS·2025-D10-0999");
        author.fill("#code", SECOND);
        author.click("main form.card button.primary");
        assertThat(author.locator(".item-related")).containsText("复文");
        Browser.show(author, "item-described");
        author.locator(".item-related a").click();
        assertThat(author.locator(".item-related")).containsText("来文");
        assertThat(author.locator(".item-related")).containsText(FIRST);
        author.navigate("items/" + item + "/relations");
        Browser.show(author, "relations");
    }

    @Test
    @Order(6)
    void programsReadAndWriteTheSame() throws Exception {
        var before = remote.get("items/" + item + "/description");
        var version = before.path("version").asLong();
        assertThat(before.path("relations").path(0).path("referenceCode").asText())
                .isEqualTo(SECOND);
        var after = remote.replace(
                "items/" + item + "/description",
                Map.of("version", version, "values", Map.of("scope", "样例提要"), "reason", "样例"));
        assertThat(after.path("version").asLong()).isEqualTo(version + 1);
        assertThatThrownBy(() -> remote.replace(
                        "items/" + item + "/description",
                        Map.of("version", version, "values", Map.of("scope", "又一提要"), "reason", "样例")))
                .hasMessageContaining("已经改过");
        assertThatThrownBy(() -> remote.replace(
                        "items/" + item + "/description",
                        Map.of("version", version + 1, "values", Map.of("openness", "随便"), "reason", "样例")))
                .hasMessageContaining("未审核");
    }

    @Test
    @Order(7)
    void oneElementOfManyIsLookedAtDoneAndTakenBack() {
        author.navigate("catalogue?category=WS");
        author.getByText("修改这里全部 2 件的著录").click();
        author.selectOption("#element", new SelectOption().setValue("publicity"));
        author.fill("#value", "随便");
        author.fill("#reason", "样例·统一公开属性");
        author.click("main form button.primary");
        assertThat(author.locator("[role=alert]")).containsText("主动公开");
        author.fill("#value", "主动公开");
        Browser.show(author, "bulk-new");
        author.click("main form button.primary");
        assertThat(author.locator("main")).containsText("会改 2 件");
        assertThat(author.locator("tbody ins")).hasCount(2);
        Browser.show(author, "bulk-preview");
        author.getByText("开始修改 2 件").click();
        assertThat(author.locator("#progress")).containsText("已改 2 件");
        hasWords(author);
        author.fill("[name=reason]", "样例·改错了");
        author.getByText("撤销这次修改").click();
        assertThat(author.locator("main")).containsText("会改 2 件");
        author.getByText("开始修改 2 件").click();
        assertThat(author.locator("#progress")).containsText("已撤销 2 件");
        author.navigate("descriptions/bulk");
        assertThat(author.locator("tbody tr")).hasCount(2);
        Browser.show(author, "bulk-edits");
    }

    @Test
    @Order(8)
    void aRecordIsHeldFromItsPageAndSaysSo() {
        author.navigate("items/" + item);
        author.getByText("冻结这件档案").click();
        assertThat(author.locator("#codes")).hasValue(FIRST);
        author.fill("#reason", "样例·诉讼");
        author.click("main form button.primary");
        author.navigate("items/" + item);
        assertThat(author.locator(".item-line .badge")).containsText("已冻结");
        assertThat(author.locator(".item-hold")).containsText("样例·诉讼");
    }

    @Test
    @Order(9)
    void aTermThatWaitsForAnEventRunsFromTheNewYearAfterIt() throws Exception {
        var card = file("样例·固定资产卡片", "E5");
        author.navigate("items/" + card);
        var kept = author.locator("section:has(#kept)");
        assertThat(kept).containsText("登记了这件事，才开始算");
        author.getByText("登记起算的事").click();
        author.fill("#day", "2099-06-01");
        author.fill("#reason", "样例·报废清理批复〔2019〕6号");
        author.click("main form button.primary");
        assertThat(author.locator(".notice")).containsText("2099-06-01 还没有到");
        assertThat(author.locator("#reason")).hasValue("样例·报废清理批复〔2019〕6号");
        author.fill("#day", "2019-06-01");
        author.click("main form button.primary");
        assertThat(kept).containsText("2025-01-01 起可以再鉴定");
        assertThat(kept).containsText("改登记起算的事");
        assertThat(author.locator(".events")).containsText("登记了期限起算的事");
    }
}

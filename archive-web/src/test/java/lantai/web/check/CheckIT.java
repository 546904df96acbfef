package lantai.web.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.account.Role;
import lantai.record.Item;
import lantai.storage.ArchivalStore;
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

/** From delivered papers over the check of their batch to a damage found years later, in a real browser and over the interface. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page page;
    private static String token;
    private static String batch;
    private static final List<String> ITEMS = new ArrayList<>();

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        var added = Staff.add(server, "wang", Role.ARCHIVIST);
        page = browser.signedIn("wang", added.password());
        Browser.changeFirstPassword(page, added.password(), "paper, ink, one seal");
        token = Staff.token(server, "wang");
        batch = ask("POST", "batches", "{\"title\":\"样例·五月来文\"}").path("id").asText();
        for (var number = 1; number <= 3; number++) {
            var name = URLEncoder.encode("来文" + number + ".txt", StandardCharsets.UTF_8);
            ask("PUT", "batches/" + batch + "/files/" + name, "样例·关于医保经办的通知 第" + number + "号\n样例正文。");
        }
        server.await(
                "papers wait for review",
                () -> get("batches/" + batch).path("toReview").asInt() == 3);
        for (var id : get("review/queue?batch=" + batch + "&state=PROPOSED").path("ids")) {
            ITEMS.add(id.asText());
        }
        assertThat(ITEMS).hasSize(3);
        for (var i = 0; i < 3; i++) {
            var document = get("review/documents/" + ITEMS.get(i));
            ask("POST", "review/documents/" + ITEMS.get(i) + "/accept", """
                    {"version": %d, "fields": {"category": "WS", "title": "样例·通知 第%d号", "year": "2025", "retention": "D30",
                     "kind": "", "date": "2025-05-0%d"}}""".formatted(
                            document.path("version").asInt(), i + 1, i + 1));
        }
        ask("POST", "review/file", "{\"batch\":\"" + batch + "\"}");
        server.await(
                "they are filed",
                () -> ITEMS.stream()
                        .allMatch(id -> get("review/documents/" + id)
                                .path("state")
                                .asText()
                                .equals("FILED")));
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static JsonNode get(String path) {
        return ask("GET", path, "");
    }

    private static JsonNode ask(String method, String path, String body) {
        try {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(server.address().resolve("/api/v1/") + path))
                            .header("Authorization", "Bearer " + token)
                            .header(
                                    "Content-Type",
                                    method.equals("PUT") ? "application/octet-stream" : "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Test
    @Order(1)
    void aRecordTellsOfItsCheckAtFiling() {
        page.navigate("items/" + ITEMS.getFirst());
        assertThat(page.locator(".check-line")).containsText("四性检测");
        assertThat(page.locator(".check-line")).containsText("未执行");
        page.locator(".check-line a").first().click();
        assertThat(page.locator("h1")).containsText("四性检测报告");
        assertThat(page.locator("#rules tr[data-rule='1-7']")).containsText("GD-1-7");
        assertThat(page.locator("#rules tr[data-rule='3-4']")).containsText("待本单位确认");
        assertThat(page.locator("#rules tr[data-rule='3-4']")).containsText("随批次检测执行");
    }

    @Test
    @Order(2)
    void aBatchIsCheckedFromItsPageAndEveryFileIsOpened() {
        page.navigate("inbox/" + batch);
        page.locator(".check-line a.button").click();
        page.fill("input[name=items]", "3");
        Browser.show(page, "check-new");
        page.locator("main form button.primary").click();
        page.waitForURL("**/checks/reports/*");
        assertThat(page.locator(".check-card")).hasCount(4);
        assertThat(page.locator("#rules tr[data-rule='2-1']")).containsText("通过");
        assertThat(page.locator("#rules tr[data-rule='3-4'] .badge")).hasText("通过");
        assertThat(page.locator("#rules tr[data-rule='1-14'] .badge")).hasText("通过");
        assertThat(page.locator("#rules tr[data-rule='4-2']")).containsText("没有配置杀毒软件");
        assertThat(page.locator("#rules tr[data-rule='4-2'] .badge")).hasText("未执行");
        Browser.show(page, "check-report");
    }

    @Test
    @Order(3)
    void whatOnlyAPersonSeesIsNotedAndThePaperIsPrinted() throws IOException {
        page.fill("#note-4-5", "盘面无划痕，标签完整");
        page.locator("form.check-note:has(#note-4-5) button[value=passed]").click();
        assertThat(page.locator(".toast")).containsText("第 2 版");
        assertThat(page.locator("#rules tr[data-rule='4-5'] .badge")).hasText("通过");
        assertThat(page.locator("#family li")).hasCount(2);
        var pdf =
                page.waitForDownload(() -> page.locator("a[href$='report.pdf']").click());
        assertThat(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .contains("/Version /1.7");
        var sheet = page.waitForDownload(
                () -> page.locator("a[href$='report.xlsx']").click());
        assertThat(Files.size(sheet.path())).isGreaterThan(2000);
    }

    @Test
    @Order(4)
    void damageOnTheDiskIsFoundYearsLaterAndTheOldReportStays() throws IOException {
        page.navigate("checks/new");
        page.fill("#fonds", "J057");
        page.fill("#year", "2025");
        page.locator("main form button.primary").click();
        page.waitForURL("**/checks/reports/*");
        var whole = page.url();
        assertThat(page.locator("#failed")).hasCount(0);

        var store = ArchivalStore.open(data.resolve("objects"), data.resolve("objects-work"));
        var object = Item.objectIdOf(java.util.UUID.fromString(ITEMS.get(1)));
        var master = store.paths(object).stream()
                .filter(path -> path.startsWith("masters/"))
                .findFirst()
                .orElseThrow();
        var file = store.file(object, master);
        Files.writeString(file, Files.readString(file).replace("样例", "样本"));

        page.locator("form[action$='/retest'] button").click();
        page.waitForURL(url -> url.contains("/checks/reports/") && !url.equals(whole));
        assertThat(page.locator("#failed tbody tr").first()).containsText("LT-1-1");
        assertThat(page.locator("#failed tbody tr").first()).containsText("从备份取回");
        assertThat(page.locator("#failed tbody a").first()).hasAttribute("href", "/items/" + ITEMS.get(1));
        Browser.show(page, "check-failed");
        page.navigate(whole);
        assertThat(page.locator("#failed")).hasCount(0);
        assertThat(page.locator("#family li")).hasCount(2);
        page.navigate("checks?sort=-failed");
        assertThat(page.locator("tbody tr").first()).containsText("不合格");
        Browser.show(page, "checks");
    }

    @Test
    @Order(5)
    void programsOrderAndReadReports() {
        var run = ask("POST", "checks", "{\"stage\":\"receipt\",\"batch\":\"" + batch + "\",\"declaredItems\":4}");
        server.await(
                "the check is done",
                () -> get("checks/runs/" + run.path("id").asText())
                        .path("state")
                        .asText()
                        .equals("DONE"));
        var id = get("checks/runs/" + run.path("id").asText()).path("report").asText();
        var report = get("checks/" + id);
        assertThat(report.path("verdict").asText()).isEqualTo("FAILED");
        assertThat(report.path("sm3").asText()).hasSize(64);
        var content = get("checks/" + id + "/content");
        assertThat(content.path("failures").findValuesAsText("code")).contains("YJ-2-1", "YJ-1-1");
        assertThat(get("checks?kind=ITEM&stage=FILING").path("total").asInt()).isEqualTo(3);
        assertThat(get("checks/key").path("publicKey").asText()).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    @Order(6)
    void anOperatorChecksAtTheCommandLine() {
        var all = Staff.command("check", "--data", data.toString(), "--user", "wang", "--year", "2025");
        assertThat(all.code()).as(all.output()).isEqualTo(1);
        assertThat(all.output())
                .contains("LT-1-1", "不通过 / Failed", "! ", "结论：不合格。检测 3 件。 / Verdict: Failed.", "/checks/reports/");
        assertThat(all.output().lines().filter(line -> line.contains("LT-4-9")))
                .singleElement()
                .asString()
                .contains("未执行 / Not run", "没有备份的记录 / ");

        var nothing = Staff.command("check", "--data", data.toString(), "--year", "1999");
        assertThat(nothing.code()).isEqualTo(2);
        var stage = Staff.command("check", "--data", data.toString(), "--stage", "sometimes");
        assertThat(stage.code()).isEqualTo(2);
    }

    @Test
    @Order(7)
    void aBatchIsHeldFromItsPage() {
        page.navigate("inbox/" + batch);
        page.getByText("冻结这一批").click();
        assertThat(page.locator("input[name=scope][value=batch]")).isChecked();
        page.fill("#reason", "样例·审计");
        page.locator("main form button.primary").click();
        for (var item : ITEMS) {
            page.navigate("items/" + item);
            assertThat(page.locator(".item-hold")).containsText("样例·审计");
        }
    }
}

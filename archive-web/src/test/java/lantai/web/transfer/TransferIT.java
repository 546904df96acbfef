package lantai.web.transfer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
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
import java.util.Map;
import lantai.account.Role;
import lantai.print.Column;
import lantai.print.Table;
import lantai.print.TableSpreadsheet;
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

/** From three filed papers to the archives' receipt, by an archivist and a leader in a real browser, and at the command line. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TransferIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "paper, ink, one seal";
    private static final List<String> ITEMS = new ArrayList<>();

    @TempDir
    private static Path data;

    @TempDir
    private static Path medium;

    private static LantaiServer server;
    private static Browser browser;
    private static Page archivist;
    private static Page leader;
    private static String token;
    private static String list;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        archivist = person("wang", Role.ARCHIVIST);
        leader = person("sun", Role.LEADER);
        token = Staff.token(server, "wang");
        file();
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static Page person(String name, Role role) {
        var added = Staff.add(server, name, role);
        var page = browser.signedIn(name, added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        return page;
    }

    /** Three papers by the ways that everything takes. */
    private static void file() {
        var batch = ask("POST", "batches", "{\"title\":\"样例·旧文\"}").path("id").asText();
        for (var number = 1; number <= 3; number++) {
            var name = URLEncoder.encode("来文" + number + ".txt", StandardCharsets.UTF_8);
            ask("PUT", "batches/" + batch + "/files/" + name, "样例·关于医保经办的通知 第" + number + "号\n样例正文。");
        }
        server.await(
                "papers wait for review",
                () -> get("batches/" + batch).path("toReview").asInt() == 3);
        for (var id : get("review/queue?batch=" + batch + "&state=PROPOSED").path("ids")) {
            ITEMS.add(id.asText());
            ask("POST", "review/documents/" + id.asText() + "/accept", """
                    {"version": %d, "fields": {"category": "WS", "title": "样例·通知 第%d号", "year": "2001", "retention": "Y",
                     "kind": "", "date": "2001-05-0%d"}}""".formatted(
                    get("review/documents/" + id.asText()).path("version").asInt(), ITEMS.size(), ITEMS.size()));
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

    @Test
    @Order(1)
    void aListIsDrawnUpOfWhatIsDue() {
        archivist.navigate("transfers");
        assertThat(archivist.locator(".empty")).containsText("还没有移交清册");
        Browser.show(archivist, "transfers-empty");
        archivist.locator(".empty a.button").click();
        assertThat(archivist.locator(".empty")).containsText("没有可以移交的档案");
        archivist
                .locator("nav.tabs a", new Page.LocatorOptions().setHasText("到移交年限"))
                .click();
        assertThat(archivist.locator("tbody tr")).hasCount(3);
        archivist.fill("#archive", "样例市国家档案馆");
        archivist
                .locator("section form button.primary, form.stack button.primary")
                .first()
                .click();
        assertThat(archivist.locator("[role=alert], .notice")).containsText("没有可以移交的档案");
        archivist.check("input[name=choice][value=all]");
        archivist.fill("#archive", "样例市国家档案馆");
        Browser.show(archivist, "transfer-new");
        archivist.locator("form.stack button.primary").click();
        assertThat(archivist.locator("h1")).containsText("移交清册 YJ-");
        assertThat(archivist.locator("#entries tbody tr")).hasCount(3);
        list = archivist.url().replaceAll(".*/", "").replaceAll("\\?.*", "");
    }

    @Test
    @Order(2)
    void opinionsAreGivenAndTheCheckIsPassed() {
        assertThat(archivist.locator("form[action$='/submit'] button")).isDisabled();
        archivist.locator("#entries input[name=item]").first().check();
        archivist.selectOption("#opinion", "OPEN");
        archivist.fill("#reason", "样例·内容可以公开");
        archivist.locator("form[action$='/opinion'] button.primary").click();
        assertThat(archivist.locator(".toast")).hasText("已记下 1 件的意见。");
        archivist.check("input[name=choice][value=all]");
        archivist.selectOption("#usual", "CONTROLLED|含未公开的单位内部信息");
        Browser.show(archivist, "transfer-opinions");
        archivist.locator("form[action$='/opinion'] button.primary").click();
        assertThat(archivist.locator(".toast")).hasText("已记下 2 件的意见。");
        archivist.locator("form[action$='/submit'] button").click();
        server.await("the check is passed", () -> state().equals("CHECKED"));
        archivist.navigate("transfers/" + list);
        assertThat(archivist.locator(".facts")).containsText("SX-YJ-");
        assertThat(archivist.locator("form[action$='/approve']")).hasCount(0);
        assertThat(post(archivist, "approve", Map.of("password", PASSWORD)).status())
                .isEqualTo(403);
        var kinds = get("checks?kind=TRANSFER");
        assertThat(kinds.toString()).contains("YJ-");
    }

    @Test
    @Order(3)
    void anotherPersonApproves() {
        leader.navigate("transfers");
        leader.locator("tbody th a").first().click();
        leader.fill("#approve-password", "not mine");
        leader.locator("form[action$='/approve'] button").click();
        assertThat(leader.locator(".notice")).containsText("密码不对");
        leader.fill("#approve-password", PASSWORD);
        Browser.show(leader, "transfer-approve");
        leader.locator("form[action$='/approve'] button").click();
        assertThat(leader.locator(".toast")).hasText("已批准。");
        assertThat(post(leader, "pack", Map.of()).status()).isEqualTo(403);
    }

    @Test
    @Order(4)
    void thePackageIsMadeAndTakenAwayAtTheCommandLine() throws IOException {
        var ended = Staff.command(
                "transfer", "pack", list, "--to", medium.toString(), "--data", data.toString(), "--user", "wang");
        assertThat(ended.code()).as(ended.output()).isZero();
        var report = JSON.readTree(ended.output());
        assertThat(report.path("whole").asBoolean()).isTrue();
        assertThat(report.path("wrong")).isEmpty();
        var folder = Path.of(report.path("folder").asText());
        assertThat(folder.resolve("说明文件.TXT")).exists();
        assertThat(Files.readString(folder.resolve("文件目录.XML"))).contains("件数=\"3\"");
        archivist.navigate("transfers/" + list);
        assertThat(archivist.locator("h1 ~ p")).containsText("已打包");
        assertThat(archivist.request().get("transfers/" + list + "/package.zip").body())
                .startsWith('P', 'K');
        for (var paper : List.of("register", "catalogue", "opinions", "receipt")) {
            assertThat(archivist
                            .request()
                            .get("transfers/" + list + "/papers/" + paper + ".pdf")
                            .body())
                    .startsWith('%', 'P', 'D', 'F');
        }
        archivist.fill("#on", "2026-11-20");
        archivist.fill("#by", "样例·王");
        archivist.fill("#to", "样例·馆员");
        Browser.show(archivist, "transfer-packed");
        archivist.locator("form[action$='/hand-over'] button").click();
        assertThat(archivist.locator(".toast")).hasText("已登记交出。");
    }

    @Test
    @Order(5)
    void aReceiptThatDoesNotFitIsToldLineByLine() {
        var wrong = "档号,数字摘要,接收结果\n" + entries().get(0).path("referenceCode").asText()
                + ",00,接收\nJ999-WS·2001-Y-0001,00,接收\n";
        Browser.leave(archivist, () -> hand("回执.csv", wrong.getBytes(StandardCharsets.UTF_8)));
        var findings = archivist.locator(".transfer-findings");
        assertThat(findings).containsText("数字摘要和交出的不同");
        assertThat(findings).containsText("第 3 行：“J999-WS·2001-Y-0001”不在这份清册里");
        assertThat(findings).containsText("回执里没有");
        Browser.show(archivist, "transfer-receipt-wrong");
        assertThat(state()).isEqualTo("HANDED_OVER");
        hand("回执.csv", new byte[0]);
        assertThat(archivist.locator("#receipt .error")).hasText("回执文件是空的。");
    }

    @Test
    @Order(6)
    void theWorkbookOfTheArchivesIsTakenAndCustodyPasses() {
        var rows = new ArrayList<List<String>>();
        for (var entry : entries()) {
            var last = rows.size() == 2;
            rows.add(List.of(
                    entry.path("referenceCode").asText(),
                    entry.path("sm3").asText(),
                    last ? "退回" : "接收",
                    last ? "载体第三个文件读不出" : ""));
        }
        archivist.fill("#number", "收〔2026〕1 号");
        Browser.leave(archivist, () -> hand("移交接收回执.xlsx", workbook(rows)));
        assertThat(archivist.locator("h1 ~ p")).containsText("已接收");
        assertThat(archivist.locator("#entries")).containsText("载体第三个文件读不出");
        Browser.show(archivist, "transfer-receipted");
        var told = get("transfers/" + list);
        assertThat(told.path("accepted").asInt()).isEqualTo(2);
        assertThat(told.path("refused").asInt()).isEqualTo(1);
        archivist.navigate("items/" + entries().get(0).path("item").asText());
        assertThat(archivist.locator("#custody")).containsText("保管权已移交");
        assertThat(archivist.locator("#custody")).containsText("样例市国家档案馆");
        assertThat(get("items/" + entries().get(0).path("item").asText())
                        .at("/custody/archive")
                        .asText())
                .isEqualTo("样例市国家档案馆");
        Browser.show(archivist, "item-custody");
        archivist.navigate("transfers/new?source=CATALOGUE");
        assertThat(archivist.locator("tbody tr")).hasCount(1);
        archivist.navigate("transfers");
        Browser.show(archivist, "transfers");
    }

    private static void hand(String name, byte[] bytes) {
        archivist.setInputFiles("#file", new FilePayload(name, "application/octet-stream", bytes));
        archivist.locator("#receipt button.primary").click();
    }

    private static byte[] workbook(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try {
            new TableSpreadsheet(new Table(
                            "移交接收回执",
                            "清册",
                            List.of(
                                    Column.text("档号", 4),
                                    Column.text("数字摘要（SM3）", 8),
                                    Column.text("接收结果", 2),
                                    Column.text("说明", 4)),
                            rows,
                            List.of("填写：每件都要填。"),
                            "%d %d"))
                    .write(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static JsonNode entries() {
        return get("transfers/" + list + "/entries").path("entries");
    }

    private static String state() {
        return get("transfers/" + list).path("state").asText();
    }

    private static APIResponse post(Page who, String deed, Map<String, String> body) {
        return who.request()
                .post(
                        "api/v1/transfers/" + list + "/" + deed,
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setData(body));
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
}

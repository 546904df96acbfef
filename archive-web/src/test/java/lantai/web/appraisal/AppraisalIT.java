package lantai.web.appraisal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
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

/** From the schedule over the due list to the certificate, by five people in a real browser and over the interface. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppraisalIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "paper, ink, one seal";
    private static final Map<String, UUID> ACCOUNTS = new HashMap<>();

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page archivist;
    private static Page keeper;
    private static Page reviewer;
    private static Page leader;
    private static Page insured;
    private static List<UUID> items;
    private static String list;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        archivist = person("wang", Role.ARCHIVIST);
        keeper = person("zhao", Role.STORE_KEEPER);
        reviewer = person("qian", Role.REVIEWER);
        leader = person("sun", Role.LEADER);
        insured = person("li", Role.INSURED_PERSON);
        items = Deposit.put(server, 6, 2012);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static Page person(String name, Role role) {
        var added = Staff.add(server, name, role);
        ACCOUNTS.put(name, added.account().id());
        var page = browser.signedIn(name, added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        return page;
    }

    @Test
    @Order(1)
    void theScheduleMarksWhatTheAgencyMustConfirmAndPrintsWithoutIt() {
        archivist.navigate("appraisal/schedule");
        assertThat(archivist.locator("h1")).hasText("医疗保障经办档案保管期限表");
        var proposed = archivist.locator("tr", new Page.LocatorOptions().setHasText("住院待遇核定"));
        assertThat(proposed).containsText("待本单位确认");
        Browser.show(archivist, "schedule");
        archivist.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat(proposed).isHidden();
        assertThat(archivist.locator("tr", new Page.LocatorOptions().setHasText("门诊待遇核定")))
                .isVisible();
        archivist.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.SCREEN));
        var rows = json(archivist, "api/v1/retention-schedule").path("rows");
        assertThat(rows).hasSize(67);
        assertThat(ask(keeper, "api/v1/retention-schedule").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whatIsDueIsHeldFromTheList() {
        archivist.navigate("appraisal");
        assertThat(archivist.locator("tbody tr")).hasCount(6);
        Browser.show(archivist, "appraisal-due");
        archivist.locator("tbody input[name=item]").first().check();
        archivist.locator("#bulk button").click();
        archivist.selectOption("#cause", "DISPUTE");
        archivist.fill("#reason", "样例·费用争议，法院已立案");
        Browser.show(archivist, "hold-new");
        archivist.locator("main form button.primary").click();
        assertThat(archivist.locator(".toast")).hasText("已冻结 1 件。");
        Browser.show(archivist, "hold");
        archivist.navigate("appraisal");
        assertThat(archivist.locator("tbody tr").first()).containsText("费用争议");
        assertThat(json(archivist, "api/v1/holds").path("total").asInt()).isEqualTo(1);
        archivist.navigate("appraisal/holds");
        Browser.show(archivist, "holds");
        assertThat(ask(keeper, "api/v1/holds").status()).isEqualTo(403);
    }

    @Test
    @Order(3)
    void aGroupGivesItsOpinion() {
        archivist.navigate("appraisal");
        archivist.check("input[name=choice][value=all]");
        for (var member : List.of("wang", "qian")) {
            archivist.check("input[name=member][value='" + ACCOUNTS.get(member) + "']");
        }
        archivist.locator("form[action='/appraisal/tasks'] button.primary").click();
        assertThat(archivist.locator("[role=alert]")).containsText("至少三人");
        archivist.check("input[name=choice][value=all]");
        for (var member : List.of("wang", "qian", "sun")) {
            archivist.check("input[name=member][value='" + ACCOUNTS.get(member) + "']");
        }
        archivist.locator("form[action='/appraisal/tasks'] button.primary").click();
        assertThat(archivist.locator(".toast")).hasText("鉴定已开始，共 6 件。");
        var task = archivist.url();

        leader.navigate(task);
        leader.locator("tbody input[name=item]").nth(5).check();
        leader.check("input[name=opinion][value=KEEP]");
        leader.fill("#years", "5");
        leader.fill("#reason", "有参考价值");
        leader.locator("form[action$='/opinion'] button.primary").click();
        assertThat(leader.locator(".toast")).hasText("已记下 1 件的意见。");
        reviewer.navigate(task);
        reviewer.check("input[name=choice][value=all]");
        reviewer.check("input[name=opinion][value=DESTROY]");
        reviewer.fill("#reason", "期满，无保存价值");
        reviewer.locator("form[action$='/opinion'] button.primary").click();
        assertThat(reviewer.locator(".toast")).hasText("已记下 5 件的意见。");
        archivist.navigate(task);
        archivist.locator("form[action$='/conclude'] button").click();
        assertThat(archivist.locator("[role=alert]")).containsText("还有成员没有表态：样例·sun、样例·qian、样例·wang");
        archivist.locator("form[action$='/agree'] button").click();
        assertThat(archivist.locator(".toast")).hasText("已记下：您同意全部拟定意见。");
        reviewer.locator("tbody input[name=item]").first().check();
        reviewer.check("input[name=opinion][value=KEEP]");
        reviewer.fill("#years", "3");
        reviewer.fill("#reason", "还在复查");
        reviewer.locator("button[formaction$='/differ']").click();
        assertThat(reviewer.locator(".toast")).hasText("已记下您对 1 件的不同意见，拟定意见没有改动。");
        assertThat(reviewer.locator("#members")).containsText("留存 3 年（还在复查）；其余同意");
        leader.navigate(task);
        Browser.show(leader, "appraisal-task");
        leader.locator("form[action$='/agree'] button").click();
        archivist.navigate(task);
        archivist.locator("form[action$='/conclude'] button").click();
        assertThat(archivist.locator("h1")).hasText("销毁清册 XH-2026-001");
        list = archivist.url().substring(archivist.url().lastIndexOf('/') + 1);
    }

    @Test
    @Order(4)
    void aHoldStopsTheListUntilItEnds() {
        archivist.locator("form[action$='/submit'] button").click();
        assertThat(archivist.locator("[role=alert]")).containsText("有档案不能销毁，共 1 件");
        Browser.show(archivist, "destruction-blocked");
        archivist.navigate("appraisal/holds");
        archivist.locator("tbody th a").first().click();
        archivist.fill("#reason", "案件已结");
        archivist.locator("form[action$='/release'] button").click();
        assertThat(archivist.locator(".toast")).hasText("冻结已解除。");
        archivist.navigate("appraisal/lists/" + list);
        archivist.locator("form[action$='/submit'] button").click();
        assertThat(archivist.locator(".toast")).hasText("清册已提交，内容已固定。");
    }

    @Test
    @Order(5)
    void fourPeopleAndTheAuthorityAreNeeded() {
        archivist.fill("#authority", "样例市医疗保障局");
        archivist.fill("#number", "备〔2026〕1 号");
        archivist.fill("#on", "2026-11-20");
        archivist.locator("form[action$='/filing'] button").click();
        assertThat(archivist.locator(".toast")).hasText("备案已登记。");
        assertThat(archivist.locator("form[action$='/approve']")).hasCount(0);
        assertThat(post(archivist, "approve", Map.of("password", PASSWORD)).status())
                .isEqualTo(403);

        leader.navigate("appraisal/lists/" + list);
        leader.fill("#approve-password", "not mine");
        leader.locator("form[action$='/approve'] button").click();
        assertThat(leader.locator("[role=alert]")).containsText("密码不对");
        leader.fill("#approve-password", PASSWORD);
        leader.locator("form[action$='/approve'] button").click();
        assertThat(leader.locator(".toast")).hasText("已批准。");

        assertThat(post(archivist, "signatures", Map.of("side", "ARCHIVES", "manner", "x", "password", PASSWORD))
                        .status())
                .isEqualTo(409);
        keeper.navigate("appraisal/lists/" + list);
        keeper.fill("#manner-ARCHIVES", "现场逐件核对");
        keeper.fill("#password-ARCHIVES", PASSWORD);
        keeper.locator("form[action$='/sign'] button").click();
        assertThat(keeper.locator(".appraisal-seal[data-side=ARCHIVES]")).containsText("样例·zhao");
        assertThat(post(archivist, "begin", Map.of()).status()).isEqualTo(409);
        reviewer.navigate("appraisal/lists/" + list);
        reviewer.fill("#manner-BUSINESS", "现场逐件核对");
        reviewer.fill("#password-BUSINESS", PASSWORD);
        Browser.show(reviewer, "destruction-sign");
        reviewer.locator("form[action$='/sign'] button").click();
        assertThat(reviewer.locator(".toast")).hasText("已签字。");
    }

    @Test
    @Order(6)
    void theDestructionIsCarriedOutAndProven() {
        archivist.navigate("appraisal/lists/" + list);
        assertThat(archivist.locator(".facts")).containsText("样例·sun（组长）：同意");
        assertThat(archivist.locator(".facts")).containsText("留存 3 年（还在复查）");
        Browser.show(archivist, "destruction-list");
        archivist.locator("form[action$='/begin'] button").click();
        server.await(
                "the destruction is proven",
                () -> json(archivist, "api/v1/destruction-lists/" + list)
                        .path("state")
                        .asText()
                        .equals("CERTIFIED"));
        var told = json(archivist, "api/v1/destruction-lists/" + list);
        assertThat(told.path("removed").asInt()).isEqualTo(5);
        var gone = items.stream()
                .filter(item -> ask(archivist, "api/v1/items/" + item).status() == 404)
                .toList();
        assertThat(gone).hasSize(5);
        archivist.navigate("appraisal/lists/" + list + "/certificate");
        assertThat(archivist.locator(".notice")).containsText("没有找到残留");
        Browser.show(archivist, "certificate");
        assertThat(new String(file(archivist, "list.pdf").body(), 0, 5, US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(file(keeper, "list.xlsx").body()).startsWith('P', 'K');
        assertThat(file(insured, "list.pdf").status()).isEqualTo(403);
        assertThat(new String(file(archivist, "certificate.pdf").body(), 0, 5, US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(file(keeper, "certificate.xlsx").body()).startsWith('P', 'K');
        assertThat(file(insured, "certificate.pdf").status()).isEqualTo(403);
        var certificate = json(archivist, "api/v1/destruction-lists/" + list + "/certificate");
        assertThat(certificate.path("destroyed")).hasSize(5);
        assertThat(certificate.path("clean").asBoolean()).isTrue();
    }

    @Test
    @Order(7)
    void killedInTheMiddleTheDestructionGoesOnByItself() {
        var many = Deposit.put(server, 60, 2011);
        var members = List.of(ACCOUNTS.get("wang"), ACCOUNTS.get("qian"), ACCOUNTS.get("sun"));
        var task = sent(archivist, "api/v1/appraisals", Map.of("title", "样例", "members", members, "items", many));
        var path = "api/v1/appraisals/" + task.path("id").asText();
        sent(reviewer, path + "/opinions", Map.of("opinion", "DESTROY", "reason", "期满"));
        sent(reviewer, path + "/agreement", Map.of());
        sent(leader, path + "/absences", Map.of("member", ACCOUNTS.get("wang"), "reason", "出差"));
        var spoken = sent(leader, path + "/agreement", Map.of());
        assertThat(spoken.findValuesAsText("stance")).containsExactlyInAnyOrder("AGREES", "AGREES", "ABSENT");
        list = sent(leader, path + "/conclude", Map.of()).path("list").asText();
        assertThat(words(file(archivist, "list.xlsx").body())).contains("样例·wang：缺席（出差）", "样例·sun（组长）：同意");
        var way = "api/v1/destruction-lists/" + list;
        sent(archivist, way + "/submit", Map.of());
        sent(archivist, way + "/filing", Map.of("authority", "样例局", "number", "2", "on", "2026-11-20"));
        sent(leader, way + "/approve", Map.of("password", PASSWORD));
        sent(keeper, way + "/signatures", Map.of("side", "ARCHIVES", "manner", "现场", "password", PASSWORD));
        sent(reviewer, way + "/signatures", Map.of("side", "BUSINESS", "manner", "现场", "password", PASSWORD));
        sent(archivist, way + "/begin", Map.of());
        server.await(
                "some records are gone",
                () -> json(archivist, way).path("removed").asInt() > 3);
        server.server().destroyForcibly();
        server.await("the server is back", server::ready);
        assertThat(json(archivist, way).path("state").asText()).isIn("EXECUTING", "EXECUTED", "CERTIFIED");
        server.await(
                "the destruction is proven",
                () -> json(archivist, way).path("state").asText().equals("CERTIFIED"));
        assertThat(json(archivist, way + "/certificate").path("destroyed")).hasSize(60);
        assertThat(many)
                .allSatisfy(item -> assertThat(
                                ask(archivist, "api/v1/items/" + item).status())
                        .isEqualTo(404));
    }

    private static JsonNode sent(Page who, String path, Map<String, ?> body) {
        var answer = who.request()
                .post(
                        path,
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setData(body));
        assertThat(answer.status()).as(path + " " + answer.text()).isLessThan(300);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static APIResponse file(Page who, String name) {
        return who.request().get("appraisal/lists/" + list + "/" + name);
    }

    /** All words of a spreadsheet. */
    private static String words(byte[] xlsx) {
        var words = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            while (zip.getNextEntry() != null) {
                words.append(new String(zip.readAllBytes(), UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return words.toString();
    }

    private static APIResponse ask(Page who, String path) {
        return who.request()
                .get(path, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "application/json"));
    }

    private static APIResponse post(Page who, String deed, Map<String, String> body) {
        return who.request()
                .post(
                        "api/v1/destruction-lists/" + list + "/" + deed,
                        RequestOptions.create()
                                .setHeader("Sec-Fetch-Site", "same-origin")
                                .setData(body));
    }

    private static JsonNode json(Page who, String path) {
        var answer = ask(who, path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

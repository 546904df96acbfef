package lantai.web.policy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
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

/** A rule and a fonds change on the screen, told in the order of the work: an archivist drafts, a colleague approves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PolicyIT {
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page author;
    private static Page colleague;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        browser = Browser.open(server);
        author = person("author", Role.ARCHIVIST);
        colleague = person("colleague", Role.REVIEWER);
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

    /** A request as the archive's own page would send it. */
    private static RequestOptions json(String body) {
        return RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setHeader("Origin", server.address().toString().replaceAll("/$", ""))
                .setData(body);
    }

    private static void hasWords(Page page) {
        assertThat(page.locator("main").textContent()).doesNotContain("policy.").doesNotContain("fonds.");
    }

    @Test
    @Order(1)
    void everyRuleOfTheHouseIsListedAndReadTheSameWay() {
        author.navigate("policies");
        var names = author.locator("tbody th a").allTextContents();
        assertThat(names).contains("文种与识别规则", "档号编制规则", "保管期限表", "个人信息判定规则", "规则由谁批准");
        Browser.show(author, "policies");
        for (var rule : names) {
            author.navigate("policies");
            author.locator("tbody th a").getByText(rule).first().click();
            assertThat(author.locator("h1")).hasText(rule);
            hasWords(author);
        }
        author.navigate("policies/retention-schedule");
        assertThat(author.locator("main")).containsText("待本单位确认");
        assertThat(author.locator("#agrees")).containsText("没有不一致");
        for (var column : List.of("类", "期限", "来源", "文种", "最低期限")) {
            assertThat(author.locator("td[data-label='" + column + "']").allTextContents())
                    .hasSizeGreaterThan(50)
                    .noneMatch(cell -> cell.matches("(?s).*[A-Za-z].*"));
        }
        author.navigate("policies/classification");
        assertThat(author.locator("td[data-label='保管期限']").allTextContents())
                .noneMatch(cell -> cell.matches("(?s).*[A-Za-z].*"));
        assertThat(author.locator("#agrees")).containsText("没有不一致");
        author.navigate("policies/policy-approval");
        assertThat(author.locator("#agrees")).hasCount(0);
        Browser.show(author, "policy");
    }

    @Test
    @Order(2)
    void aBadRowIsRefusedAtItsFieldAndNothingTypedIsLost() {
        author.navigate("policies/document-kinds");
        author.getByText("起草修改").click();
        assertThat(author.locator(".toast")).containsText("草案已建立");
        author.locator("#kinds-0 a[href$='/rows/kinds/0']").click();
        var code = author.locator("#code").inputValue();
        author.fill("#code", "登记表");
        author.click("main button.primary");
        assertThat(author.locator("#code-error")).hasText("“登记表”不对，应为：小写字母和数字，中间用连字符。");
        assertThat(author.locator("#code")).hasValue("登记表");
        Browser.show(author, "policy-row");
        author.fill("#code", code);
        assertThat(author.locator("#retention option:checked")).hasText("永久");
        assertThat(author.locator("#link option:checked")).hasText("参保单位登记");
        author.selectOption("#retention", new SelectOption().setLabel("100年"));
        author.click("main button.primary");
        assertThat(author.locator(".policy-changes del")).hasText("永久");
        assertThat(author.locator(".policy-changes ins")).hasText("100年");
        hasWords(author);
    }

    @Test
    @Order(3)
    void theDraftIsSubmittedAndItsAuthorCannotApproveIt() {
        author.navigate("policies/document-kinds/draft");
        author.fill("#reason", "样例·馆务会 2026 年第 5 次会议");
        author.click("form[action$='/submit'] button");
        assertThat(author.locator(".toast")).containsText("已送批");
        assertThat(author.locator("form[action$='/approve']")).hasCount(0);
        assertThat(author.locator("main")).containsText("由另一个人批准");
    }

    @Test
    @Order(4)
    void theColleagueSeesWhatWaitsReturnsItWithAReasonAndApprovesTheSecondTry() {
        colleague.navigate("policies");
        assertThat(colleague.locator("main")).containsText("等您批准");
        colleague.navigate("policies/document-kinds/draft");
        colleague.fill("#return-reason", "依据请写全");
        colleague.click("form[action$='/return'] button");
        assertThat(colleague.locator(".toast")).hasText("已退回。");
        author.navigate("policies/document-kinds/draft");
        assertThat(author.locator("main")).containsText("依据请写全");
        author.fill("#reason", "样例·馆务会 2026 年第 5 次会议，第三项");
        author.click("form[action$='/submit'] button");
        colleague.navigate("policies/document-kinds/draft");
        colleague.click("form[action$='/approve'] button");
        assertThat(colleague.locator(".toast")).containsText("第 2 版已批准");
        assertThat(colleague.locator("#kinds-0")).containsText("100年");
    }

    @Test
    @Order(5)
    void oldVersionsStayReadableAndComparable() {
        author.navigate("policies/document-kinds?version=1");
        assertThat(author.locator("main")).containsText("这是旧版本");
        author.navigate("policies/document-kinds/compare?from=1&to=2");
        assertThat(author.locator(".policy-changes tbody tr")).hasCount(1);
        assertThat(author.locator(".policy-changes ins")).hasText("100年");
        Browser.show(author, "policy-compare");
    }

    @Test
    @Order(6)
    void aRuleIsDraftedOverTheInterfaceAndItsFaultsHaveTheirPlace() {
        var bad = author.request()
                .put(
                        server.address() + "api/v1/policies/policy-approval/draft",
                        json("{\"approvers\":[{\"rule\":\"*\",\"roles\":[\"NOBODY\"]}]}"));
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.text()).contains("\"path\":\"/approvers/0/roles\"").contains("CELL_NOT_A_CHOICE");
        var submit = author.request()
                .post(
                        server.address() + "api/v1/policies/policy-approval/draft/submit",
                        json("{\"revision\":2,\"reason\":\"样例\",\"effectiveOn\":\"2099-01-01\"}"));
        assertThat(submit.status()).isEqualTo(409);
        assertThat(submit.text()).contains("DRAFT_NOT_VALID");
        author.navigate("policies/policy-approval/draft");
        assertThat(author.locator("[role=alert]")).containsText("批准人第 1 行“可以批准的岗位”：“NOBODY”不在可选范围内");
        Browser.show(author, "policy-draft");
    }

    @Test
    @Order(7)
    void aFondsKeepsItsNumberWhenItsBodyIsRenamed() {
        author.navigate("fonds");
        assertThat(author.locator("tbody")).containsText("J057");
        author.fill("#number", "z109");
        author.fill("#title", "样例·第二全宗");
        author.fill("#creator", "样例·旧名中心");
        author.fill("#openedOn", "2001-07-01");
        author.click("form[action='/fonds'] button");
        assertThat(author.locator("h1")).hasText("Z109 样例·第二全宗");
        author.getByText("登记改名").click();
        author.fill("#name", "样例·新名中心");
        author.fill("#from", "2019-03-01");
        author.fill("#name-basis", "样例·改名批复");
        author.click("form[action$='/names'] button");
        assertThat(author.locator("h1")).hasText("Z109 样例·第二全宗");
        assertThat(author.locator(".events li").first()).containsText("样例·新名中心");
        author.fill("#paper-title", "样例·全宗介绍");
        author.click("form[action$='/papers'] button");
        assertThat(author.locator("table")).containsText("样例·全宗介绍");
        hasWords(author);
        Browser.show(author, "fonds");
        author.navigate("fonds");
        Browser.show(author, "fonds-list");
        assertThat(author.request().get(server.address() + "api/v1/fonds/Z109").text())
                .contains("样例·旧名中心", "样例·新名中心", "样例·全宗介绍");
    }

    @Test
    @Order(90)
    void everyWrongNumberOfAFormIsToldAtItsFieldAtOnce() {
        author.navigate("policies/unseen-acceptance");
        author.getByText("起草修改").click();
        author.navigate("policies/unseen-acceptance/draft/fields");
        author.fill("#certainty", "79");
        author.fill("#examples", "0");
        author.fill("#recheck", "很多");
        author.click("main button.primary");
        assertThat(author.locator("#certainty-error")).hasText("“79”超出范围，请填 80 到 100。");
        assertThat(author.locator("#examples-error")).containsText("超出范围");
        assertThat(author.locator("#recheck-error")).containsText("不是数字");
        assertThat(author.locator("#recheck")).hasValue("很多");
        Browser.show(author, "policy-numbers");
    }
}

package lantai.web.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
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

/** The life of an account, told in the order of the work: two administrators, one new colleague. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountIT {
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page system;
    private static Page security;
    private static String firstPassword;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
        system = administrator("sysadmin");
        security = administrator("secadmin");
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static Page administrator(String name) {
        var first = server.firstPasswords().get(name);
        var page = browser.signedIn(name, first);
        Browser.changeFirstPassword(page, first, PASSWORD);
        return page;
    }

    @Test
    @Order(1)
    void theSystemAdministratorMakesADepartment() {
        system.navigate("departments");
        system.fill("#new", "样例·待遇审核科");
        system.click("form[action='/departments'] button");
        assertThat(system.locator(".toast")).hasText("部门已添加。");
        Browser.show(system, "departments");
        system.fill("#new", "样例·待遇审核科");
        system.click("form[action='/departments'] button");
        assertThat(system.locator("[role=alert]")).containsText("已经有一个部门叫");
    }

    @Test
    @Order(2)
    void aNewAccountShowsItsFirstPasswordOnce() {
        system.navigate("accounts");
        system.click("a[href='/accounts/new']");
        system.fill("#displayName", "样例·王芳");
        system.fill("#name", "Wang Fang");
        system.click("main button.primary");
        assertThat(system.locator("#name-error")).containsText("小写字母");
        assertThat(system.locator("#displayName")).hasValue("样例·王芳");
        Browser.show(system, "account-new");
        system.fill("#name", "wangfang");
        system.selectOption("#department", new SelectOption().setLabel("样例·待遇审核科"));
        system.click("main button.primary");
        firstPassword = system.locator(".one-time").textContent();
        Browser.show(system, "account-first-password");
        system.navigate("accounts?q=wangfang");
        assertThat(system.locator("tbody tr")).hasCount(1);
        assertThat(system.locator("tbody")).containsText("待分配岗位");
    }

    @Test
    @Order(3)
    void theSystemAdministratorCannotGiveRoles() {
        Browser.leave(system, () -> system.click("tbody th a"));
        assertThat(system.locator("form[action$='/roles']")).hasCount(0);
        assertThat(system.locator("main")).containsText("岗位由安全管理员分配");
        Browser.show(system, "account");
    }

    @Test
    @Order(4)
    void theSecurityAdministratorGivesRolesButNoTwoOfTheThreeAndNoneToHimself() {
        security.navigate("accounts?q=wangfang");
        Browser.leave(security, () -> security.click("tbody th a"));
        Browser.show(security, "account-roles");
        security.check("input[value=SYSTEM_ADMINISTRATOR]");
        security.check("input[value=AUDIT_ADMINISTRATOR]");
        security.click("form[action$='/roles'] button");
        assertThat(security.locator("[role=alert]")).containsText("三个管理员要由三个人担任");
        security.check("input[value=ARCHIVIST]");
        security.uncheck("input[value=SYSTEM_ADMINISTRATOR]");
        security.uncheck("input[value=AUDIT_ADMINISTRATOR]");
        security.click("form[action$='/roles'] button");
        assertThat(security.locator(".toast")).containsText("岗位已分配");
        security.navigate("accounts?q=secadmin");
        Browser.leave(security, () -> security.click("tbody th a"));
        assertThat(security.locator("form[action$='/roles']")).hasCount(0);
    }

    @Test
    @Order(5)
    void theNewColleagueComesInAndMayNotEnterTheAccounts() {
        var colleague = browser.signedIn("wangfang", firstPassword);
        Browser.changeFirstPassword(colleague, firstPassword, PASSWORD);
        colleague.navigate("accounts");
        assertThat(colleague.locator("h1")).hasText("这里您不能进");
        Browser.show(colleague, "forbidden");
    }

    @Test
    @Order(6)
    void whoIsDisabledIsOutAtOnce() {
        var colleague = browser.signedIn("wangfang", PASSWORD);
        system.navigate("accounts?q=wangfang");
        system.click("tbody th a");
        system.click("[data-opens=disable]");
        assertThat(system.locator("#disable")).isVisible();
        system.click("#disable button.primary");
        assertThat(system.locator(".toast")).hasText("已停用。");
        colleague.navigate("password");
        assertThat(colleague.locator("h1")).hasText("登录");
        system.click("form[action$='/enable'] button");
        assertThat(system.locator(".toast")).hasText("已启用。");
    }

    @Test
    @Order(7)
    void aForgottenPasswordIsResetAndTheOldOneIsDead() {
        var colleague = browser.signedIn("wangfang", PASSWORD);
        system.navigate("accounts?q=wangfang");
        system.click("tbody th a");
        system.click("[data-opens=reset]");
        assertThat(system.locator("#reset")).containsText("样例·王芳");
        system.click("#reset button.primary");
        var fresh = system.locator(".one-time").textContent();
        colleague.navigate("password");
        assertThat(colleague.locator("h1")).hasText("登录");
        var old = browser.signedIn("wangfang", PASSWORD);
        assertThat(old.locator("[role=alert]")).isVisible();
        var again = browser.signedIn("wangfang", fresh);
        assertThat(again).hasURL(java.util.regex.Pattern.compile(".*/password.*"));
        Browser.changeFirstPassword(again, fresh, PASSWORD + " again");
    }

    @Test
    @Order(8)
    void openWorkIsHandedOver() {
        Staff.add(server, "taker", Role.ARCHIVIST);
        var token = Staff.token(server, "wangfang");
        deliver(token);
        system.navigate("accounts?q=wangfang");
        Browser.leave(system, () -> system.click("tbody th a"));
        var giver = system.url();
        server.await("a document waits for review", () -> {
            system.navigate(giver);
            system.click("[data-opens=hand-over]");
            system.selectOption("#to", new SelectOption().setLabel("样例·taker (taker)"));
            system.click("#hand-over button.primary");
            return !system.locator(".toast").textContent().contains("已移交 0 项");
        });
        assertThat(system.locator(".toast")).containsText("已移交 1 项工作");
    }

    /** Brings in one small paper over the interface. */
    private static void deliver(String token) {
        var options = RequestOptions.create().setHeader("Authorization", "Bearer " + token);
        var api = system.request();
        var batch = api.post(
                "api/v1/batches",
                options.setData("{\"title\":\"样例移交\"}").setHeader("Content-Type", "application/json"));
        var id = java.util.regex.Pattern.compile("\"id\":\"([^\"]+)").matcher(batch.text());
        org.assertj.core.api.Assertions.assertThat(id.find()).as(batch.text()).isTrue();
        api.put(
                "api/v1/batches/" + id.group(1) + "/files/notice.txt",
                RequestOptions.create()
                        .setHeader("Authorization", "Bearer " + token)
                        .setHeader("Content-Type", "application/octet-stream")
                        .setData("样例市医疗保障局关于移交的通知".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    @Order(9)
    void severalAccountsAreChangedAtOnceOrNone() {
        Staff.add(server, "zhao-a", Role.COLLECTOR);
        Staff.add(server, "zhao-b", Role.COLLECTOR);
        system.navigate("accounts?q=zhao");
        var first = system.locator("tbody input[name=account]").first();
        first.focus();
        system.keyboard().press("Space");
        assertThat(system.locator("#bulk")).containsText("已选 1 人");
        system.check("[data-all]");
        assertThat(system.locator("#bulk")).containsText("已选 2 人");
        Browser.show(system, "accounts-chosen");
        system.click("[data-opens=many-department]");
        system.selectOption("#new-department", new SelectOption().setLabel("样例·待遇审核科"));
        system.click("#many-department button.primary");
        assertThat(system.locator(".toast")).hasText("已调整 2 人的部门。");
        assertThat(system).hasURL(java.util.regex.Pattern.compile(".*/accounts\\?q=zhao"));
        assertThat(system.locator("tbody tr").first()).containsText("样例·待遇审核科");
        system.check("[data-all]");
        system.click("[data-opens=many-disable]");
        system.click("#many-disable button.primary");
        assertThat(system.locator(".toast")).hasText("已停用 2 人。");
        assertThat(system.locator("tbody tr.off")).hasCount(2);
        system.check("[data-all]");
        system.click("#bulk button[formaction*=enable]");
        assertThat(system.locator(".toast")).hasText("已启用 2 人。");
        system.check("[data-all]");
        system.click("[data-opens=many-hand-over]");
        system.selectOption("#many-hand-over #to", new SelectOption().setLabel("样例·zhao-a (zhao-a)"));
        system.click("#many-hand-over button.primary");
        assertThat(system.locator("[role=alert]")).containsText("一个也没有改");
        system.locator("thead a").first().click();
        assertThat(system).hasURL(java.util.regex.Pattern.compile(".*/accounts\\?q=zhao.*sort=.*"));
    }

    @Test
    @Order(10)
    void theSecurityAdministratorGivesSeveralPeopleARoleButNeverAnAdministrators() {
        security.navigate("accounts?q=zhao");
        assertThat(security.locator("#bulk button[formaction*=enable]")).hasCount(0);
        security.check("[data-all]");
        security.click("[data-opens=many-role]");
        assertThat(security.locator("#new-role option[value=SYSTEM_ADMINISTRATOR]"))
                .hasCount(0);
        security.selectOption("#new-role", "STORE_KEEPER");
        security.click("#many-role button.primary");
        assertThat(security.locator(".toast")).hasText("已给 2 人加上岗位。");
        assertThat(security.locator("tbody tr").first()).containsText("收集员、库房管理员");
        var chosen = security.locator("tbody input[name=account]").first().getAttribute("value");
        var form = com.microsoft.playwright.options.FormData.create().set("account", chosen);
        var origin = RequestOptions.create()
                .setHeader("Origin", server.address().toString().replaceAll("/$", ""));
        org.assertj.core.api.Assertions.assertThat(security.request()
                        .post("accounts/many/disable", origin.setForm(form))
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(11)
    void listsAreFilteredSortedAndKeptInTheAddress() {
        system.navigate("accounts?sort=-name");
        assertThat(system.locator("tbody tr").first()).containsText("zhao-b");
        system.selectOption("select[name=role]", "SECURITY_ADMINISTRATOR");
        system.waitForURL("**/accounts?*role=SECURITY_ADMINISTRATOR*");
        assertThat(system.locator("tbody tr")).hasCount(1);
        system.navigate("accounts");
        Browser.show(system, "accounts");
        system.navigate("roles");
        Browser.show(system, "roles");
    }

    @Test
    @Order(12)
    void aLongListIsPaged() {
        Staff.addMany(server, "crowd", 55, Role.COLLECTOR);
        system.navigate("accounts?q=crowd&sort=-name");
        assertThat(system.locator("tbody tr")).hasCount(50);
        assertThat(system.locator(".pager")).containsText("共 55 人，1–50");
        system.click("[rel=next]");
        assertThat(system.locator("tbody tr")).hasCount(5);
        assertThat(system.locator("tbody tr").last()).containsText("crowd-01");
        system.click("[rel=prev]");
        assertThat(system.locator("tbody tr").first()).containsText("crowd-55");
    }
}

package lantai.web.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import lantai.web.Browser;
import lantai.web.LantaiServer;
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
        system.click("tbody th a");
        assertThat(system.locator("form[action$='/roles']")).hasCount(0);
        assertThat(system.locator("main")).containsText("岗位由安全管理员分配");
        Browser.show(system, "account");
    }

    @Test
    @Order(4)
    void theSecurityAdministratorGivesRolesButNoTwoOfTheThreeAndNoneToHimself() {
        security.navigate("accounts?q=wangfang");
        security.click("tbody th a");
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
        security.click("tbody th a");
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
    void listsAreFilteredSortedAndKeptInTheAddress() {
        system.navigate("accounts?sort=-name");
        assertThat(system.locator("tbody tr").first()).containsText("wangfang");
        system.selectOption("select[name=role]", "SECURITY_ADMINISTRATOR");
        system.waitForURL("**/accounts?*role=SECURITY_ADMINISTRATOR*");
        assertThat(system.locator("tbody tr")).hasCount(1);
        system.navigate("accounts");
        Browser.show(system, "accounts");
        system.navigate("roles");
        Browser.show(system, "roles");
    }
}

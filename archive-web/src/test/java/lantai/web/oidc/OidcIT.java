package lantai.web.oidc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lantai.account.Role;
import lantai.audit.AuditAction;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Signing in through a real identity provider, in a real browser; the steps of one story. */
@TestMethodOrder(OrderAnnotation.class)
class OidcIT {
    private static final String ADMINISTRATOR = "a reading room at dusk";

    @TempDir
    private static Path data;

    @TempDir
    private static Path providers;

    private static Keycloak keycloak;
    private static LantaiServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        var port = Keycloak.freePort();
        keycloak = Keycloak.start(providers, URI.create("http://127.0.0.1:" + port + "/"));
        server = LantaiServer.start(
                data,
                Map.of(
                        "LANTAI_OIDC_ISSUER",
                        keycloak.issuer(),
                        "LANTAI_OIDC_CLIENT",
                        Keycloak.CLIENT,
                        "LANTAI_OIDC_SECRET",
                        Keycloak.SECRET,
                        "LANTAI_OIDC_NAME",
                        "样例统一认证"),
                "--port",
                Integer.toString(port));
        browser = Browser.open(server);
        Staff.add(server, "wangfang", Role.ARCHIVIST);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
        keycloak.close();
    }

    private static Page begin() {
        var page = browser.visitor();
        page.navigate("sign-in?to=%2Fsearch%3Fq%3D2025");
        assertThat(page.locator("#provider")).hasText("用样例统一认证登录");
        Browser.leave(page, () -> page.click("#provider"));
        return page;
    }

    private static void prove(Page page) {
        page.fill("#username", Keycloak.PERSON);
        page.fill("#password", Keycloak.PASSWORD);
        page.click("#kc-login");
    }

    /** {@return the address that the provider sends the person to, who does not get there}; pages cannot stop redirects, DevTools can */
    private static String caught(Page page) {
        var address = new CompletableFuture<String>();
        var tools = page.context().newCDPSession(page);
        tools.on("Fetch.requestPaused", paused -> {
            address.complete(paused.getAsJsonObject("request").get("url").getAsString());
            var blocked = new JsonObject();
            blocked.add("requestId", paused.get("requestId"));
            blocked.addProperty("errorReason", "Aborted");
            tools.send("Fetch.failRequest", blocked);
        });
        tools.send("Fetch.enable", JsonParser.parseString("""
                {"patterns": [{"urlPattern": "*/sign-in/provider/back*"}]}
                """).getAsJsonObject());
        prove(page);
        page.waitForCondition(address::isDone);
        tools.detach();
        return address.join();
    }

    @Test
    @Order(1)
    void whoIsTiedToNoAccountIsToldWhomToAskAndTheAdministratorTiesHim() {
        var page = begin();
        prove(page);
        assertThat(page.locator("[role=alert]")).containsText("没有可用的账号与之关联。请把这串身份号告诉系统管理员：");
        Browser.show(page, "sign-in-provider-untied");
        var subject = page.locator("[role=alert]").textContent().strip().replaceAll(".*：", "");
        assertThat(Staff.audited(server, AuditAction.SIGN_IN_FAILED).getFirst().subjectId())
                .isEqualTo(subject);

        var administrator = browser.signedIn("sysadmin", server.firstPasswords().get("sysadmin"));
        Browser.changeFirstPassword(administrator, server.firstPasswords().get("sysadmin"), ADMINISTRATOR);
        administrator.click("text=wangfang");
        administrator.fill("#subject", subject);
        Browser.leave(administrator, () -> administrator.click("form[action$='/identity'] button"));
        assertThat(administrator.locator(".toast")).hasText("已关联。");
        Browser.show(administrator, "account-identity");
        assertThat(Staff.audited(server, AuditAction.IDENTITY_TIED)).hasSize(1);
    }

    @Test
    @Order(2)
    void whoIsTiedComesInWithoutHisFirstPasswordAndGoesWhereHeWanted() {
        var page = begin();
        prove(page);
        page.waitForURL("**/search?q=2025");
        var entry = Staff.audited(server, AuditAction.SIGNED_IN).getFirst();
        assertThat(entry.actor().name()).isEqualTo("wangfang");
        assertThat(entry.detail()).containsEntry("by", "provider");
        page.navigate("sign-ins");
        assertThat(page.locator(".devices")).containsText("Chrome");
        page.navigate("inbox");
        Browser.leave(page, () -> page.evaluate("document.querySelector(`form[action='/sign-out']`).requestSubmit()"));
        assertThat(page.locator("#left")).containsText("在样例统一认证还是登录的");
        Browser.show(page, "sign-in-provider-left");
        page.click("#left a");
        page.waitForURL("**/logout**");
        page.click("#kc-logout");
        page.waitForURL("**/sign-in");
        page.click("#provider");
        assertThat(page.locator("#kc-login")).isVisible();
    }

    @Test
    @Order(3)
    void anAnswerIsGoodOnceAndInTheBrowserThatAskedAlone() {
        var page = begin();
        var answer = caught(page);
        var thief = browser.visitor();
        thief.navigate(answer);
        assertThat(thief.locator("[role=alert]")).containsText("不是在这个浏览器里开始的");
        page.navigate(answer.replaceAll("state=[^&]+", "state=another"));
        assertThat(page.locator("[role=alert]")).containsText("不是在这个浏览器里开始的");

        var again = begin();
        again.navigate(caught(again));
        again.waitForURL("**/search?q=2025");
        var replayed = browser.visitor();
        replayed.navigate("sign-in");
        Browser.leave(replayed, () -> replayed.click("#provider"));
        var fresh = caught(replayed);
        replayed.navigate(fresh.replaceAll("iss=[^&]+", "iss=https%3A%2F%2Felsewhere.example"));
        assertThat(replayed.locator("[role=alert]")).containsText("样例统一认证没有确认您的身份");
        replayed.navigate(fresh);
        assertThat(replayed.locator("[role=alert]")).containsText("不是在这个浏览器里开始的");
    }

    @Test
    @Order(4)
    void aCodeThatWasRedeemedOpensNothingASecondTime() {
        var page = begin();
        var answer = caught(page);
        var cookies = page.context().cookies();
        page.navigate(answer);
        page.waitForURL("**/search?q=2025");
        page.context().clearCookies();
        page.context().addCookies(cookies);
        page.navigate(answer);
        assertThat(page.locator("[role=alert]")).containsText("样例统一认证没有确认您的身份");
    }

    @Test
    @Order(5)
    void aNewKeyOfTheProviderIsLearnt() throws IOException {
        keycloak.rotate();
        var page = begin();
        prove(page);
        page.waitForURL("**/search?q=2025");
    }

    @Test
    @Order(6)
    void whileTheProviderIsSilentThePasswordStillOpens() {
        var page = begin();
        var answer = caught(page);
        keycloak.close();
        page.navigate(answer);
        assertThat(page.locator("[role=alert]")).containsText("样例统一认证现在连不上");
        Browser.signIn(page, "sysadmin", ADMINISTRATOR);
        assertThat(page.url()).endsWith("/search?q=2025");
    }
}

package lantai.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coming in and going out, in a real browser. */
class SignInIT {
    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        browser = Browser.open(server);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void whoHasNotSignedInIsAskedToAndComesBackToWhereHeWanted() {
        var page = browser.visitor();
        page.navigate("accounts?q=wang");
        assertThat(page.url()).endsWith("/sign-in?to=%2Faccounts%3Fq%3Dwang");
        Browser.show(page, "sign-in");
    }

    @Test
    void aWrongPasswordDoesNotTellWhichPartIsWrong() {
        var page = browser.visitor();
        page.navigate("sign-in");
        Browser.signIn(page, "nobody-here", "wrong");
        PlaywrightAssertions.assertThat(page.locator("[role=alert]")).hasText("用户名或密码不对。请再试一次。");
        assertThat(page.inputValue("#name")).isEqualTo("nobody-here");
        assertThat(page.inputValue("#password")).isEmpty();
    }

    @Test
    void afterFiveWrongPasswordsOneHasToWaitAlsoWithANameThatDoesNotExist() {
        var page = browser.visitor();
        page.navigate("sign-in");
        for (var i = 0; i < 5; i++) {
            Browser.signIn(page, "nobody-at-all", "wrong" + i);
        }
        PlaywrightAssertions.assertThat(page.locator("[role=alert]")).containsText("错的次数太多了。请过 10 分钟再试");
    }

    @Test
    void whileOneHasToWaitTheRightPasswordIsAnsweredLikeAWrongOne() {
        var added = Staff.add(server, "forgetful", Role.ARCHIVIST);
        var page = browser.visitor();
        page.navigate("sign-in");
        for (var i = 0; i < 5; i++) {
            Browser.signIn(page, "forgetful", "wrong" + i);
        }
        Browser.signIn(page, "forgetful", "wrong again");
        var wrong = page.locator("[role=alert]").textContent();
        Browser.signIn(page, "forgetful", added.password());
        PlaywrightAssertions.assertThat(page.locator("[role=alert]")).hasText(wrong);
        assertThat(wrong).contains("请过 10 分钟再试");
    }

    @Test
    void theFirstPasswordIsChangedBeforeAnythingElse() {
        var first = server.firstPasswords().get("auditadmin");
        var page = browser.signedIn("auditadmin", first);
        assertThat(page.url()).endsWith("/password");
        Browser.show(page, "first-password");
        page.navigate("audit");
        assertThat(page.url()).endsWith("/password");
        Browser.changeFirstPassword(page, first, "short");
        assertThat(page.url()).endsWith("/password");
        Browser.changeFirstPassword(page, "not-the-old-one", "a reading room at dusk");
        PlaywrightAssertions.assertThat(page.locator("#before-error")).containsText("现在的密码不对");
        var elsewhere = browser.signedIn("auditadmin", first);
        Browser.changeFirstPassword(page, first, "a reading room at dusk");
        assertThat(page.url()).endsWith("/audit");
        elsewhere.navigate("password");
        assertThat(elsewhere.url()).as("the sign-in made with the old password").contains("/sign-in");
        PlaywrightAssertions.assertThat(page.locator(".toast")).hasText("密码已换好。");
        PlaywrightAssertions.assertThat(page.locator("tbody")).containsText("修改密码");
        Browser.show(page, "audit");
        signOut(page);
        assertThat(page.url()).endsWith("/sign-in");
        page.goBack();
        page.reload();
        assertThat(page.url()).contains("/sign-in");
    }

    @Test
    void languageAndTypeSizeChangeWithoutScripts() {
        var page = browser.visitor(false);
        page.navigate("sign-in");
        page.click("button[name=size]");
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("data-size", "large");
        page.click("button[name=language]");
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Sign in");
        PlaywrightAssertions.assertThat(page.locator("html")).hasAttribute("lang", "en");
        Browser.show(page, "sign-in-large");
    }

    @Test
    void anUnknownPageSaysSoInPlainWords() {
        var page = browser.visitor();
        page.navigate("no/such/page");
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("没有找到");
        Browser.show(page, "not-found");
    }

    @Test
    void anotherSiteCannotSignAnybodyIn() {
        var page = browser.visitor();
        page.navigate("sign-in");
        var answer = page.request()
                .post(
                        "sign-in",
                        RequestOptions.create()
                                .setHeader("Origin", "https://elsewhere.example")
                                .setForm(FormData.create().set("name", "nobody").set("password", "x")));
        assertThat(answer.status()).isEqualTo(403);
    }

    private static void signOut(Page page) {
        page.click("details.menu > summary");
        page.click("form[action='/sign-out'] button");
        page.waitForURL("**/sign-in");
    }
}

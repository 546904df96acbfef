package lantai.web.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of all components holds at every width, light, dark and in large type. */
class DesignIT {
    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        server = LantaiServer.launch(data, Map.of("LANTAI_DEVELOPMENT", "true"));
        server.await("the archive is ready", () -> server.output().contains("is ready: ") && server.ready());
        browser = Browser.open(server);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void eachComponentIsThere() {
        var page = browser.visitor();
        page.navigate("design");
        Browser.show(page, "design");
        page.navigate("design/portal");
        Browser.show(page, "design-portal");
    }

    @Test
    void darkAndLargeAreWholeSetsToo() {
        var dark = with("lantai-theme", "dark");
        dark.navigate("design");
        assertThat(background(dark)).isEqualTo("rgb(21, 25, 28)");
        Browser.show(dark, "design-dark");
        var large = with("lantai-size", "large");
        large.navigate("design");
        Browser.show(large, "design-large");
        large.navigate("design/portal");
        Browser.show(large, "design-portal-large");
    }

    @Test
    void whatAFingerMustHitInThePortalIsBigEnough() {
        var page = browser.visitor();
        page.setViewportSize(360, 740);
        page.navigate("design/portal");
        var heights = page.evaluate("[...document.querySelectorAll('a.portal-card, button, a.button')]"
                + ".filter(e => e.offsetParent).map(e => Math.round(e.getBoundingClientRect().height))");
        assertThat((List<?>) heights)
                .isNotEmpty()
                .allSatisfy(height -> assertThat(((Number) height).intValue()).isGreaterThanOrEqualTo(44));
    }

    private static Page with(String cookie, String value) {
        var page = browser.visitor();
        page.context()
                .addCookies(List.of(
                        new Cookie(cookie, value).setUrl(server.address().toString())));
        return page;
    }

    private static Object background(Page page) {
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }
}

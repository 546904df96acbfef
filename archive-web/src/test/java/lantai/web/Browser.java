package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Chromium for tests of screens, in Chinese and Beijing time. One test class opens one and closes it; each {@link
 * #visitor()} is a person with cookies of its own. What a page logs as an error makes {@link #close} fail.
 *
 * <p>{@link #show} writes {@code docs/screens/NAME-1280.png} and {@code -360.png} when run with {@code
 * -Dlantai.screens=write}.
 */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getProperty("lantai.chromium", "/usr/bin/chromium"));
    private static final Path SCREENS = Path.of("../docs/screens");
    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    /** How long a page may take on a machine that is busy with something else; an idle one waits for nothing. */
    private static final int PATIENCE_MS = 120_000;

    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final URI address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> errors = new ArrayList<>();

    private Browser(URI address, Playwright playwright) {
        this.address = address;
        this.playwright = playwright;
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    /** {@return a browser for this archive; where Chromium is missing the test is skipped, with that word} */
    public static Browser open(LantaiServer server) {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM + " (-Dlantai.chromium=…)");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Browser(
                server.address(),
                Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** {@return a fresh person at a desk, on no page yet; paths are those of the archive} */
    public Page visitor() {
        return visitor(true);
    }

    /** {@return a fresh person at a desk} */
    public Page visitor(boolean scripts) {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(WIDE, 800));
        context.setDefaultTimeout(PATIENCE_MS);
        context.onConsoleMessage(message -> {
            // a form refused with 4xx is a test's own wish, told by the browser as an error of loading
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        return context.newPage();
    }

    /** {@return a person who has signed in; the first password is changed to the second when it is asked for} */
    public Page signedIn(String name, String password) {
        var page = visitor();
        page.navigate("sign-in");
        signIn(page, name, password);
        return page;
    }

    /** Fills and sends the form of the sign-in page. */
    public static void signIn(Page page, String name, String password) {
        page.fill("#name", name);
        page.fill("#password", password);
        leave(page, () -> page.click("form[action='/sign-in'] button.primary"));
    }

    /** Changes the first password of the person who has just signed in. */
    public static void changeFirstPassword(Page page, String before, String after) {
        page.fill("#before", before);
        page.fill("#after", after);
        page.fill("#again", after);
        leave(page, () -> page.click("form[action='/password'] button.primary"));
    }

    /** Does what leads to another page, or to the same one anew, and waits until that has come. */
    public static void leave(Page page, Runnable deed) {
        page.evaluate("window.aboutToLeave = true");
        deed.run();
        page.waitForFunction("() => !window.aboutToLeave && document.readyState === 'complete'");
    }

    /**
     * Checks that the page needs no sideways scrolling at either width, and writes its pictures when wanted. A deed that leads to
     * another page is done within {@link #leave} first.
     */
    public static void show(Page page, String name) {
        for (var width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, width == WIDE ? 800 : 740);
            assertThat(overflow(page))
                    .as(() -> name + " is wider than " + width + ": " + widest(page))
                    .isLessThanOrEqualTo(0);
            if ("write".equals(System.getProperty("lantai.screens"))) {
                picture(page, width, name);
            }
        }
        page.setViewportSize(WIDE, 800);
    }

    /** {@return what reaches over the right edge} */
    private static Object widest(Page page) {
        return page.evaluate("""
                () => [...document.querySelectorAll("body *")]
                    .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                    .map(each => each.outerHTML.slice(0, 120)).slice(0, 5).join("; ")
                """);
    }

    /** {@return by how many pixels the page is wider than the window; asked of the next page when this one is just leaving} */
    private static int overflow(Page page) {
        while (true) {
            page.waitForLoadState();
            try {
                return ((Number) page.evaluate(OVERFLOW)).intValue();
            } catch (PlaywrightException leaving) {
                if (!String.valueOf(leaving.getMessage()).contains("Execution context was destroyed")) {
                    throw leaving;
                }
            }
        }
    }

    /** The whole page in a window of its own height, so that what sticks to an edge stands at the edge. */
    private static void picture(Page page, int width, String name) {
        var height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + '-' + width + ".png")));
    }

    /** Ends the browser; fails when a page told of an error, such as one forbidden by the content security policy. */
    @Override
    public void close() {
        chromium.contexts().forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
        assertThat(errors).as("errors told by the pages").isEmpty();
    }
}

package lantai.web.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration archive, used by each of the three kinds of people. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoJourneyIT {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @TempDir
    private static Path folder;

    private static LantaiServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        server = LantaiServer.demo(folder.resolve("data"));
        browser = Browser.open(server);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    @Order(1)
    void theArchivistWorksThroughTheReviewDeskWithTheKeyboard() {
        var page = signedIn("archivist");
        page.navigate("review");
        assertThat(page.locator("#fields .f").first()).isVisible();
        page.waitForFunction("() => document.querySelector('.sheet-page img')?.naturalWidth > 0");
        Browser.show(page, "review");
        List<Integer> keys = new ArrayList<>();
        List<Double> waits = new ArrayList<>();
        correctOneField(page);
        while (!shown(page).isEmpty()) {
            var before = shown(page);
            var pressed = fillRequired(page);
            var start = ((Number) page.evaluate("performance.now()")).doubleValue();
            page.keyboard().press("Enter");
            keys.add(pressed + 1);
            page.waitForFunction("before => document.getElementById('review').dataset.document !== before", before);
            if (!shown(page).isEmpty()) {
                waits.add(((Number) page.evaluate("Number(document.getElementById('review').dataset.shown)"))
                                .doubleValue()
                        - start);
            }
        }
        assertThat(page.locator("#empty")).isVisible();
        assertThat(median(keys.stream().map(Integer::doubleValue).toList()))
                .as("median keys per accepted document")
                .isLessThanOrEqualTo(3);
        assertThat(median(waits))
                .as("median milliseconds until the next document is shown, of " + waits)
                .isLessThanOrEqualTo(300);
    }

    @Test
    @Order(2)
    void theArchivistFilesWhatWasAcceptedAndFindsItAgain() {
        var page = signedIn("archivist");
        page.navigate("review");
        page.locator("#file-button").click();
        page.locator("#file-form button.primary").click();
        assertThat(page.locator("#toasts")).containsText("正在归档", SOON);
        server.await("what was filed is found", () -> {
            page.navigate("search?q=增减变动表");
            return page.locator("main").textContent().contains("职工参保人员增减变动表");
        });
    }

    @Test
    @Order(3)
    void theInsuredPersonSeesTheOwnLifeAndNothingElse() {
        var page = signedIn("insured");
        assertThat(page.url()).endsWith("/my");
        assertThat(page.locator("h1")).containsText("李秀兰");
        assertThat(page.locator(".life-gap").first()).isVisible();
        Browser.show(page, "my");
        page.locator(".life-card").first().click();
        assertThat(page.locator("main")).containsText("J057");
        assertThat(page.navigate("review").status()).isEqualTo(403);
        page.navigate("search?q=张建国");
        assertThat(page.locator("main")).containsText("找到 0 件");
    }

    @Test
    @Order(4)
    void theLeaderGetsAnAnswerWithItsNumberFirst() {
        var page = signedIn("leader");
        assertThat(page.url()).endsWith("/insight");
        page.fill("[data-search]", "医保");
        Browser.leave(page, () -> page.keyboard().press("Enter"));
        assertThat(page.locator(".answer strong")).not().hasText("0");
        Browser.show(page, "insight");
        for (var personal : List.of("医疗费用手工报销审核单", "李秀兰", "增减变动表")) {
            page.navigate("insight?q=" + personal);
            assertThat(page.locator(".answer strong")).hasText("0");
        }
    }

    private static Page signedIn(String name) {
        return browser.signedIn(name, server.firstPasswords().get(name));
    }

    /** A corrected field takes its value's keys and two more: one to open it, one to keep it. */
    private static void correctOneField(Page page) {
        var row = page.locator(".f[data-field=title]");
        for (var moves = 0; moves < 20 && !"true".equals(row.getAttribute("aria-selected")); moves++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("e");
        page.keyboard().type("职工参保人员增减变动表（更正）");
        page.keyboard().press("Enter");
        assertThat(row).containsText("职工参保人员增减变动表（更正）");
    }

    /** Gives what is required and was not proposed. {@return the keys it took} */
    private static int fillRequired(Page page) {
        var keys = 0;
        for (var field : page.locator(".f:has(em)").all()) {
            field.click();
            page.keyboard().press("e");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            keys += 4;
        }
        return keys;
    }

    private static String shown(Page page) {
        return String.valueOf(page.locator("#review").getAttribute("data-document"));
    }

    private static double median(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}

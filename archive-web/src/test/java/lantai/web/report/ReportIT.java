package lantai.web.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annual statistics and self-inspection on the screen. */
class ReportIT {
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page archivist;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        browser = Browser.open(server);
        var added = Staff.add(server, "archivist-a", Role.ARCHIVIST);
        archivist = browser.signedIn("archivist-a", added.password());
        Browser.changeFirstPassword(archivist, added.password(), PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void aYearIsTypedPrintedAndClosed() {
        var year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
        archivist.navigate("reports");
        assertThat(archivist).hasURL(java.util.regex.Pattern.compile(".*/reports/statistics/" + year));
        archivist.locator("[name='line-1.2']").fill("七");
        archivist.locator("form.stack .button.primary").click();
        assertThat(archivist.locator(".notice[data-tone=fault]")).containsText("“专职人员”要填数字");
        assertThat(archivist.locator("[name='line-1.2']")).hasValue("七");
        for (var field : archivist.locator("[name^=line-]").all()) {
            field.fill("2");
        }
        Browser.show(archivist, "statistics");
        archivist.locator("form.stack .button.primary").click();
        assertThat(archivist.locator(".toast")).hasText("已保存。");
        assertThat(archivist.locator("[name='line-1.2']")).hasValue("2");
        var pdf = archivist.request().get("reports/statistics/" + year + "/form.pdf");
        assertThat(new String(pdf.body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        archivist.locator("form[action$='/close'] button").click();
        assertThat(archivist.locator(".toast")).containsText("已封存");
        assertThat(archivist.locator("[name^=line-]")).hasCount(0);
        var sheet = archivist.request().get("reports/statistics/" + year + "/form.xlsx");
        assertThat(sheet.headers().get("content-type")).contains("spreadsheetml");
        var api = archivist
                .request()
                .get("api/v1/statistics/" + year, RequestOptions.create().setHeader("Accept", "application/json"));
        assertThat(api.text()).contains("\"closedBy\":\"archivist-a\"").contains("\"number\":\"2.2\"");
    }

    @Test
    void aSelfInspectionIsAnsweredAndItsFindingMended() {
        archivist.navigate("reports/inspections");
        assertThat(archivist.locator("main")).containsText("还没有自查过");
        archivist.locator("form.filters .button.primary").click();
        var first = archivist.locator("#point-1\\.1");
        first.locator("button:has-text('符合')").click();
        assertThat(archivist.locator("#point-1\\.1 .badge").last()).hasText("符合");
        var second = archivist.locator("#point-2\\.1");
        second.locator("summary:has-text('有问题')").click();
        second.locator("textarea").fill("样例：灭火器过期");
        second.locator("[name=owner]").fill("样例·保管员");
        second.locator("[name=due]").fill("2099-01-01");
        second.locator("details[open] .button.primary").click();
        assertThat(archivist.locator("#point-2\\.1 .badge").last()).hasText("待整改");
        Browser.show(archivist, "inspection");
        archivist.locator("#point-2\\.1 [name=how]").fill("样例：已换新");
        archivist.locator("#point-2\\.1 button:has-text('销号')").click();
        assertThat(archivist.locator("#point-2\\.1 .badge").last()).hasText("已整改");
        var pdf = archivist.request().get(archivist.url() + "/list.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        archivist.navigate("reports/inspections");
        assertThat(archivist.locator("tbody tr")).hasCount(1);
        Browser.show(archivist, "inspections");
        assertThat(archivist.locator("main").textContent()).doesNotContain("report.");
    }
}

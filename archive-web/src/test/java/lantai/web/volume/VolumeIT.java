package lantai.web.volume;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.print.Column;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Vouchers are bound by the rules, put into order, checked by a second person, and found in their volume afterwards. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VolumeIT {
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page arranger;
    private static Page checker;
    private static Page keeper;
    private static String volume;

    @BeforeAll
    static void open() throws Exception {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        Staff.add(server, "machine", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "machine"));
        browser = Browser.open(server);
        arranger = person("arranger", Role.ARCHIVIST);
        checker = person("checker", Role.REVIEWER);
        keeper = person("keeper", Role.STORE_KEEPER);
        file("样例·一月收款凭证", "2025-01-05");
        file("样例·一月付款凭证", "2025-01-20");
        file("样例·一月转账凭证", "2025-01-28");
        file("样例·二月收款凭证", "2025-02-05");
    }

    @AfterAll
    static void close() {
        browser.close();
        remote.close();
        server.close();
    }

    private static Page person(String name, Role role) {
        var added = Staff.add(server, name, role);
        var page = browser.signedIn(name, added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        return page;
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void file(String title, String date) throws Exception {
        var paper = papers.resolve(title + ".pdf");
        try (var out = Files.newOutputStream(paper)) {
            var rows = List.of(List.of("1", title), List.of("2", "虚构内容，金额 100.00 元"));
            new TablePdf(new Table(
                            title, date, List.of(Column.text("序号", 1), Column.text("摘要", 8)), rows, List.of(), "%d/%d"))
                    .write(out);
        }
        var batch = remote.post("batches", Map.of("title", title)).path("id").asText();
        remote.put("batches/" + batch + "/files/paper.pdf", paper);
        var files = "batches/" + batch + "/files";
        server.await(
                "the paper is read",
                () -> asked(files).path("files").path(0).path("state").asText().equals("proposed"));
        var document = "review/documents/"
                + asked(files).path("files").path(0).path("documents").path(0).asText();
        Map<String, String> fields = new HashMap<>(
                Map.of("category", "KU", "title", title, "year", "2025", "retention", "D30", "date", date, "kind", ""));
        remote.post(
                document + "/accept",
                Map.of("version", asked(document).path("version").asInt(), "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the paper is filed",
                () -> asked(document).path("state").asText().equals("FILED"));
    }

    private static void hasWords(Page page) {
        assertThat(page.locator("main").textContent())
                .doesNotContain("volume.")
                .doesNotContain("stacks.")
                .doesNotContain("catalogue.");
    }

    @Test
    @Order(1)
    void theRulesFormVolumesByMonthAndTheWholeIsUndoneAndFormedAgain() {
        arranger.navigate("catalogue?fonds=J057&category=KU&class=KU&year=2025");
        arranger.locator(".page-head a.primary").click();
        assertThat(arranger.locator("tbody tr")).hasCount(2);
        assertThat(arranger.locator("tbody")).containsText("2025年1月");
        hasWords(arranger);
        Browser.show(arranger, "volume-plan");
        arranger.locator(".page-head button.primary").click();
        assertThat(arranger.locator("tbody tr")).hasCount(2);
        arranger.locator(".page-head button.danger").click();
        assertThat(arranger.locator(".toast")).containsText("已撤销 2 卷");
        arranger.navigate("volumes/form?fonds=J057&category=KU");
        arranger.locator(".page-head button.primary").click();
        assertThat(arranger.locator("tbody tr")).hasCount(2);
        hasWords(arranger);
        Browser.show(arranger, "volumes");
        arranger.locator("tbody a").getByText("2025年1月").click();
        volume = arranger.url().replaceAll(".*/", "");
    }

    @Test
    @Order(2)
    void theOrderIsChangedByKeyboardAndByDraggingAndUndone() {
        var lines = arranger.locator("tbody tr");
        assertThat(lines).hasCount(3);
        assertThat(lines.nth(0)).containsText("收款");
        lines.nth(0).locator("button[aria-label^='下移']").press("Enter");
        assertThat(lines.nth(1)).containsText("收款");
        assertThat(lines.nth(0)).containsText("付款");
        lines.nth(2).dragTo(lines.nth(0));
        assertThat(lines.nth(0)).containsText("转账");
        assertThat(lines.nth(0)).containsText("1");
        arranger.locator(".page-head form[action$='/undo'] button").click();
        assertThat(lines.nth(0)).containsText("付款");
        arranger.locator(".page-head form[action$='/undo'] button").click();
        assertThat(lines.nth(0)).containsText("收款");
        assertThat(arranger.locator(".page-head form[action$='/undo']")).hasCount(0);
        hasWords(arranger);
        Browser.show(arranger, "volume-open");
    }

    @Test
    @Order(3)
    void aSecondPersonChecksAndTheVolumeGetsItsNumber() {
        arranger.fill("#remarks", "样例·第 2 件封面有折痕");
        arranger.locator("form[action$='/close'] button").click();
        assertThat(arranger.locator("[role=alert]")).containsText("另一人");
        checker.navigate("volumes/" + volume);
        checker.fill("#remarks", "样例·第 2 件封面有折痕");
        checker.locator("form[action$='/close'] button").click();
        assertThat(checker.locator("#volume-code")).hasText("J057-KU·2025-D30-001");
        assertThat(checker.locator("form[action$='/add']")).hasCount(0);
        assertThat(checker.locator("tbody button")).hasCount(0);
        assertThat(checker.locator("main")).containsText("样例·第 2 件封面有折痕");
        hasWords(checker);
        Browser.show(checker, "volume");
    }

    @Test
    @Order(4)
    void theTreeAndTheRecordTellTheVolume() {
        arranger.navigate("catalogue?fonds=J057&category=KU&class=KU&year=2025");
        arranger.locator(".tree a").getByText("001 2025年1月").click();
        assertThat(arranger.locator("tbody tr")).hasCount(3);
        hasWords(arranger);
        Browser.show(arranger, "catalogue-volumes");
        arranger.locator("tbody th a").first().click();
        assertThat(arranger.locator("main")).containsText("J057-KU·2025-D30-001");
        assertThat(arranger.locator("main")).containsText("第 1 件");
    }

    @Test
    @Order(5)
    void otherSystemsReadReopenAndChangeIt() throws Exception {
        var path = "volumes/" + volume;
        var lines = asked(path).path("lines");
        assertThat(lines).hasSize(3);
        assertThat(lines.path(2).path("ordinal").asInt()).isEqualTo(3);
        remote.post(path + "/reopen", Map.of("reason", "样例·漏订一件"));
        var order = List.of(
                lines.path(1).path("item").asText(),
                lines.path(0).path("item").asText(),
                lines.path(2).path("item").asText());
        remote.post(path + "/items/remove", Map.of("items", order.subList(2, 3)));
        remote.post(path + "/items", Map.of("items", order.subList(2, 3)));
        assertThat(asked(path).path("state").asText()).isEqualTo("OPEN");
        assertThat(asked(path).path("referenceCode").asText()).isEqualTo("J057-KU·2025-D30-001");
        assertThat(asked("volumes?category=KU").path("total").asInt()).isEqualTo(2);
        var plan = remote.post("volumes/plan", Map.of("category", "KU"));
        assertThat(plan.path("volumes")).isEmpty();
    }

    @Test
    @Order(6)
    void theVolumeIsPackedShelvedAndFoundWhereItLies() throws Exception {
        checker.navigate("volumes/" + volume);
        checker.locator("form[action$='/close'] button").click();
        assertThat(checker.locator("#volume-code")).hasText("J057-KU·2025-D30-001");
        keeper.navigate("boxes");
        Browser.show(keeper, "boxes-empty");
        keeper.locator("form[action='/boxes/fill'] button").click();
        assertThat(keeper.locator("[role=alert]")).containsText("请先说装哪个范围");
        keeper.selectOption("#fill-category", "KU");
        keeper.fill("#fill-year", "2025");
        keeper.selectOption("#fill-thickness", "30");
        keeper.locator("form[action='/boxes/fill'] button").click();
        assertThat(keeper.locator("h1")).hasText("成批装盒预览");
        assertThat(keeper.locator("#left-BORN_DIGITAL")).containsText("没有纸质载体");
        assertThat(keeper.locator(".page-head button.primary")).hasCount(0);
        Browser.show(keeper, "boxes-plan-none");
        calledDigitised();
        keeper.reload();
        assertThat(keeper.locator(".page-head")).containsText("3 件、3 页，装 1 盒");
        assertThat(keeper.locator("#left-VOLUME_OPEN")).containsText("案卷没有立卷");
        keeper.locator("#left-VOLUME_OPEN summary").click();
        assertThat(keeper.locator("#left-VOLUME_OPEN li")).containsText("J057-KU·2025-D30-0004");
        hasWords(keeper);
        Browser.show(keeper, "boxes-plan");
        keeper.locator(".page-head button.primary").click();
        assertThat(keeper.locator("h1")).hasText("成批装盒的结果");
        assertThat(keeper.locator("#left-BOXED")).containsText("3");
        keeper.locator(".page-head button.danger").click();
        assertThat(keeper.locator(".toast")).containsText("拆掉 1 盒");
        keeper.selectOption("#fill-category", "KU");
        keeper.locator("form[action='/boxes/fill'] button").click();
        keeper.locator(".page-head button.primary").click();
        hasWords(keeper);
        Browser.show(keeper, "boxes-filled");
        keeper.locator("tbody input[type=checkbox]").check();
        keeper.fill(".bulk input[name=place]", "一号库");
        keeper.locator(".bulk button").first().click();
        assertThat(keeper.locator("[role=alert]")).containsText("库房-列-架-层");
        keeper.locator("tbody input[type=checkbox]").check();
        keeper.fill(".bulk input[name=place]", "一号库-3-2-5");
        keeper.locator(".bulk button").first().click();
        assertThat(keeper.locator(".toast")).containsText("一号库-3-2-5");
        assertThat(keeper.locator(".page-head button.danger")).hasCount(0);
        keeper.navigate("boxes");
        keeper.fill("main input[name=q]", "一号库-3");
        keeper.press("main input[name=q]", "Enter");
        assertThat(keeper.locator("tbody tr")).hasCount(1);
        hasWords(keeper);
        Browser.show(keeper, "boxes");
        keeper.locator("tbody th a").click();
        assertThat(keeper.locator("h1")).hasText("档案盒 J057-KU·2025-D30-H001");
        keeper.fill("#remarks", "样例·盒内齐全");
        keeper.locator("form[action$='/note'] button").click();
        assertThat(keeper.locator("main")).containsText("keeper");
        hasWords(keeper);
        Browser.show(keeper, "box");
        arranger.navigate("volumes/" + volume);
        arranger.locator("tbody th a").first().click();
        assertThat(arranger.locator("main")).containsText("J057-KU·2025-D30-H001");
        assertThat(arranger.locator("main")).containsText("一号库-3-2-5");
    }

    /** Their files were made on a computer; somebody says that they are pictures of paper. */
    private static void calledDigitised() throws Exception {
        for (var each : asked("volumes?category=KU").path("volumes")) {
            for (var line : asked("volumes/" + each.path("id").asText()).path("lines")) {
                var path = "items/" + line.path("item").asText() + "/description";
                remote.replace(
                        path,
                        Map.of(
                                "version",
                                asked(path).path("version").asLong(),
                                "values",
                                Map.of("origin", "数字化", "responsible", "样例科室", "accounting-period", "2025-03"),
                                "reason",
                                "样例·原件在纸上"));
            }
        }
    }

    @Test
    @Order(7)
    void labelsListsAndStampedCopiesAreFiles() throws Exception {
        var planned = remote.post("boxes/fill/plan", Map.of("category", "KU", "thickness", 30));
        assertThat(planned.path("boxes")).isEmpty();
        assertThat(planned.path("left").findValuesAsText("reason")).containsExactly("VOLUME_OPEN", "BOXED");
        var boxes = asked("boxes?q=H001");
        assertThat(boxes.path("total").asInt()).isEqualTo(1);
        var box = boxes.path("boxes").path(0).path("id").asText();
        assertThat(asked("boxes/" + box).path("contents").path(0).path("kind").asText())
                .isEqualTo("volume");
        var item = asked("volumes/" + volume).path("lines").path(0).path("item").asText();
        arranger.navigate("items/" + item + "/stamped.pdf");
        arranger.fill("#reason", "样例·盖章核对");
        arranger.click("main button.primary");
        assertThat(arranger.locator(".toast")).containsText("理由已记下");
        for (var path : List.of(
                "labels/boxes?box=" + box,
                "labels/boxes/" + box + "/note",
                "labels/volumes/" + volume + "/cover",
                "labels/volumes/" + volume + "/spine?width=30",
                "lists/items/pdf?category=KU",
                "lists/volume/pdf?volume=" + volume,
                "items/" + item + "/stamped.pdf")) {
            var answer = arranger.request().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(new String(answer.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .as(path)
                    .isEqualTo("%PDF-");
        }
        try (var document = org.apache.pdfbox.Loader.loadPDF(
                arranger.request().get("labels/boxes?box=" + box).body())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("起止件号");
        }
        var stamped = arranger.request().get("items/" + item + "/stamped.pdf").body();
        try (var document = org.apache.pdfbox.Loader.loadPDF(stamped)) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("J057", "2025", "30 年");
        }
        var sheet = arranger.request().get("api/v1/lists/volumes/xlsx?category=KU");
        assertThat(sheet.headers().get("content-disposition")).contains("volumes.xlsx");
        assertThat(arranger.request().get("lists/volume/pdf").status()).isEqualTo(400);
        assertThat(keeper.request().get("volumes/form").status()).isEqualTo(403);
        arranger.navigate("items/" + item);
        assertThat(arranger.locator("a[href$='/stamped.pdf']")).hasText("盖归档章的利用件");
        Browser.show(arranger, "item-in-volume");
    }
}

package lantai.web.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lantai.ocr.Alto;
import lantai.ocr.Glyph;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import lantai.ocr.Variant;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The correction desk by keyboard alone, before filing and after it. */
class CorrectionIT {
    private static final String[] FORM = {"城乡居民参保登记表", "姓名：样例王五", "登记日期：2025年3月12日", "样例市医疗保险经办中心", "样例测试数据 990101"};

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Desk desk;

    @BeforeAll
    static void open() throws IOException {
        server = LantaiServer.start(data);
        desk = new Desk(server);
    }

    @AfterAll
    static void close() {
        desk.close();
        server.close();
    }

    @Test
    void aPageIsPutRightByKeyboardBeforeFilingAndAfterIt() throws IOException {
        var batch = desk.delivered("校字", Map.of("校字.png", Scans.png(Scans.page(FORM))));
        var document = desk.documents(batch).getFirst();
        desk.clear(document);
        doubt(document);
        var page = desk.page;
        desk.open(batch, document);
        Browser.leave(page, () -> page.keyboard().press("c"));

        assertThat(page.locator("#left")).containsText("还有 2 处存疑");
        assertThat(page.locator("#text u.now")).hasText("五");
        assertThat(page.locator("#candidates button")).hasCount(2);
        Browser.show(page, "correction");
        page.keyboard().press("F8");
        assertThat(page.locator("#text u.now")).hasText("疔");
        page.keyboard().press("p");
        assertThat(page.locator("#text u.now")).hasText("五");
        page.keyboard().press("1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#text u.now")).hasText("疔");
        page.keyboard().press("2");
        assertThat(page.locator("#text")).hasText("样例市医疗保险经办中心");
        page.reload();
        assertThat(page.locator("#text")).hasText("样例市医疗保险经办中心");
        assertThat(page.locator("#left")).containsText("还有 0 处存疑 · 1 行已校待写入");
        page.keyboard().press("Enter");
        assertThat(page.locator("#finish")).isFocused();
        page.keyboard().press("u");
        assertThat(page.locator("#left")).containsText("还有 1 处存疑");
        page.keyboard().press("2");
        page.keyboard().press("Enter");
        assertThat(page.locator("#finish")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("已写入 2 行");
        assertThat(page.locator("#back")).isFocused();
        Browser.leave(page, () -> page.keyboard().press("Enter"));
        desk.rest();
        assertThat(desk.words(document, 1)).contains("医疗保险经办").doesNotContain("疔");

        assertThat(desk.shown()).isEqualTo(document);
        desk.accept();
        page.locator("#file-button").click();
        page.locator("#file-form button.primary").click();
        server.await("it is filed", () -> desk.state(document).equals("FILED"));
        page.navigate("items/" + document);
        Browser.leave(page, () -> page.locator("a[href^='/corrections/']").click());
        assertThat(page.locator("h1")).hasText("校对这份档案的理由");
        page.locator("#reason").fill("样例：改正错字");
        Browser.leave(page, () -> page.locator("form .primary").click());
        assertThat(page.locator("#left")).containsText("还有 0 处存疑");
        assertThat(desk.one(
                        "select detail ->> 'reason' from audit_entry where subject_id = :id and action = 'EXPORT_REASONED'",
                        document))
                .isEqualTo("样例：改正错字");
        page.locator("#card").focus();
        var said = page.locator("#text").textContent();
        page.keyboard().press("e");
        page.keyboard().type("不要的字");
        page.keyboard().press("Escape");
        assertThat(page.locator("#text")).hasText(said);
        page.keyboard().press("e");
        page.keyboard().press("End");
        page.keyboard().type("骐骥骅骝");
        page.keyboard().press("Enter");
        assertThat(page.locator("#finish")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("成为第 2 版");
        server.await(
                "the index knows the word",
                () -> desk.get("search?q=%E9%AA%90%E9%AA%A5%E9%AA%85%E9%AA%9D")
                                .path("total")
                                .asInt()
                        == 1);
        page.navigate("items/" + document);
        assertThat(page.locator("#words")).containsText("骐骥骅骝");
        assertThat(page.locator("main")).containsText("识读文字已更正");
    }

    /** Makes two characters of what was read doubtful, one of them wrong. */
    private static void doubt(String document) throws IOException {
        var file = desk.one(
                "select cast(file_id as text) from document_page where document_id = cast(:id as uuid)", document);
        var alto = server.data()
                .resolve("work")
                .resolve(file.substring(0, 2))
                .resolve(file)
                .resolve("page-0001.alto.xml");
        PageText read;
        try (var in = Files.newInputStream(alto)) {
            read = Alto.read(in);
        }
        List<TextLine> lines = new ArrayList<>();
        for (var line : read.lines()) {
            lines.add(
                    line.text().contains("样例王五")
                            ? doubtful(line, "五", "五", "伍")
                            : line.text().contains("医疗") ? doubtful(line, "疗", "疔", "疗") : sure(line));
        }
        var page = new PageText(
                read.width(),
                read.height(),
                read.dpi(),
                read.rotation(),
                lines,
                read.blocks(),
                read.engine(),
                read.modelDigest());
        try (var out = Files.newOutputStream(alto)) {
            Alto.write(page, out);
        }
    }

    private static TextLine sure(TextLine line) {
        return with(
                line,
                line.text(),
                line.glyphs().stream()
                        .map(glyph -> new Glyph(glyph.text(), glyph.box(), 1))
                        .toList());
    }

    private static TextLine doubtful(TextLine line, String what, String read, String variant) {
        var glyphs = line.glyphs().stream()
                .map(glyph -> glyph.text().equals(what)
                        ? new Glyph(read, glyph.box(), 0.55, List.of(new Variant(variant, 0.4)))
                        : new Glyph(glyph.text(), glyph.box(), 1))
                .toList();
        return with(line, line.text().replace(what, read), glyphs);
    }

    private static TextLine with(TextLine line, String text, List<Glyph> glyphs) {
        return new TextLine(line.quad(), text, line.confidence(), glyphs, line.row());
    }
}

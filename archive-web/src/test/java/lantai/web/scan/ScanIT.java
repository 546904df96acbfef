package lantai.web.scan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.KeyboardModifier;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import lantai.account.Role;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.ingest.scan.ScanRule;
import lantai.key.KeyRing;
import lantai.policy.PolicyCentre;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch of drawn scans: separator sheets part it, faults are found, let pass, sent back and scanned again. */
class ScanIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final int DPI = 150;
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;

    @TempDir
    private static Path data;

    @TempDir
    private static Path papers;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page page;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        var added = Staff.add(server, "archivist", Role.ARCHIVIST);
        browser = Browser.open(server);
        page = browser.signedIn("archivist", added.password());
        Browser.changeFirstPassword(page, added.password(), PASSWORD);
        // a new password takes all tokens back
        remote = new Remote(server.address(), Staff.token(server, "archivist"));
    }

    @AfterAll
    static void close() {
        browser.close();
        remote.close();
        server.close();
    }

    @Test
    void aBatchIsPartedBySeparatorSheetsAndItsFaultsAreDealtWith() throws Exception {
        var separator = drawn(page.request().get("scans/separator.pdf").body());
        var file = papers.resolve("样例-0001.pdf");
        pdf(
                file,
                List.of(
                        text("甲", 1, 0),
                        text("甲", 2, 4.5),
                        separator,
                        text("乙", 1, 0),
                        text("乙", 3, 0),
                        separator,
                        text("丙", 1, 0)));
        var batch =
                remote.post("batches", Map.of("title", "样例·扫描批次")).path("id").asText();
        var id = remote.put("batches/" + batch + "/files/%E6%A0%B7%E4%BE%8B-0001.pdf", file)
                .path("fileId")
                .asText();
        waitUntilRead(batch, 1);

        var scans = remote.get("scans/" + batch);
        Assertions.assertThat(scans.path("pagesIn").asInt()).isEqualTo(7);
        Assertions.assertThat(scans.path("pagesRead").asInt()).isEqualTo(5);
        Assertions.assertThat(scans.path("separators").asInt()).isEqualTo(2);
        Assertions.assertThat(remote.get("batches/" + batch).path("toReview").asInt())
                .as("two separators make three documents")
                .isEqualTo(3);
        Assertions.assertThat(checks(scans)).contains("skew 2", "low_dpi 1").doesNotContain("skew 1", "gap 2");

        page.navigate("inbox/" + batch);
        assertThat(page.locator("a[href='/scans/" + batch + "']")).hasText("扫描质量");
        page.locator("a[href='/scans/" + batch + "']").click();
        assertThat(page.locator("h1")).hasText("扫描质量");
        assertThat(page.locator(".page-head")).containsText("共收 7 页：已读 5 页，未能识读 0 页，分隔页 2 页");
        Browser.show(page, "scans");
        page.locator(".chip", new Page.LocatorOptions().setHasText("偏斜")).click();
        assertThat(page.locator(".scan-page")).hasCount(1);
        var skew = page.locator(".scan-findings > li", new Page.LocatorOptions().setHasText("偏斜"));
        assertThat(skew).containsText("应不超过 3°");
        skew.locator("input[name=reason]").fill("请放正再扫");
        Browser.leave(
                page,
                () -> skew.locator("button", new Locator.LocatorOptions().setHasText("退回重扫"))
                        .click());
        assertThat(page.locator(".toast")).containsText("已退回重扫");

        page.navigate("scans/" + batch + "?state=RESCAN");
        assertThat(page.locator(".scan-page")).hasCount(1);
        pdf(papers.resolve("again.pdf"), List.of(text("甲", 2, 0)));
        page.locator("input[data-rescan]").setInputFiles(papers.resolve("again.pdf"));
        assertThat(page.locator(".toast")).containsText("已收到重扫页");
        waitUntilRead(batch, 2);
        page.navigate("scans/" + batch + "?state=REPLACED");
        assertThat(page.locator("#scan-pages")).containsText("样例-0001.pdf");
        var files = remote.get("scans/" + batch);
        Assertions.assertThat(StreamSupport.stream(files.path("findings").spliterator(), false)
                        .filter(one -> one.path("page").asInt() == 2
                                && one.path("file").asText().equals(id))
                        .map(one -> one.path("state").asText()))
                .isNotEmpty()
                .containsOnly("replaced");
        Assertions.assertThat(remote.get("batches/" + batch).path("toReview").asInt())
                .as("the page takes the place of the first, no document is added")
                .isEqualTo(3);
        var counted = remote.get("scans/operators").path("operators");
        Assertions.assertThat(counted.path(0).path("pages").asInt())
                .as(counted.toString())
                .isEqualTo(8);
        Assertions.assertThat(counted.path(0).path("rescans").asInt()).isEqualTo(1);
        Assertions.assertThat(
                        remote.get("scans/operators?to=2020-01-31").path("from").asText())
                .isEqualTo("2020-01-01");
        Assertions.assertThat(page.request()
                        .get("api/v1/scans/operators?from=2026-02-30")
                        .text())
                .contains("2026-02-30");
        singleFilesAreJoinedBetweenSeparators(separator);
        letPassAtOnce(batch);
        acceptAndHandOver(batch);
    }

    private static void singleFilesAreJoinedBetweenSeparators(BufferedImage separator) throws Exception {
        try (var database = Database.open(RunningArchive.find(data).database(Map.of()))) {
            var audit = new AuditTrail(InstantSource.system());
            var rules = new PolicyCentre(audit, InstantSource.system(), ZoneId.of("Asia/Shanghai"));
            var joining = ScanRule.SHIPPED.replaceFirst("\\{", "{\"join\": true, ");
            database.jdbi().useTransaction(handle -> rules.seed(handle, ScanRule.POLICY, joining));
        }
        var batch =
                remote.post("batches", Map.of("title", "样例·单页扫描")).path("id").asText();
        var sheets = List.of(text("丁", 1, 0), text("丁", 2, 0), separator, text("戊", 1, 0));
        for (var i = 0; i < sheets.size(); i++) {
            var picture = papers.resolve("page.png");
            ImageIO.write(sheets.get(i), "png", picture.toFile());
            remote.put("batches/" + batch + "/files/p%d.png".formatted(9 + i), picture);
        }
        waitUntilRead(batch, sheets.size());
        server.await("the single files are put together", () -> toReview(batch) == 2);
        var scans = remote.get("scans/" + batch);
        Assertions.assertThat(List.of(
                        scans.path("pagesIn").asInt(),
                        scans.path("pagesRead").asInt(),
                        scans.path("separators").asInt()))
                .containsExactly(4, 3, 1);
        var files = remote.get("batches/" + batch + "/files").path("files");
        var pages = new TreeMap<String, Integer>();
        for (var file : files) {
            for (var document : file.path("documents")) {
                pages.put(
                        document.asText(),
                        remote.get("review/documents/" + document.asText())
                                .path("pages")
                                .size());
            }
        }
        Assertions.assertThat(pages.values())
                .as("p9 and p10 are one document: " + files)
                .containsExactlyInAnyOrder(2, 1);
        Assertions.assertThat(StreamSupport.stream(files.spliterator(), false)
                        .map(file -> file.path("state").asText()))
                .containsExactlyInAnyOrder("proposed", "proposed", "proposed", "cancelled");
        page.navigate("review?batch=" + batch);
        assertThat(page.locator("main")).containsText("丁");
        Browser.show(page, "scans-joined");
    }

    private static int toReview(String batch) {
        try {
            return remote.get("batches/" + batch).path("toReview").asInt();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void letPassAtOnce(String batch) throws Exception {
        page.navigate("scans/" + batch);
        var boxes = page.locator("input[name=finding]");
        var open = boxes.count();
        Assertions.assertThat(open).isGreaterThan(2);
        assertThat(page.locator("#bulk")).isHidden();
        boxes.first().focus();
        page.keyboard().press("Space");
        assertThat(page.locator("#bulk [data-count]")).hasText("1");
        boxes.nth(open - 1).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.locator("#bulk [data-count]")).hasText(Integer.toString(open));
        assertThat(page.locator("[data-all]")).isChecked();
        page.locator("#bulk input[name=reason]").fill("样例：试扫");
        Browser.show(page, "scans-chosen");
        Browser.leave(page, () -> page.keyboard().press("Enter"));
        assertThat(page.locator(".toast")).containsText("已放行 " + open + " 个问题");
        assertThat(page.locator(".scan-page")).hasCount(0);
        var told = remote.get("scans/" + batch).path("findings");
        Assertions.assertThat(StreamSupport.stream(told.spliterator(), false)
                        .filter(one -> one.path("reason").asText().equals("样例：试扫"))
                        .map(one -> one.path("state").asText()))
                .hasSize(open)
                .containsOnly("dismissed");
        var passed = StreamSupport.stream(told.spliterator(), false)
                .filter(one -> one.path("state").asText().equals("dismissed"))
                .map(one -> one.path("id").asText())
                .limit(2)
                .toList();
        var answer = remote.post("scans/" + batch + "/dismiss", Map.of("findings", passed, "reason", "样例：再看"));
        Assertions.assertThat(answer.toString()).containsPattern("样例：再看.*样例：再看");
    }

    private static void acceptAndHandOver(String batch) {
        page.navigate("scans/" + batch + "/acceptance");
        assertThat(page.locator("h1")).hasText("验收与交接");
        Browser.leave(
                page,
                () -> page.locator("button", new Page.LocatorOptions().setHasText("抽取样本"))
                        .click());
        assertThat(page.locator(".scan-sample > li")).hasCount(1);
        Browser.show(page, "scan-acceptance");
        Browser.leave(
                page,
                () -> page.locator("button", new Page.LocatorOptions().setHasText("验收合格"))
                        .click());
        assertThat(page.locator("section[aria-labelledby=sample]")).containsText("合格");
        page.locator("input[name=note]").fill("样例·交接");
        Browser.leave(
                page, () -> page.locator("form[action$='/hand-over'] button").click());
        assertThat(page.locator("section[aria-labelledby=hand-over]")).containsText("共收 8 页");
        var paper = page.request().get("scans/" + batch + "/acceptance/hand-over.pdf");
        Assertions.assertThat(new String(paper.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        page.navigate("scans/operators");
        assertThat(page.locator("tbody tr")).hasCount(1);
        Browser.show(page, "scan-operators");
    }

    private static List<String> checks(JsonNode scans) {
        return StreamSupport.stream(scans.path("findings").spliterator(), false)
                .map(one -> one.path("check").asText() + " " + one.path("page").asInt())
                .toList();
    }

    private static void waitUntilRead(String batch, int files) {
        server.await(files + " files of the batch are read", () -> {
            try {
                var told = remote.get("batches/" + batch);
                return told.path("settled").asBoolean() && told.path("total").asInt() == files;
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    /** A page of a paper with its number at the foot, leaning by so many degrees. */
    private static BufferedImage text(String paper, int number, double degrees) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.rotate(Math.toRadians(degrees), WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setFont(font(30));
        for (var line = 0; line < 14; line++) {
            var words = "样例" + paper + "号材料第" + number + "页第" + (line + 1) + "行医疗保障档案管理" + (line * 37 + number * 11);
            graphics.drawString(words, 150, 250 + line * 80);
        }
        graphics.drawString("第 " + number + " 页", WIDTH / 2 - 60, HEIGHT - 110);
        graphics.dispose();
        return image;
    }

    private static Font font(float size) throws IOException {
        try (var in = KeyRing.class.getResourceAsStream("/lantai/print/font/NotoSansSC-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (FontFormatException broken) {
            throw new IOException(broken);
        }
    }

    private static BufferedImage drawn(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
        }
    }

    private static void pdf(Path file, List<BufferedImage> images) throws IOException {
        try (var document = new PDDocument()) {
            for (var image : images) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    var box = sheet.getMediaBox();
                    content.drawImage(
                            LosslessFactory.createFromImage(document, image), 0, 0, box.getWidth(), box.getHeight());
                }
            }
            document.save(file.toFile());
        }
    }
}

package lantai.web.photo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import lantai.account.Role;
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

/** Photos out of one folder become a group at filing; the group is found in the tree, described, listed and told to programs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PhotoGroupIT {
    private static final String PASSWORD = "paper, ink, one seal";
    private static final String PICTURES =
            "() => [...document.querySelectorAll('.photo img')].every(i => i.complete && i.naturalWidth)";
    private static final String FOLDER = "医保政策进社区";

    @TempDir
    private static Path data;

    @TempDir
    private static Path photos;

    private static LantaiServer server;
    private static Browser browser;
    private static Remote remote;
    private static Page archivist;
    private static String proposed = "";

    @BeforeAll
    static void open() throws Exception {
        server = LantaiServer.start(data);
        server.await("it is ready", server::ready);
        Staff.add(server, "machine", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "machine"));
        browser = Browser.open(server);
        var added = Staff.add(server, "arranger", Role.ARCHIVIST);
        archivist = browser.signedIn("arranger", added.password());
        Browser.changeFirstPassword(archivist, added.password(), PASSWORD);
        deliver();
    }

    @AfterAll
    static void close() {
        browser.close();
        remote.close();
        server.close();
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void deliver() throws Exception {
        var batch =
                remote.post("batches", Map.of("title", "样例·宣传组交来")).path("id").asText();
        var files = "batches/" + batch + "/files";
        for (var number = 1; number <= 3; number++) {
            var folder = URLEncoder.encode(number == 3 ? "年终会议" : FOLDER, StandardCharsets.UTF_8);
            remote.put(files + "/" + folder + "/DSC_041" + number + ".jpg", photograph(number));
        }
        server.await("the photos are read", () -> {
            var all = asked(files).path("files");
            return all.size() == 3 && all.findValuesAsText("state").stream().allMatch("proposed"::equals);
        });
        for (var file : asked(files).path("files")) {
            accept(file);
        }
        remote.post("review/file", Map.of());
        server.await(
                "the photos are filed",
                () -> asked("photo-groups").path("groups").findValuesAsText("photos").stream()
                                .mapToInt(Integer::parseInt)
                                .sum()
                        == 3);
    }

    private static void accept(JsonNode file) throws Exception {
        var document = "review/documents/" + file.path("documents").path(0).asText();
        var there = asked(document);
        for (var field : there.path("fields")) {
            if (field.path("code").asText().equals("photo-group")) {
                proposed += field.path("value").asText() + ' ';
            }
        }
        var title = "样例·" + file.path("name").asText(file.path("path").asText());
        remote.post(
                document + "/accept",
                Map.of(
                        "version",
                        there.path("version").asInt(),
                        "ordinal",
                        0,
                        "fields",
                        Map.of(
                                "category",
                                "ZP",
                                "kind",
                                "photo",
                                "title",
                                title,
                                "year",
                                "2025",
                                "retention",
                                "Y",
                                "date",
                                "2025-09-16")));
    }

    private static Path photograph(int number) throws IOException {
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xa9cfe8), 0, 900, new Color(0xe6f0f4)));
        graphics.fillRect(0, 0, 1200, 900);
        graphics.setColor(new Color(0x3f6b4f));
        graphics.fillOval(150 * number, 320, 360, 500);
        graphics.dispose();
        var file = photos.resolve(number + ".jpg");
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, "jpg", out);
        }
        return file;
    }

    private static void hasWords(Page page) {
        assertThat(page.locator("main").textContent())
                .doesNotContain("photo.")
                .doesNotContain("catalogue.")
                .doesNotContain("list.");
    }

    @Test
    @Order(1)
    void photosOutOfOneFolderAreAGroupInTheTreeAndOnItsPage() {
        assertThat(proposed).contains(FOLDER, "年终会议");
        archivist.navigate("catalogue?fonds=J057&category=ZP&class=ZP&year=2025");
        archivist.locator(".branches a").getByText(FOLDER).click();
        assertThat(archivist.locator("tbody tr")).hasCount(2);
        hasWords(archivist);
        Browser.show(archivist, "catalogue-photo-group");
        archivist.locator("section a[href^='/photo-groups/']").first().click();
        assertThat(archivist.locator("h1")).hasText(FOLDER);
        assertThat(archivist.locator(".photo")).hasCount(2);
        assertThat(archivist.locator("#group-code")).hasText("J057-ZP·2025-Y-0001");
        archivist.waitForFunction(PICTURES);
    }

    @Test
    @Order(2)
    void theGroupIsDescribedWithAReasonAndItsPhotosShowTheirCaptions() throws Exception {
        archivist.locator("details.card summary").click();
        archivist.locator("#title").fill("样例·医保政策进社区宣传活动");
        archivist.locator("#theme-text").fill("样例：九月宣传月，在样例社区设点讲解参保政策，现场答疑约二百人次。");
        archivist.locator("#place").fill("样例社区广场");
        archivist.locator("#photographer").fill("样例·苗佳慧");
        archivist.locator("#reason").fill("按活动方案补题名和说明");
        archivist.locator("details.card button.primary").click();
        assertThat(archivist.locator("h1")).hasText("样例·医保政策进社区宣传活动");
        assertThat(archivist.locator(".photo-theme")).containsText("九月宣传月");
        var photo = asked("photo-groups?q=" + URLEncoder.encode("宣传月", StandardCharsets.UTF_8))
                .path("groups")
                .path(0);
        var group = asked("photo-groups/" + photo.path("id").asText());
        assertThat(group.path("version").asInt()).isEqualTo(2);
        assertThat(group.path("lines").size()).isEqualTo(2);
        assertThat(asked("photo-groups/" + photo.path("id").asText() + "/versions")
                        .size())
                .isEqualTo(2);
        var item = group.path("lines").path(0).path("item").asText();
        server.await(
                "the object tells of its group",
                () -> asked("items/" + item).path("objectVersion").asInt() >= 2);
        var version = asked("items/" + item + "/description").path("version").asInt();
        remote.replace(
                "items/" + item + "/description",
                Map.of(
                        "version",
                        version,
                        "reason",
                        "补六要素",
                        "values",
                        Map.of(
                                "event",
                                "样例：工作人员讲解参保政策",
                                "taken",
                                "2025-09-16",
                                "place",
                                "样例社区广场",
                                "figures",
                                "讲解员（左一）",
                                "photographer",
                                "样例·苗佳慧",
                                "responsible",
                                "样例·宣传组")));
        archivist.reload();
        assertThat(archivist.locator("#photo-1")).containsText("讲解员（左一）");
        archivist.locator("details summary").getByText("2 个版本").click();
        hasWords(archivist);
        archivist.waitForFunction(PICTURES);
        Browser.show(archivist, "photo-group");
        assertThat(archivist.locator(".page-head a[rel=next]")).isVisible();
    }

    @Test
    @Order(3)
    void groupsAreListedFoundAndPrinted() throws Exception {
        archivist.navigate("photo-groups?category=ZP&year=2025");
        assertThat(archivist.locator("tbody tr")).hasCount(2);
        hasWords(archivist);
        Browser.show(archivist, "photo-groups");
        archivist.locator(".photo-search input[type=search]").fill("年终");
        archivist.keyboard().press("Enter");
        assertThat(archivist.locator("tbody tr")).hasCount(1);
        archivist.locator(".photo-search input[type=search]").fill("没有这样的");
        archivist.keyboard().press("Enter");
        assertThat(archivist.locator(".empty")).isVisible();
        for (var format : new String[] {"pdf", "xlsx"}) {
            var file = photos.resolve("list." + format);
            remote.download("lists/photos/" + format + "?category=ZP", file);
            assertThat(file).isNotEmptyFile();
        }
        archivist.navigate("codes?of=GROUPS");
        assertThat(archivist.locator("tbody")).containsText("J057-ZP·2025-Y-");
        Browser.show(archivist, "codes-groups");
    }
}

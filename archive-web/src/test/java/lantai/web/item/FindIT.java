package lantai.web.item;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.audit.AuditAction;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding and viewing in the demonstration, by an archivist, a leader and an insured person. */
class FindIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "paper, ink, one seal";

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Browser browser;
    private static Page archivist;
    private static Page leader;
    private static Page keeper;
    private static Page insured;

    @BeforeAll
    static void open() {
        server = LantaiServer.demo(data);
        browser = Browser.open(server);
        archivist = person("archivist");
        leader = person("leader");
        insured = person("insured");
        var added = Staff.add(server, "keeper", Role.STORE_KEEPER);
        keeper = browser.signedIn("keeper", added.password());
        Browser.changeFirstPassword(keeper, added.password(), PASSWORD);
        awaitItems();
    }

    private static void awaitItems() {
        server.await("records are filed and found", () -> total(archivist, "") >= 20 && isEverythingFound());
    }

    /** Whether nothing is being filed any more and the index holds all that was filed. */
    private static boolean isEverythingFound() {
        var accepted = 0;
        var filed = 0;
        for (var batch : json(archivist, "api/v1/batches?limit=100").path("batches")) {
            accepted += batch.path("accepted").asInt();
            filed += batch.path("filed").asInt();
        }
        return accepted == 0 && total(archivist, "") == filed;
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    private static Page person(String name) {
        var first = server.firstPasswords().get(name);
        var page = browser.signedIn(name, first);
        if (page.url().contains("/password")) {
            Browser.changeFirstPassword(page, first, PASSWORD);
        }
        return page;
    }

    private static APIResponse ask(Page who, String path) {
        return who.request()
                .get(path, RequestOptions.create().setMaxRedirects(0).setHeader("Accept", "*/*"));
    }

    private static JsonNode json(Page who, String path) {
        var answer = ask(who, path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int total(Page who, String query) {
        return json(who, "api/v1/search?" + query).path("total").asInt();
    }

    private static List<JsonNode> items(Page who) {
        var items = new ArrayList<JsonNode>();
        json(who, "api/v1/search?size=200")
                .path("hits")
                .forEach(hit ->
                        items.add(json(who, "api/v1/items/" + hit.path("id").asText())));
        return items;
    }

    /** Every address under which something of an item can be had. */
    private static Map<String, Integer> statuses(Page who, JsonNode item) {
        var id = item.path("id").asText();
        var statuses = new LinkedHashMap<String, Integer>();
        for (var path : List.of(
                "items/" + id,
                "items/" + id + "/pages/1/thumbnail",
                "items/" + id + "/components/1/original",
                "items/" + id + "/components/1/content",
                "items/" + id + "/copy",
                "items/" + id + "/copy.pdf",
                "items/" + id + "/tables.xlsx",
                "iiif/" + id + "/1",
                "iiif/" + id + "/1/info.json",
                "iiif/" + id + "/1/full/max/0/default.jpg",
                "iiif/" + id + "/1/0,0,512,512/256,/0/default.jpg",
                "api/v1/items/" + id,
                "api/v1/items/" + id + "/pages/1/text",
                "api/v1/items/" + id + "/tables",
                "api/v1/items/" + id + "/components/1",
                "items/" + id + "/components/1/waveform.svg",
                "api/v1/items/" + id + "/components/1/waveform")) {
            statuses.put(path, ask(who, path).status());
        }
        return statuses;
    }

    @Test
    void anArchivistFindsAPaperAndSeesTheWordsBoxedOnIt() {
        archivist.navigate("search");
        archivist.locator("[data-search]").fill("登记表");
        archivist.locator("[data-search]").press("Enter");
        assertThat(archivist.locator("h1")).containsText("找到");
        assertThat(archivist.locator(".told-how")).containsText("登记表");
        assertThat(archivist.locator(".snippet mark").first()).containsText("登记表");
        assertThat(archivist.locator(".facets")).containsText("门类");
        Browser.show(archivist, "search");
        var withPage = archivist.locator(".result:has(img) [data-result]").first();
        withPage.click();
        assertThat(archivist.locator("#sheet[data-open]")).isVisible();
        assertThat(archivist.locator("#boxes .hit").first()).isAttached();
        assertThat(archivist.locator("#words mark").first()).containsText("登记表");
        Browser.show(archivist, "item");
    }

    @Test
    void theSumARecordNamesStandsAmongItsFacts() {
        var item = items(archivist).stream()
                .filter(one -> one.has("amount"))
                .findFirst()
                .orElseThrow();
        archivist.navigate("items/" + item.path("id").asText());
        assertThat(archivist.locator("dl.facts").first())
                .containsText(
                        "金额%,.2f 元".formatted(new BigDecimal(item.path("amount").asText())));
    }

    @Test
    void facetsNarrowAndCanBeTakenAway() {
        archivist.navigate("search?sort=newest");
        var all = archivist.locator(".result").count();
        archivist.locator(".facet a").first().click();
        assertThat(archivist.locator(".chips a[aria-current]")).hasCount(1);
        archivist.locator(".chips a[aria-current]").click();
        assertThat(archivist.locator(".result")).hasCount(all);
    }

    @Test
    void nothingFoundTeachesHowToFind() {
        archivist.navigate("search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E8%AF%8D%E8%AF%AD");
        assertThat(archivist.locator(".empty")).containsText("没有找到");
        Browser.show(archivist, "search-none");
    }

    @Test
    void aTypedPersonalNumberDoesNotStandInTheAudit() {
        archivist.navigate("search?q=990101197811110565");
        assertThat(archivist.locator(".told-how")).containsText("990101********0565");
    }

    @Test
    void aLeaderAndAStoreKeeperSeeOnlyWhatIsNotPersonalOnAnyRoute() {
        var all = items(archivist);
        var personal =
                all.stream().filter(item -> item.path("personal").asBoolean()).toList();
        assertThat(personal).isNotEmpty();
        for (var reader : List.of(leader, keeper)) {
            assertThat(items(reader))
                    .hasSize(all.size() - personal.size())
                    .isNotEmpty()
                    .noneMatch(item -> item.path("personal").asBoolean());
            for (var item : personal) {
                assertThat(statuses(reader, item).values())
                        .as(item.path("title").asText())
                        .containsOnly(404);
                assertThat(ask(reader, "search?q=" + item.path("referenceCode").asText())
                                .text())
                        .doesNotContain(item.path("id").asText());
            }
            assertThat(counted(reader)).isEqualTo(all.size() - personal.size());
        }
    }

    /** The words 密集架 stand in papers about shelves, and are the shape of a name. */
    @Test
    void aRecordIsHiddenWhenSomebodyItNamesIsRegisteredLater() {
        var named = "q=%22%E5%AF%86%E9%9B%86%E6%9E%B6%22";
        assertThat(total(leader, named)).isPositive();
        var shown = items(leader).stream()
                .filter(item -> item.path("title").asText().contains("密集架"))
                .toList();
        assertThat(shown).isNotEmpty();
        Staff.register(server, "990101195501010017", "密集架");
        server.await("the leader finds it no more", () -> total(leader, named) == 0);
        for (var item : shown) {
            assertThat(statuses(leader, item).values()).containsOnly(404);
            assertThat(statuses(archivist, item))
                    .containsEntry("items/" + item.path("id").asText(), 200);
        }
    }

    /** How many records the counts beside the categories add up to. */
    private static int counted(Page reader) {
        var counted = 0;
        for (var value : json(reader, "api/v1/search").path("facets").path("category")) {
            counted += value.path("count").asInt();
        }
        return counted;
    }

    @Test
    void aRecordThatNamesPersonsButBelongsToNoneIsPersonal() {
        var name = java.net.URLEncoder.encode("李秀兰", java.nio.charset.StandardCharsets.UTF_8);
        var own = items(insured).stream().map(item -> item.path("id").asText()).toList();
        var named = new ArrayList<JsonNode>();
        json(archivist, "api/v1/search?size=200&q=" + name)
                .path("hits")
                .forEach(hit -> named.add(
                        json(archivist, "api/v1/items/" + hit.path("id").asText())));
        assertThat(named)
                .as("a voucher names her beside others")
                .anyMatch(item -> !own.contains(item.path("id").asText())
                        && item.path("kind").asText().equals("accounting-voucher"))
                .allMatch(item -> item.path("personal").asBoolean());
        for (var reader : List.of(leader, keeper)) {
            assertThat(total(reader, "q=" + name)).isZero();
            assertThat(json(reader, "api/v1/search?q=" + name).path("facets").path("category"))
                    .isEmpty();
        }
    }

    @Test
    void anInsuredPersonSeesTheOwnRecordsAndNothingElse() {
        var own = items(insured).stream().map(item -> item.path("id").asText()).toList();
        for (var item : items(archivist)) {
            if (!own.contains(item.path("id").asText())) {
                assertThat(statuses(insured, item).values())
                        .as(item.path("title").asText())
                        .containsOnly(404);
            }
        }
        assertThat(total(insured, "")).isEqualTo(own.size());
        assertThat(own).isNotEmpty();
        insured.navigate("items/" + own.getFirst());
        assertThat(insured.locator("html")).hasAttribute("data-frame", "portal");
        assertThat(insured.locator("#sheet[data-open]")).isVisible();
        Browser.show(insured, "item-portal");
    }

    @Test
    void anOfficeFileIsShownAsText() {
        var document = first("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        archivist.navigate("items/" + document.path("id").asText());
        assertThat(archivist.locator(".item-text")).isVisible();
        assertThat(archivist.locator(".item-text")).not().hasText("");
        Browser.show(archivist, "item-docx");
    }

    @Test
    void aFilmPlaysByRanges() {
        var film = items(archivist).stream()
                .filter(item ->
                        item.path("components").path(0).path("mime").asText().startsWith("video/"))
                .findFirst()
                .orElseThrow();
        archivist.navigate("items/" + film.path("id").asText());
        assertThat(archivist.locator("video")).isVisible();
        var content = "items/" + film.path("id").asText() + "/components/1/content";
        var answer = archivist.request().get(content, RequestOptions.create().setHeader("Range", "bytes=10-19"));
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).hasSize(10);
        assertThat(answer.headers().get("content-range")).startsWith("bytes 10-19/");
        assertThat(archivist.locator("#item-times")).isVisible();
        Browser.show(archivist, "item-film");
    }

    @Test
    void anOriginalIsTakenAwayInPiecesOfTheSameBytes() {
        var open = items(archivist).stream()
                .filter(item -> !item.path("personal").asBoolean())
                .findFirst()
                .orElseThrow();
        var component = open.path("components").path(0);
        var size = component.path("size").asLong();
        var tag = '"' + component.path("sha256").asText() + '"';
        for (var path : List.of(
                "items/" + open.path("id").asText() + "/components/1/original",
                component.path("href").asText().substring(1))) {
            var end = archivist.request().get(path, RequestOptions.create().setHeader("Range", "bytes=-7"));
            assertThat(end.status()).as(path).isEqualTo(206);
            assertThat(end.headers()).containsEntry("etag", tag);
            assertThat(end.headers())
                    .containsEntry("content-range", "bytes %d-%d/%d".formatted(size - 7, size - 1, size));
            var other = archivist
                    .request()
                    .get(
                            path,
                            RequestOptions.create()
                                    .setHeader("Range", "bytes=-7")
                                    .setHeader("If-Range", "\"of another file\""));
            assertThat(other.status()).as("pieces of another file").isEqualTo(200);
            assertThat(other.body()).hasSize((int) size).endsWith(end.body());
            assertThat(archivist
                            .request()
                            .get(path, RequestOptions.create().setHeader("Range", "bytes=99999999999999999999-"))
                            .status())
                    .isEqualTo(416);
        }
    }

    @Test
    void aScanIsTakenAwayAsItCameAndAsPdfWithText() {
        var scan = items(archivist).stream()
                .filter(item -> item.path("pageCount").asInt() > 0)
                .filter(item ->
                        item.path("components").path(0).path("mime").asText().startsWith("image/"))
                .filter(item -> item.path("personal").asBoolean())
                .findFirst()
                .orElseThrow();
        var id = scan.path("id").asText();
        giveReason(id);
        var original = ask(archivist, "items/" + id + "/components/1/original");
        assertThat(original.body())
                .hasSize(scan.path("components").path(0).path("size").asInt());
        assertThat(original.headers().get("content-disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        var copy = ask(archivist, "items/" + id + "/copy.pdf");
        assertThat(copy.status()).isEqualTo(200);
        assertThat(new String(copy.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    /** What is personal is taken away with a reason only. */
    private static void giveReason(String id) {
        for (var path : List.of("components/1/original", "copy.pdf")) {
            var asked = ask(archivist, "items/" + id + '/' + path);
            assertThat(asked.status()).as(path).isEqualTo(303);
            assertThat(asked.headers().get("location")).endsWith("/items/" + id + "/reason");
        }
        assertThat(ask(archivist, "api/v1/items/" + id + "/components/1").status())
                .isEqualTo(409);
        archivist.navigate("items/" + id);
        archivist.locator(".item-end a[href$=reason]").first().click();
        archivist.fill("#reason", "x");
        archivist.click("main button.primary");
        assertThat(archivist.locator("#reason-error")).containsText("2 到 200 个字");
        Browser.show(archivist, "item-reason");
        archivist.fill("#reason", "样例：核对 990101197811110565 的报销");
        archivist.click("main button.primary");
        assertThat(archivist.locator(".toast")).containsText("理由已记下");
        assertThat(archivist.locator(".item-end a[href$=original]")).isVisible();
        assertThat(Staff.audited(server, AuditAction.EXPORT_REASONED))
                .anyMatch(entry -> entry.subjectId().equals(id)
                        && entry.actor().name().equals("archivist")
                        && String.valueOf(entry.detail().get("reason")).equals("样例：核对 990101********0565 的报销"));
    }

    @Test
    void whatIsNotPersonalAndWhatIsOnesOwnIsTakenWithoutAReason() {
        var open = items(leader).getFirst().path("id").asText();
        assertThat(ask(leader, "items/" + open + "/components/1/original").status())
                .isEqualTo(200);
        var own = items(insured).getFirst().path("id").asText();
        assertThat(ask(insured, "items/" + own + "/components/1/original").status())
                .isEqualTo(200);
    }

    @Test
    void anAccountMadeOnTheScreenIsTiedToAPersonAndSeesTheOwnRecordsOnly() {
        var system = person("sysadmin");
        var security = person("secadmin");
        system.navigate("accounts/new");
        system.fill("#displayName", "样例·李女士");
        system.fill("#name", "li-xiulan");
        system.click("main button.primary");
        var first = system.locator(".one-time").textContent();
        security.navigate("accounts?q=li-xiulan");
        security.click("tbody th a");
        security.check("input[value=INSURED_PERSON]");
        security.click("form[action$='/roles'] button");
        assertThat(security.locator("form[action$='/person']")).hasCount(0);
        var herself = browser.signedIn("li-xiulan", first);
        Browser.changeFirstPassword(herself, first, PASSWORD);
        assertThat(total(herself, "")).as("tied to nobody").isZero();
        system.navigate("accounts?q=li-xiulan");
        system.click("tbody th a");
        tie(system, "李秀兰", "990101197811110566");
        assertThat(system.locator("[role=alert]")).containsText("不是有效的 18 位");
        tie(system, "李秀英", "990101197811110565");
        assertThat(system.locator("[role=alert]")).containsText("对不上任何参保人");
        tie(system, "李秀兰", "９９０１０１ 19781111 0565");
        assertThat(system.locator("[role=alert]")).containsText("已有账号“insured”");
        tie(system, "张建国", "990101198506141239");
        assertThat(system.locator(".toast")).hasText("已关联参保人。");
        assertThat(system.locator("#person + dl")).containsText("张建国");
        assertThat(system.locator("#person + dl")).containsText("990101********1239");
        Browser.show(system, "account-person");
        var himself = browser.signedIn("li-xiulan", PASSWORD);
        assertThat(himself.url()).endsWith("/my");
        var seen = items(himself);
        assertThat(seen).isNotEmpty();
        var mine = seen.stream().map(item -> item.path("id").asText()).toList();
        for (var item : items(archivist)) {
            if (!mine.contains(item.path("id").asText())) {
                assertThat(statuses(himself, item).values())
                        .as(item.path("title").asText())
                        .containsOnly(404);
            }
        }
        system.click("form[action$='/no-person'] button");
        assertThat(system.locator(".toast")).hasText("已解除关联。");
        var again = browser.signedIn("li-xiulan", PASSWORD);
        assertThat(total(again, "")).isZero();
    }

    private static void tie(Page system, String name, String number) {
        system.fill("#personName", name);
        system.fill("#idNumber", number);
        system.click("form[action$='/person'] button");
    }

    private static JsonNode first(String mime) {
        return items(archivist).stream()
                .filter(item ->
                        item.path("components").path(0).path("mime").asText().equals(mime))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item of " + mime));
    }
}

package lantai.web.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.inbox.Papers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deeds of the review desk by keyboard, and what the archive holds afterwards. */
class ReviewDeskIT {
    private static final String[] FORM = {"城乡居民参保登记表", "姓名：样例王五", "登记日期：2025年3月12日", "样例市医疗保险经办中心", "样例测试数据 990101"};
    private static final String[] CLAIM = {"医疗费用手工报销审核单", "姓名：样例赵六", "审核日期：2024年6月3日", "样例市医疗保险经办中心", "样例测试数据 990101"};
    private static final String[] REMOTE = {"异地就医备案登记表", "姓名：样例孙七", "备案日期：2023年9月2日", "样例市医疗保险经办中心", "样例测试数据 990101"};

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
    void aPageStandsAsAPersonTurnedItAndStaysSo() throws IOException {
        var batch = desk.delivered("旋转", Map.of("颠倒.png", Scans.png(Scans.upsideDown(Scans.page(FORM)))));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        assertThat(desk.turns(document)).as("the engine has found it").containsExactly(180);
        assertThat(desk.words(document, 1)).contains("参保登记表");

        desk.press("r");
        assertThat(desk.turns(document)).containsExactly(270);
        assertThat(desk.told(document).path("pages").path(0).path("width").asInt())
                .isEqualTo(800);
        desk.press("r");
        assertThat(desk.turns(document)).as("upright as it is").containsExactly(0);
        assertThat(desk.words(document, 1)).doesNotContain("参保登记表");
        assertThat(isDarkAbove(document)).isFalse();
        desk.press("f");
        assertThat(desk.turns(document))
                .as("reading again does not turn it back")
                .containsExactly(0);

        desk.press("r", "r");
        assertThat(desk.turns(document)).containsExactly(180);
        assertThat(desk.words(document, 1)).contains("参保登记表");
        assertThat(isDarkAbove(document)).isTrue();
        desk.press("r", "r", "r", "r");
        assertThat(desk.turns(document)).as("once around").containsExactly(180);
        assertThat(desk.words(document, 1)).contains("参保登记表");

        desk.press("u");
        assertThat(desk.turns(document)).containsExactly(90);
        assertThat(desk.told(document).path("pages").path(0).path("width").asInt())
                .isEqualTo(800);
        desk.press("r");
        assertThat(desk.field(document, "KIND")).isEqualTo("person-enrolment");
        filed(document);
        assertThat(desk.one("select cast(turn as text) from item_page where item_id = cast(:id as uuid)", document))
                .isEqualTo("180");
        assertThat(itemText(document, 1)).contains("参保登记表");
    }

    @Test
    void whatThePaperTellsIsSeenOnThePageCorrectedAndKept() throws IOException {
        var paper = Scans.page(
                "医疗保险费用结算单", "姓名：样例周八", "入院日期：2025年3月1日", "出院日期：2025年3月12日", "医疗费用总额：18642.35", "样例测试数据 990101");
        var batch = desk.delivered("要素", Map.of("结算单.png", Scans.png(paper)));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        var admitted = desk.page.locator("#particulars [data-particular=admission-day]");
        if (desk.page.locator("#particulars[open]").count() == 0) {
            desk.page.locator("#particulars > summary").click();
        }
        assertThat(admitted).containsText("2025-03-01");
        assertThat(desk.page.locator("#particulars-none summary")).containsText("没有读到的");
        assertThat(desk.page.locator("#particulars .p:visible")).hasCount(3);
        admitted.click();
        assertThat(desk.page.locator(".sheet-page rect.focus")).hasCount(1);
        Browser.show(desk.page, "review-particulars");
        admitted.click();
        desk.page.locator("#particulars input").fill("2025年3月2日");
        desk.page.keyboard().press("Enter");
        desk.page.locator("#fields").focus();
        desk.accept();
        assertThat(desk.one(
                        "select particulars -> 'admission-day' ->> 'value' from document where id = cast(:id as uuid)",
                        document))
                .isEqualTo("2025-03-02");
        assertThat(desk.state(document)).isEqualTo("ACCEPTED");
    }

    @Test
    void aRejectedSecretIsSealedAndTwoPeopleHandItOver() throws IOException {
        // a paper of its own: the same bytes are refused for good afterwards
        var paper = Scans.page("关于样例专项工作的通知", "样例市医疗保险经办中心", "2025年3月12日", "样例测试数据 990101");
        var batch = desk.delivered("涉密", Map.of("涉密文件.png", Scans.png(paper)));
        var document = desk.documents(batch).getFirst();
        desk.set(document, "secrecy-mark", "机密");
        desk.clear(document);
        desk.open(batch, document);
        assertThat(desk.page.locator("#secret")).containsText("纸上有密级标志：机密");
        Browser.show(desk.page, "review-secret");
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator(".f[data-field=secrecy-mark] .error")).containsText("本系统不收国家秘密");
        assertThat(desk.shown()).as("it stays before the reader's eyes").isEqualTo(document);
        desk.page.keyboard().press("x");
        assertThat(desk.page.locator("#reject-dialog")).containsText("立即密封");
        desk.page.locator("#reject-reason").fill("涉密");
        desk.page
                .locator("#reject-form button[type=submit], #reject-form button.primary")
                .first()
                .click();
        assertThat(desk.page.locator("#toasts")).containsText("已密封");
        desk.rest();
        desk.page.navigate("inbox/" + batch);
        assertThat(desk.page.locator(".batch-card")).containsText("已密封 1 个");
        assertThat(desk.told(document).path("pages").path(0).path("lines")).isEmpty();
        var picture = desk.page.context().request().get(server.address() + "review/pages/" + document + "/1/small.jpg");
        assertThat(picture.status()).isEqualTo(404);

        desk.page.navigate("sealed");
        Browser.show(desk.page, "sealed");
        assertThat(desk.page.locator("main")).not().containsText("涉密文件");
        desk.page.locator("textarea[name=paper]").fill("2026-11-22 交保密办公室，凭证 样例-7");
        desk.page.locator("textarea[name=carriers]").fill("无");
        desk.page
                .getByText("登记去向", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        var guardian = Staff.add(server, "guardian", Role.SECURITY_ADMINISTRATOR);
        try (var browser = Browser.open(server)) {
            var page = browser.signedIn("guardian", guardian.password());
            Browser.changeFirstPassword(page, guardian.password(), "paper, ink, two seals");
            page.navigate("sealed");
            page.getByText("确认去向并清除").click();
            assertThat(page.getByText("确认去向并清除")).hasCount(0);
        }
        server.await(
                "the sealed paper is cleared",
                () -> desk.get("sealed")
                        .path("papers")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals("CLEARED"));
        assertThat(desk.get("sealed").path("papers").path(0).path("proof").path("remains"))
                .isEmpty();
        desk.page.navigate("inbox/" + batch);
        assertThat(desk.page.locator(".batch-card")).containsText("已移交并清除 1 个");
        assertThat(desk.page.locator(".batch-card")).not().containsText("等文件");
        Browser.show(desk.page, "inbox-gone");
    }

    @Test
    void theWordsOfABornDigitalPageAreTurnedWithIt() {
        var batch = desk.delivered("电子文件", Map.of("电子.pdf", Papers.pdf("Sample of a notice", 1)));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        var before = desk.told(document).path("pages").path(0);
        desk.press("r");
        var after = desk.told(document).path("pages").path(0);
        assertThat(after.path("width").asInt()).isEqualTo(before.path("height").asInt());
        var was = before.path("lines").path(0).path("box");
        var is = after.path("lines").path(0).path("box");
        assertThat(is.path("top").asDouble()).isEqualTo(was.path("left").asDouble());
        assertThat(is.path("right").asDouble())
                .isEqualTo(before.path("height").asDouble() - was.path("top").asDouble());
        assertThat(desk.words(document, 1)).contains("Sample of a notice");
        desk.press("u");
        assertThat(desk.told(document).path("pages").path(0).path("lines")).isEqualTo(before.path("lines"));
    }

    @Test
    void documentsAreMergedAndPartedAgainAndFiledAsOne() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("第10页.png", Scans.png(Scans.page(CLAIM)));
        files.put("第9页.png", Scans.png(Scans.page(FORM)));
        var batch = desk.delivered("合并", files);
        var documents = desk.documents(batch);
        var first = documents.getFirst();
        assertThat(desk.field(first, "KIND")).as("page 9 lies before page 10").isEqualTo("person-enrolment");
        var title = desk.field(documents.getLast(), "TITLE");
        desk.open(batch, first);

        desk.press("m");
        assertThat(desk.documents(batch)).containsExactly(first);
        assertThat(desk.turns(first)).hasSize(2);
        assertThat(desk.page.locator("#strip button")).hasCount(2);
        desk.press("u");
        assertThat(desk.documents(batch)).containsExactlyElementsOf(documents);
        assertThat(desk.turns(first)).hasSize(1);
        assertThat(desk.field(documents.getLast(), "TITLE")).isEqualTo(title);

        desk.open(batch, first);
        desk.press("m");
        assertThat(desk.told(first).path("fields"))
                .as("what the two papers contradict each other in is doubtful")
                .anySatisfy(field -> {
                    assertThat(field.path("code").asText()).isEqualTo("date");
                    assertThat(field.path("contested").asBoolean()).isTrue();
                    assertThat(field.path("confidence").asDouble()).isLessThan(0.85);
                    assertThat(field.path("candidates").findValuesAsText("value"))
                            .contains("2025-03-12", "2024-06-03");
                    assertThat(field.path("candidates").findValuesAsText("page"))
                            .contains("1", "2");
                });
        desk.focus("date");
        assertThat(desk.page.locator(".f[data-field=date] .f-mark")).containsText("两份写得不一样");
        assertThat(desk.page.locator(".f[data-field=date] .f-candidates")).containsText("第 2 页");
        Browser.show(desk.page, "review-contested");
        desk.press("]");
        filed(first);
        assertThat(desk.one("select cast(page_count as text) from item where id = cast(:id as uuid)", first))
                .isEqualTo("2");
        assertThat(itemText(first, 1))
                .as("the first page was put behind the second")
                .contains("手工报销审核单");
        assertThat(itemText(first, 2)).contains("参保登记表");
    }

    @Test
    void aDocumentIsSplitWithoutLosingWhatWasTypedAndJoinedAgain() {
        var batch = desk.delivered(
                "拆分", Map.of("三页.tif", Scans.tiff(List.of(Scans.page(FORM), Scans.page(CLAIM), Scans.page(REMOTE)))));
        var whole = desk.documents(batch).getFirst();
        desk.open(batch, whole);
        assertThat(desk.turns(whole)).hasSize(3);
        desk.focus("title");
        desk.correct("样例登记表");
        desk.press("ArrowRight", "s");

        var parts = desk.documents(batch);
        assertThat(parts).hasSize(2).startsWith(whole);
        assertThat(desk.turns(whole)).hasSize(1);
        assertThat(desk.field(whole, "TITLE")).isEqualTo("样例登记表");
        assertThat(desk.turns(parts.getLast())).hasSize(2);
        server.await(
                "the second part is read for itself",
                () -> desk.field(parts.getLast(), "KIND").equals("claim-reimbursement"));

        desk.press("u");
        assertThat(desk.documents(batch)).containsExactly(whole);
        assertThat(desk.turns(whole)).hasSize(3);
        assertThat(desk.field(whole, "TITLE")).isEqualTo("样例登记表");
        desk.press("s");
        assertThat(desk.page.locator("#toasts")).containsText("拆不开");
        assertThat(desk.documents(batch)).containsExactly(whole);
    }

    @Test
    void aFieldIsCorrectedWithItsKeysAndTwoMoreAndIsFiledSo() {
        var batch = desk.delivered("更正", Map.of("更正.png", Scans.png(Scans.page(REMOTE))));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        for (var correction :
                Map.of("title", "异地就医备案登记表（更正）", "date", "2023-09-05").entrySet()) {
            desk.focus(correction.getKey());
            assertThat(desk.correct(correction.getValue()))
                    .isLessThanOrEqualTo(correction.getValue().length() + 2);
        }
        filed(document);
        assertThat(desk.one("select title || ' ' || dated from item where id = cast(:id as uuid)", document))
                .isEqualTo("异地就医备案登记表（更正） 2023-09-05");
    }

    @Test
    void whatIsNoDateIsToldAtTheFieldAndNothingTypedIsLost() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("日期甲.png", Scans.png(Scans.page(FORM)));
        files.put("日期乙.png", Scans.png(Scans.page(CLAIM)));
        var batch = desk.delivered("错误日期", files);
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        var before = desk.field(document, "DATE");
        desk.focus("title");
        desk.correct("样例题名");
        desk.skip();
        desk.skip();
        assertThat(desk.page.locator(".f[data-field=title]")).containsText("样例题名");
        desk.focus("date");
        desk.correct("2025-13-40");
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator(".f[data-field=date] .error")).containsText("2025-13-40");
        assertThat(desk.shown()).isEqualTo(document);
        assertThat(desk.state(document)).isEqualTo("PROPOSED");
        assertThat(desk.field(document, "DATE")).isEqualTo(before);
        desk.correct("2025年3月2日");
        desk.accept();
        assertThat(desk.state(document)).isEqualTo("ACCEPTED");
        assertThat(desk.field(document, "DATE")).isEqualTo("2025-03-02");
        assertThat(desk.field(document, "TITLE")).isEqualTo("样例题名");
        desk.press("u");
        assertThat(desk.state(document)).isEqualTo("PROPOSED");
        assertThat(desk.field(document, "DATE")).isEqualTo(before);
    }

    @Test
    void aRejectedDocumentLiesInQuarantineWithItsReasonUntilItIsTakenBack() {
        var batch = desk.delivered("退回", Map.of("退回.png", Scans.png(Scans.page(CLAIM))));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        reject("缺少签字");
        assertThat(desk.state(document)).isEqualTo("REJECTED");
        assertThat(steps(batch)).isEqualTo("QUARANTINED rejected");
        assertThat(desk.one(
                        "select detail ->> 'reason' from audit_entry where subject_id = :id and action = 'FILE_QUARANTINED'",
                        document))
                .isEqualTo("缺少签字");
        desk.press("u");
        assertThat(desk.state(document)).isEqualTo("PROPOSED");
        assertThat(steps(batch)).isEqualTo("PROPOSED");

        reject("缺少签字");
        desk.page.navigate("inbox/" + batch);
        desk.page.locator("form[action$='/retry'] button").first().click();
        server.await("it comes as a new document", () -> desk.documents(batch).size() == 1);
        var fresh = desk.documents(batch);
        desk.open(batch, fresh.getFirst());
        desk.press("u");
        assertThat(desk.page.locator("#toasts")).containsText("已经不在复核里");
        assertThat(desk.documents(batch)).as("one paper is one document").containsExactlyElementsOf(fresh);
    }

    @Test
    void whatIsTypedSurvivesAReloadUntilItIsSentOrThePersonSignsOut() {
        var batch = desk.delivered("重新载入", Map.of("重新载入.png", Scans.png(Scans.page(FORM))));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        desk.focus("title");
        desk.correct("样例题名（没有保存）");
        desk.focus("date");
        desk.page.keyboard().press("e");
        desk.page.keyboard().type("2025-03-09");
        desk.page.reload();
        desk.rest();
        assertThat(desk.page.locator(".f[data-field=title]")).containsText("样例题名（没有保存）");
        assertThat(desk.page.locator(".f[data-field=date]")).containsText("2025-03-09");
        assertThat(desk.field(document, "TITLE")).doesNotContain("没有保存");
        desk.accept();
        assertThat(desk.field(document, "TITLE")).isEqualTo("样例题名（没有保存）");
        assertThat(typed()).isEqualTo(0);
        desk.press("u");
        desk.focus("title");
        desk.correct("样例题名（又没有保存）");
        assertThat(typed()).isEqualTo(1);
        desk.page.evaluate("""
                () => { const form = document.querySelector("form[action='/sign-out']");
                        form.addEventListener("submit", event => event.preventDefault());
                        form.requestSubmit(); }""");
        assertThat(typed()).isEqualTo(0);
        desk.page.navigate("inbox");
    }

    @Test
    void whatHasNoDoubtsIsAcceptedAtOnceByOneKeyAndTakenBackByAnother() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("一.png", Scans.png(Scans.page(FORM)));
        files.put("二.png", Scans.png(Scans.page(CLAIM)));
        files.put("三.png", Scans.png(Scans.page(REMOTE)));
        var batch = desk.delivered("全部确认", files);
        var documents = desk.documents(batch);
        documents.subList(0, 2).forEach(desk::clear);
        desk.open(batch, documents.getFirst());
        assertThat(desk.page.locator("#clear")).hasText("2");
        var badge = desk.page.locator("[data-waits='/review'] b");
        var waiting = Integer.parseInt(badge.textContent());
        desk.page.keyboard().press("a");
        assertThat(desk.page.locator("#clear-what")).containsText("有 2 份");
        Browser.show(desk.page, "review-accept-all");
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator("#toasts")).containsText("已确认 2 份");
        desk.rest();
        assertThat(documents.subList(0, 2))
                .allSatisfy(document -> assertThat(desk.state(document)).isEqualTo("ACCEPTED"));
        assertThat(desk.state(documents.getLast())).isEqualTo("PROPOSED");
        assertThat(badge).hasText(Integer.toString(waiting - 2));
        assertThat(desk.page.locator("#left")).containsText("还有 1 份");
        desk.press("u");
        assertThat(documents)
                .allSatisfy(document -> assertThat(desk.state(document)).isEqualTo("PROPOSED"));
        assertThat(badge).hasText(Integer.toString(waiting));
    }

    @Test
    void onePartOfAFileIsReturnedAloneAndTakenUpAgain() {
        var batch = desk.delivered("退回一部分", Map.of("两页.tif", Scans.tiff(List.of(Scans.page(FORM), Scans.page(CLAIM)))));
        var whole = desk.documents(batch).getFirst();
        desk.open(batch, whole);
        desk.press("ArrowRight", "s");
        var part = desk.documents(batch).getLast();
        desk.open(batch, part);
        reject("不属于这一件");
        assertThat(desk.state(part)).isEqualTo("REJECTED");
        assertThat(desk.state(whole)).isEqualTo("PROPOSED");
        assertThat(steps(batch)).isEqualTo("PROPOSED");
        desk.page.navigate("inbox/quarantine");
        var row = desk.page.locator(
                "section[aria-labelledby=parts] tr",
                new com.microsoft.playwright.Page.LocatorOptions().setHasText("两页.tif"));
        assertThat(row).containsText("不属于这一件");
        row.locator("button").click();
        assertThat(desk.state(part)).isEqualTo("PROPOSED");
    }

    @Test
    void aPaperAndAFileWithoutPagesAreFiledTogetherAndFoundByTheWordsOfBoth() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("1.png", Scans.png(Scans.page(FORM)));
        files.put("2.txt", "样例补充说明：并案材料的甲骨文字".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        files.put("3.txt", "样例补充说明：第三份材料的青铜铭文".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var batch = desk.delivered("图文合并", files);
        var first = desk.documents(batch).getFirst();
        desk.open(batch, first);
        desk.press("m");
        desk.press("m");
        assertThat(desk.documents(batch)).containsExactly(first);
        for (var required :
                Map.of("category", "YW", "year", "2025", "retention", "D30").entrySet()) {
            desk.set(first, required.getKey(), required.getValue());
        }
        desk.open(batch, first);
        filed(first);
        for (var words : List.of("甲骨文字", "青铜铭文", "参保登记表")) {
            server.await(
                    "found by " + words,
                    () -> desk.get("search?q="
                                    + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8))
                            .path("hits")
                            .findValuesAsText("id")
                            .contains(first));
        }
        assertThat(itemText(first, 2)).contains("甲骨文字").contains("青铜铭文");
    }

    @Test
    void whatAPersonWaitsForIsReadBeforeWhatCameInBulk() {
        var batch = desk.delivered("先读", Map.of("先读.png", Scans.png(Scans.page(FORM))));
        var document = desk.documents(batch).getFirst();
        desk.open(batch, document);
        var files = new LinkedHashMap<String, byte[]>();
        for (var number = 1; number <= 24; number++) {
            var remark = "第 " + number + " 份";
            files.put(number + ".png", Scans.png(Scans.page(CLAIM[0], CLAIM[1], CLAIM[2], CLAIM[3], CLAIM[4], remark)));
        }
        var bulk = desk.sent("成批", files);
        desk.press("f");
        assertThat(desk.told(document).path("reading").asBoolean()).isFalse();
        assertThat(desk.get("batches/" + bulk).path("settled").asBoolean())
                .as("the bulk is still being read")
                .isFalse();
        desk.page.navigate("inbox/" + bulk);
        desk.page.locator("[data-opens=cancel]").click();
        desk.page.locator("#cancel .danger").click();
        assertThat(desk.page.locator("#live")).containsText("已取消");
    }

    @Test
    void everythingAcceptedIsFiledAtOnceAndCannotBeUndoneThen() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("归档甲.png", Scans.png(Scans.page(FORM)));
        files.put("归档乙.png", Scans.png(Scans.page(REMOTE)));
        var batch = desk.delivered("归档", files);
        var documents = desk.documents(batch);
        desk.open(batch, documents.getFirst());
        desk.accept();
        desk.accept();
        assertThat(desk.page.locator("#empty")).isVisible();
        fileAll();
        server.await(
                "both are filed",
                () -> documents.stream()
                        .allMatch(document -> desk.state(document).equals("FILED")));
        desk.press("u");
        assertThat(desk.page.locator("#toasts")).containsText("已经不在复核里");
        assertThat(documents)
                .allSatisfy(document -> assertThat(desk.state(document)).isEqualTo("FILED"));
    }

    @Test
    void onASmallScreenTheRarerEntriesLieBehindOneAndNothingScrollsSideways() {
        desk.page.setViewportSize(360, 740);
        desk.page.navigate("inbox");
        var more = desk.page.locator(".rail-more summary");
        assertThat(more).isVisible();
        assertThat(
                        desk.page.evaluate(
                                "() => { const rail = document.querySelector('.rail'); return rail.scrollWidth - rail.clientWidth; }"))
                .isEqualTo(0);
        assertThat(desk.page.locator(".rail-list li:visible")).hasCount(4);
        more.press("Enter");
        assertThat(desk.page.locator(".rail-more a[href='/codes']")).isVisible();
        Browser.show(desk.page, "foot-menu");
        desk.page.setViewportSize(1280, 800);
        assertThat(more).isHidden();
    }

    private static int typed() {
        return (int) desk.page.evaluate(
                "() => Object.keys(sessionStorage).filter(key => key.startsWith('lantai-typed')).length");
    }

    private static void reject(String reason) {
        desk.page.keyboard().press("x");
        desk.page.fill("#reject-reason", reason);
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator("#toasts")).containsText("已退回");
        desk.rest();
    }

    private static String steps(String batch) {
        return desk.one(
                "select trim(string_agg(step || ' ' || coalesce(reason, ''), ',')) from received_file"
                        + " where batch_id = cast(:id as uuid)",
                batch);
    }

    private static void fileAll() {
        desk.page.locator("#file-button").click();
        desk.page.locator("#file-form button.primary").click();
        assertThat(desk.page.locator("#toasts")).containsText("正在归档");
    }

    /** Accepts and files the document, which is on the desk. */
    private static void filed(String document) {
        assertThat(desk.shown()).isEqualTo(document);
        desk.accept();
        assertThat(desk.state(document)).isEqualTo("ACCEPTED");
        fileAll();
        server.await("it is filed", () -> desk.state(document).equals("FILED"));
    }

    private static String itemText(String item, int page) {
        return desk.get("items/" + item + "/pages/" + page + "/text").toString();
    }

    /** Whether the upper half of the picture shown is the darker one. */
    private static boolean isDarkAbove(String document) throws IOException {
        var answer = desk.page.request().get("review/pages/" + document + "/1/page.jpg?at=" + System.nanoTime());
        var image = ImageIO.read(new ByteArrayInputStream(answer.body()));
        var half = image.getHeight() / 2;
        return dark(image, 0, half) > dark(image, half, image.getHeight());
    }

    private static int dark(BufferedImage image, int from, int to) {
        var dark = 0;
        for (var y = from; y < to; y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}

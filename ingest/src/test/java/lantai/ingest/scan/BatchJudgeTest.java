package lantai.ingest.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.reader.PageMeasure;
import lantai.ingest.reader.PageMeasure.Mode;
import lantai.ingest.scan.ScannedPage.Outcome;
import lantai.problem.Malformed;
import org.junit.jupiter.api.Test;

/** What is wrong with the pages of a batch, alone and among each other, by the rule that the product comes with. */
class BatchJudgeTest {
    private static final ScanRule RULE = ScanRule.parse(ScanRule.SHIPPED);
    private static final String LOOK = "0f0f0f0f0f0f0f0f".repeat(4);
    private static final String OTHER_LOOK = "123456789abcdef0".repeat(4);

    private static final PageMeasure GOOD =
            new PageMeasure(2480, 3508, 300, Mode.COLOUR, 0.2, 2.1, 4, 0, 0, 230, OTHER_LOOK, List.of());

    private static ScannedPage page(UUID file, String path, int number, PageMeasure measure, int printed) {
        return new ScannedPage(
                file,
                path,
                number,
                Outcome.READ,
                "",
                Optional.of(measure),
                printed == 0 ? Optional.empty() : Optional.of(new PageNumber(printed, 0)));
    }

    private static List<ScannedPage> pages(int... printed) {
        var file = UUID.randomUUID();
        var pages = new ArrayList<ScannedPage>();
        for (var number : printed) {
            pages.add(page(file, "scan.pdf", pages.size() + 1, GOOD, number));
        }
        return pages;
    }

    private static List<String> told(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.check() + " " + fault.page().page() + " " + fault.value())
                .toList();
    }

    private static List<String> sequence(int... printed) {
        return told(Sequence.ofPages(pages(printed)));
    }

    private static List<ScanCheck> alone(PageMeasure measure) {
        return new PageJudge(RULE)
                .faults(page(UUID.randomUUID(), "a.tif", 1, measure, 0)).stream()
                        .map(Fault::check)
                        .toList();
    }

    @Test
    void printedNumbersTellGapsRepeatsAndJumps() {
        assertThat(sequence(1, 2, 3, 4)).isEmpty();
        assertThat(sequence(1, 2, 4)).containsExactly("GAP 3 3");
        assertThat(sequence(1, 2, 6)).containsExactly("GAP 3 3–5");
        assertThat(sequence(1, 2, 2, 3)).containsExactly("TWICE 3 2");
        assertThat(sequence(1, 3, 2)).containsExactly("GAP 2 2", "ORDER 3 2");
        assertThat(sequence(1, 0, 3)).as("a page without number counts along").isEmpty();
        assertThat(sequence(1, 2, 1, 2)).as("another paper begins").isEmpty();
        assertThat(sequence(1, 0, 0, 2)).as("pages between may bear no number").isEmpty();
    }

    @Test
    void aTotalTellsThatTheEndIsMissing() {
        var pages = new ArrayList<>(pages(1, 2));
        var last = pages.removeLast();
        pages.add(new ScannedPage(
                last.file(), last.path(), 2, Outcome.READ, "", last.measure(), Optional.of(new PageNumber(2, 4))));
        assertThat(told(Sequence.ofPages(pages))).containsExactly("GAP 2 3–4");
    }

    @Test
    void singlePagesInOneFolderAreOneRunAndTheirNamesAreLookedAt() {
        var pages = List.of(
                page(UUID.randomUUID(), "a/p-0001.tif", 1, GOOD, 1),
                page(UUID.randomUUID(), "a/p-0002.tif", 1, GOOD, 2),
                page(UUID.randomUUID(), "a/p-0005.tif", 1, GOOD, 5),
                page(UUID.randomUUID(), "b/p-0009.tif", 1, GOOD, 9));
        assertThat(told(Sequence.ofPages(pages))).containsExactly("GAP 1 3–4");
        assertThat(told(Sequence.ofFiles(pages))).containsExactly("FILE_GAP 1 3–4");
    }

    @Test
    void printedNumbersAreKnownByTheirForms() {
        assertThat(PageNumber.parse("— 3 —")).contains(new PageNumber(3, 0));
        assertThat(PageNumber.parse("第 3 页 共 12 页")).contains(new PageNumber(3, 12));
        assertThat(PageNumber.parse("第3页，共12页")).contains(new PageNumber(3, 12));
        assertThat(PageNumber.parse("3 / 12")).contains(new PageNumber(3, 12));
        assertThat(PageNumber.parse("2025")).as("a year").isEmpty();
        assertThat(PageNumber.parse("共 3 人")).isEmpty();
        assertThat(PageNumber.parse("第 0 页")).isEmpty();
    }

    @Test
    void eachLimitOfTheRuleIsHeldAgainstThePage() {
        assertThat(alone(GOOD)).isEmpty();
        assertThat(alone(measured(200, 0.2, 2.1, 4, 0, 0, 230))).containsExactly(ScanCheck.LOW_DPI);
        assertThat(alone(measured(0, 0.2, 2.1, 4, 0, 0, 230))).containsExactly(ScanCheck.NO_DPI);
        assertThat(alone(measured(300, -3.5, 2.1, 4, 0, 0, 230))).containsExactly(ScanCheck.SKEW);
        assertThat(alone(measured(300, 0, 6, 4, 0, 0, 230))).containsExactly(ScanCheck.BLUR);
        assertThat(alone(measured(300, 4, 9, 0.01, 0, 0, 250))).containsExactly(ScanCheck.BLANK);
        assertThat(alone(measured(300, 0, 2, 4, 0, 0, 20))).containsExactly(ScanCheck.DARK);
        assertThat(alone(measured(300, 0, 2, 4, 5, 0, 220))).containsExactly(ScanCheck.BORDER);
        assertThat(alone(measured(300, 0, 2, 4, 0, 30, 220))).containsExactly(ScanCheck.CUT);
    }

    private static PageMeasure measured(
            int dpi, double skew, double edge, double ink, double border, int cut, int brightness) {
        return new PageMeasure(2480, 3508, dpi, Mode.COLOUR, skew, edge, ink, border, cut, brightness, LOOK, List.of());
    }

    @Test
    void whatWasScannedOtherwiseThanTheRestIsMixed() {
        var file = UUID.randomUUID();
        var gray = new PageMeasure(2480, 3508, 200, Mode.GRAY, 0, 2, 4, 0, 0, 230, LOOK, List.of());
        var pages = List.of(
                page(file, "a.pdf", 1, GOOD, 0), page(file, "a.pdf", 2, gray, 0), page(file, "a.pdf", 3, GOOD, 0));
        var faults = judge(pages, Map.of());
        assertThat(told(faults)).contains("MIXED 2 GRAY 200");
        assertThat(faults).filteredOn(fault -> fault.check() == ScanCheck.MIXED).hasSize(1);
    }

    @Test
    void aPageScannedTwiceIsFoundAndAFormFilledForAnotherPersonIsNot() {
        var pages = pages(0, 0, 0);
        var form = "城乡居民基本医疗保险参保登记表 姓名 样例甲 身份证号 990101199001011234 参保年度 2025 缴费档次 一档 经办人 样例";
        var texts = Map.of(1, form, 2, form.replace("990101199001011234", "990101197505057777"), 3, form);
        var twice = judge(pages, texts).stream()
                .filter(fault -> fault.check() == ScanCheck.DUPLICATE)
                .toList();
        assertThat(told(twice)).containsExactly("DUPLICATE 3 0");
        assertThat(twice.getFirst().other().orElseThrow().page()).isEqualTo(1);
    }

    private static List<Fault> judge(List<ScannedPage> pages, Map<Integer, String> texts) {
        return new BatchJudge(RULE, (_, page) -> texts.getOrDefault(page, "第" + page + "页的文字各不相同样例".repeat(page)))
                .faults(pages);
    }

    @Test
    void aRuleThatCannotBeFollowedIsRefused() {
        assertThat(RULE.unconfirmed())
                .contains(ScanCheck.SKEW, ScanCheck.SAMPLE)
                .doesNotContain(ScanCheck.GAP);
        assertThatThrownBy(() -> ScanRule.parse(ScanRule.SHIPPED.replace("LANTAI-SEPARATOR", "X")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> ScanRule.parse(ScanRule.SHIPPED.replace("\"limit\": 95", "\"limit\": 195")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        ScanRule.parse(ScanRule.SHIPPED.replace("\"PASS\", \"on\": true", "\"PASS\", \"on\": false")))
                .isInstanceOf(Malformed.class);
    }
}

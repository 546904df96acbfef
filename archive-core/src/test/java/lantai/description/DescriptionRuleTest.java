package lantai.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lantai.audit.AuditTrail;
import lantai.classification.Category;
import lantai.database.Database;
import lantai.database.TestDatabase;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleContent;
import lantai.policy.RuleFault;
import org.junit.jupiter.api.Test;

/** Which elements a description has, and what may stand in them. */
class DescriptionRuleTest {
    private static final DescriptionRule RULE = DescriptionRule.parse(DescriptionPolicy.shipped());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private final ElementCheck check = new ElementCheck(TODAY);

    private static List<String> mandatory(Level level, Category category) {
        return RULE.demands(level, category).stream()
                .filter(demand -> demand.obligation() == Obligation.MANDATORY)
                .map(demand -> demand.element().name())
                .collect(Collectors.toList());
    }

    private static Element element(String code) {
        return RULE.elements().stream()
                .filter(element -> element.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyItemHasTheMandatoryElementsOfTheStandard() {
        for (var category : Category.values()) {
            assertThat(mandatory(Level.ITEM, category)).contains("著录层级", "档号", "题名", "日期", "责任者", "保管期限", "开放标识");
        }
    }

    @Test
    void aPhotoHasTheSixElementsOfItsCaptionAndAVoucherDoesNot() {
        var names = RULE.demands(Level.ITEM, Category.ZP).stream()
                .map(demand -> demand.element().name())
                .toList();
        assertThat(names).contains("组号", "组题名", "事由", "时间", "地点", "人物", "背景", "摄影者");
        assertThat(RULE.demands(Level.ITEM, Category.KU).stream()
                        .map(demand -> demand.element().name()))
                .contains("会计期间", "凭证起号", "凭证止号")
                .doesNotContain("摄影者");
    }

    private static List<String> due(Category category) {
        return RULE.demands(Level.ITEM, category).stream()
                .filter(demand -> demand.obligation() == Obligation.WHERE_THERE)
                .map(demand -> demand.element().name())
                .collect(Collectors.toList());
    }

    @Test
    void eachCategoryAsksForItsOwnElements() {
        assertThat(mandatory(Level.ITEM, Category.ZP)).contains("事由", "时间", "地点", "摄影者");
        assertThat(due(Category.ZP)).contains("组号", "组题名", "人物", "背景");
        assertThat(mandatory(Level.ITEM, Category.SX)).contains("录制时间");
        assertThat(due(Category.SX)).contains("录制地点", "录制人物", "录制者", "时长", "内容时间码");
        assertThat(mandatory(Level.ITEM, Category.KU)).contains("会计期间");
        assertThat(due(Category.KU)).contains("账套", "凭证字号", "凭证起号", "凭证止号", "附件张数");
        assertThat(mandatory(Level.ITEM, Category.SW)).contains("数量", "替代影像");
        assertThat(due(Category.SW)).contains("替代影像像素", "来源");
        assertThat(due(Category.KJ)).contains("项目名称", "图号");
        assertThat(element("surrogate").usual()).isEqualTo("照片");
        assertThat(mandatory(Level.ITEM, Category.WS)).doesNotContain("会计期间", "事由", "替代影像");
    }

    @Test
    void whatTheStandardDemandsOfAFondsIsNotDemandedOfAnItem() {
        assertThat(mandatory(Level.FONDS, Category.WS)).contains("档案馆代码", "档案保管沿革");
        assertThat(mandatory(Level.ITEM, Category.WS)).doesNotContain("档案馆代码", "档案保管沿革");
    }

    @Test
    void theShippedRuleHasNoFaults() {
        try (Database database = TestDatabase.fresh()) {
            var policy = new DescriptionPolicy(new PolicyCentre(
                    new AuditTrail(java.time.InstantSource.system()),
                    java.time.InstantSource.system(),
                    java.time.ZoneId.of("Asia/Shanghai")));
            var content = RuleContent.parse(DescriptionPolicy.shipped());
            assertThat(policy.form().faults(content)).isEmpty();
            List<RuleFault> faults = database.jdbi().withHandle(handle -> policy.faults(handle, content));
            assertThat(faults).isEmpty();
            var broken = RuleContent.parse("""
                    {"elements": [
                       {"code": "Title", "name": "题名", "area": "标识", "type": "CHOICE", "basis": "样例", "evidence": "K"}],
                     "obligations": [{"element": "subtitle", "level": "ITEM", "obligation": "M", "evidence": "K"}]}
                    """);
            List<RuleFault> found = database.jdbi().withHandle(handle -> policy.faults(handle, broken));
            assertThat(found)
                    .extracting(RuleFault::problem)
                    .contains(
                            DescriptionProblem.CODE_MALFORMED,
                            DescriptionProblem.LIST_MISSING,
                            DescriptionProblem.NO_SUCH_ELEMENT);
        }
    }

    @Test
    void datesAreReadAsPeopleAndCamerasWriteThem() {
        var date = element("date");
        assertThat(List.of("20260501", "2026年5月1日", "2026.5.1", "2026/05/01", "２０２６－０５－０１", "2026:05:01 10:20:30"))
                .allSatisfy(typed -> assertThat(ElementCheck.clean(date, typed)).isEqualTo("2026-05-01"));
        assertThat(ElementCheck.clean(date, "[19450815]")).isEqualTo("[1945-08-15]");
        assertThat(check.fault(date, "[1945]")).isEmpty();
        assertThat(check.fault(date, "[1945-08]")).isEmpty();
        assertThat(Mapped.day("[1945-08-15]")).contains(LocalDate.of(1945, 8, 15));
        assertThat(Mapped.day("[1945]")).isEmpty();
    }

    @Test
    void anImpossibleDateIsToldWithElementAndValue() {
        var date = element("date");
        for (var typed : List.of("2025-02-30", "2026-13-01", "1945", "去年", "2026-05", "[2026-02-31]")) {
            assertThat(check.fault(date, ElementCheck.clean(date, typed)))
                    .as(typed)
                    .hasValueSatisfying(fault -> {
                        assertThat(fault.problem()).isEqualTo(DescriptionProblem.NOT_A_DATE);
                        assertThat(fault.values()).startsWith("日期");
                    });
        }
        assertThat(check.fault(date, "2026-11-23").orElseThrow().problem())
                .isEqualTo(DescriptionProblem.DATE_IN_FUTURE);
        assertThat(check.fault(date, "2026-11-22")).isEmpty();
    }

    @Test
    void aValueOutsideOfItsListIsToldWithTheList() {
        var fault = check.fault(element("openness"), "绝对开放").orElseThrow();
        assertThat(fault.problem()).isEqualTo(DescriptionProblem.NOT_IN_LIST);
        assertThat(fault.values()).containsExactly("开放标识", "绝对开放", "开放、控制、延期开放、未审核");
    }

    @Test
    void aMarkOfAStateSecretIsRefused() {
        assertThat(List.of("机密★10年", "秘密", "绝密"))
                .allSatisfy(mark -> assertThat(check.fault(element("security"), mark)
                                .orElseThrow()
                                .problem())
                        .isEqualTo(DescriptionProblem.STATE_SECRET));
        assertThat(check.fault(element("security"), "内部")).isEmpty();
    }

    @Test
    void numbersAreReadWithoutTheirOrnaments() {
        var amount = element("amount");
        assertThat(ElementCheck.clean(amount, "￥1,234.50元")).isEqualTo("1234.50");
        assertThat(check.fault(amount, "1234.50")).isEmpty();
        assertThat(check.fault(amount, "壹仟").orElseThrow().problem()).isEqualTo(DescriptionProblem.NOT_A_NUMBER);
    }

    /** Seeded: cleaning twice is cleaning once, and every day written in any way comes back as itself. */
    @Test
    void everyDayComesBackFromEveryWayOfWritingIt() {
        var seed = Long.getLong("seed", 20261122L);
        var random = new Random(seed);
        var date = element("date");
        for (var turn = 0; turn < 2000; turn++) {
            var day = LocalDate.ofEpochDay(random.nextInt(20_000));
            var year = day.getYear();
            var month = day.getMonthValue();
            var of = day.getDayOfMonth();
            var typed = switch (random.nextInt(5)) {
                case 0 -> day.toString().replace("-", "");
                case 1 -> year + "年" + month + "月" + of + "日";
                case 2 -> year + "." + month + "." + of;
                case 3 -> year + "/" + month + "/" + of;
                default -> day + "T12:30:00Z";
            };
            var clean = ElementCheck.clean(date, typed);
            assertThat(clean).as("seed %d, typed %s", seed, typed).isEqualTo(day.toString());
            assertThat(ElementCheck.clean(date, clean)).isEqualTo(clean);
        }
    }
}

package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lantai.problem.Malformed;
import org.junit.jupiter.api.Test;

class ParticularTest {
    private static final ParticularRules RULES = ParticularRules.parse(ParticularRules.shipped());
    private static final ParticularFinder FINDER =
            new ParticularFinder(RULES, KindRules.standard().labels());

    private static Map<String, List<ParticularReading>> found(String kind, Paper... pages) {
        return FINDER.find(
                new ReadDocument(
                        "scan.jpg",
                        "",
                        "image/jpeg",
                        List.of(pages).stream().map(Paper::page).toList(),
                        "",
                        Map.of()),
                kind);
    }

    private static ParticularReading best(Map<String, List<ParticularReading>> found, String code) {
        return found.getOrDefault(code, List.of()).getFirst();
    }

    private static Paper settlement(String cash) {
        return new Paper()
                .title(200, "医疗保险费用结算单")
                .row(400, "医疗费用总额", "18642.35", "全自费金额", "420.00")
                .row(500, "超限价金额", "68.20", "先行自付金额", "1150.15")
                .row(600, "符合政策范围金额", "17004.00", "统筹基金支付", "13858.40")
                .row(700, "基金支付合计", "13858.40", "个人负担合计", "4783.95")
                .row(800, "个人账户支付", "1200.00", "个人现金支付", cash);
    }

    @Test
    void aSumThatComesOutVouchesForItsTerms() {
        var right = found("settlement", settlement("3583.95"));
        var wrong = found("settlement", settlement("3583.59"));
        assertThat(best(right, "cash").confidence()).isGreaterThan(0.97);
        assertThat(best(right, "cash").reason()).endsWith("sum-holds");
        assertThat(best(wrong, "cash").confidence()).isLessThan(0.85);
        assertThat(best(wrong, "cash").reason()).endsWith("sum-differs");
        assertThat(best(wrong, "eligible").confidence()).isGreaterThan(0.97);
    }

    @Test
    void whatIsFoundHasItsPlaceAndItsReason() {
        var cash = best(found("settlement", new Paper().title(200, "附页"), settlement("3583.95")), "cash");
        assertThat(cash.value()).isEqualTo("3583.95");
        assertThat(cash.reason()).startsWith("label-right:个人现金支付");
        assertThat(cash.evidence()).hasValueSatisfying(place -> {
            assertThat(place.page()).isEqualTo(2);
            assertThat(place.box().top()).isBetween(790.0, 850.0);
        });
    }

    @Test
    void anotherReadingIsTakenWhereOnlyItMakesTheSumComeOut() {
        var misread = settlement("3583.59").line(240, 1000, "个人现金支付：3583.95");
        var cash = found("settlement", misread).get("cash");
        assertThat(cash).extracting(ParticularReading::value).containsExactly("3583.95", "3583.59");
        assertThat(cash.getFirst().reason()).endsWith("sum-holds");
    }

    @Test
    void theSumsSayWhetherTheyHoldByHowMuchTheyDifferAndWhatIsMissing() {
        var told = Map.of(
                "total",
                "100.00",
                "self-paid",
                "20.00",
                "over-price",
                "5.00",
                "first-share",
                "5.00",
                "eligible",
                "69.90");
        assertThat(RULES.judge("settlement", told)).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(SumFinding.State.DIFFERS);
            assertThat(finding.difference()).isEqualByComparingTo("-0.10");
        });
        assertThat(RULES.judge("settlement", Map.of("eligible", "70.00", "total", "100.00")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.state()).isEqualTo(SumFinding.State.INCOMPLETE);
                    assertThat(finding.missing()).containsExactly("self-paid", "over-price", "first-share");
                });
        assertThat(RULES.judge("settlement", Map.of("fund-total", "12.00", "pooled", "10.00", "medical-aid", "2.01")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.state()).isEqualTo(SumFinding.State.HOLDS));
        assertThat(RULES.judge("minutes", told)).isEmpty();
    }

    @Test
    void aStayThatEndsBeforeItBeginsIsTold() {
        assertThat(RULES.broken("settlement", Map.of("admission-day", "2025-03-12", "discharge-day", "2025-03-01")))
                .extracting(ParticularOrder::code)
                .containsExactly("stay");
        assertThat(RULES.broken("settlement", Map.of("admission-day", "2025-03-12", "discharge-day", "2025-03-12")))
                .isEmpty();
        assertThat(RULES.broken("person-enrolment", Map.of("period-start", "2025-03-12", "period-end", "2025-03")))
                .isEmpty();
    }

    @Test
    void whatTwoPagesSayAlikeIsSurerThanOneAndWhatTheySayDifferentlyIsDoubtful() {
        var page = new Paper().title(200, "出院小结").row(400, "出院诊断", "胆囊结石 K80.101", "住院天数", "11天");
        var same = new Paper().title(200, "诊断证明").row(500, "出院诊断", "胆囊结石 K80.101", "住院天数", "11天");
        var other = new Paper().title(200, "诊断证明").row(500, "出院诊断", "肺炎 J15.901", "住院天数", "7天");
        double alone = best(found("discharge-summary", page), "stay-days").confidence();
        assertThat(best(found("discharge-summary", page, same), "stay-days").confidence())
                .isGreaterThan(alone);
        assertThat(best(found("discharge-summary", page, other), "stay-days").confidence())
                .isLessThan(0.85);
        assertThat(best(found("discharge-summary", page), "diagnosis-code").value())
                .isEqualTo("K80.101");
    }

    @Test
    void theCheckCharacterOfACreditCodeDecides() {
        var right = found("unit-enrolment", new Paper().line(240, 300, "统一社会信用代码：12990101455012348Q"));
        var wrong = found("unit-enrolment", new Paper().line(240, 300, "统一社会信用代码：12990101455012349Q"));
        assertThat(best(right, "credit-code").confidence()).isGreaterThan(0.9);
        assertThat(best(wrong, "credit-code").confidence()).isLessThan(0.5);
    }

    @Test
    void tickedOptionsPeriodsAndAmountsInWordsAreRead() {
        var paper = new Paper().row(300, "备案类型", "□异地安置退休 ☑异地长期居住 □其他").row(400, "备案起止日期", "2025年4月1日至2026年3月31日");
        var found = found("remote-treatment", paper);
        assertThat(best(found, "registration-kind").value()).isEqualTo("异地长期居住");
        assertThat(best(found, "period-start").value()).isEqualTo("2025-04-01");
        assertThat(best(found, "period-end").value()).isEqualTo("2026-03-31");
        var claim = found("claim-reimbursement", new Paper().row(300, "应付金额(大写)", "壹万叁仟捌佰伍拾捌元肆角整"));
        assertThat(best(claim, "payable").value()).isEqualTo("13858.40");
    }

    @Test
    void wordsOfRunningTextAreNoParticulars() {
        var found = found("discharge-summary", new Paper().line(240, 300, "诊断明确，需长期门诊用药。"));
        assertThat(found).doesNotContainKey("diagnosis");
    }

    @Test
    void whatIsTypedIsCheckedByItsType() {
        assertThat(RULES.clean("total", " ￥18,642.35元 ")).isEqualTo("18642.35");
        assertThat(RULES.clean("discharge-day", "2025年3月12日")).isEqualTo("2025-03-12");
        assertThat(RULES.clean("stay-days", "11天")).isEqualTo("11");
        assertThat(RULES.clean("diagnosis", "胆囊结石")).isEqualTo("胆囊结石");
        assertThat(RULES.clean("diagnosis", " ")).isEmpty();
        for (var typed : List.of(
                List.of("total", "很多"),
                List.of("discharge-day", "2025-02-30"),
                List.of("stay-days", "十几天"),
                List.of("credit-code", "12990101455012349Q"),
                List.of("nothing", "1"))) {
            assertThatThrownBy(() -> RULES.clean(typed.getFirst(), typed.getLast()))
                    .as(typed.toString())
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void aRuleThatSpeaksOfWhatIsNotThereOrCouldTakeForEverIsRefused() {
        var rule = ParticularRules.shipped();
        for (var broken : List.of(
                rule.replace("\"total\": \"eligible\"", "\"total\": \"hospital\""),
                rule.replace("\"earlier\": \"admission-day\"", "\"earlier\": \"no-such\""),
                rule.replace("[0-9]{6,12}", "([0-9]+)+x"),
                rule.replace("[0-9]{6,12}", "[0-9"),
                "[")) {
            assertThatThrownBy(() -> ParticularRules.parse(broken)).isInstanceOf(Malformed.class);
        }
    }
}

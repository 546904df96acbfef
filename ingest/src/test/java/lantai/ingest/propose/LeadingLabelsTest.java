package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several sums and days a paper is filed under, as its kind says. */
class LeadingLabelsTest {
    private static final String NUMBER = "990101198506141239";

    private static Suggestion best(Paper paper, Field field) {
        return paper.proposal().best(field).orElseThrow();
    }

    private static Paper enrolment() {
        return new Paper()
                .title(200, "个人参保登记申请表")
                .row(400, "姓名", "钱样本", "身份证号", NUMBER)
                .line(240, 520, "登记日期：2024年5月6日");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "缴费基数|4,200.00|缴费金额|378.00|378.00",
                "个人缴费金额|540.00|上年工资总额|61,000.00|540.00",
                "工资总额|61,000.00|缴费档次|每年个人缴费540元|540.00",
                "缴费标准|640元/年|缴费基数|5,000.00元/月|640.00"
            })
    void anEnrolmentIsFiledUnderWhatIsPaidAndNotUnderTheWage(
            String first, String firstSum, String second, String secondSum, String expected) {
        Suggestion amount = best(enrolment().row(640, first, firstSum, second, secondSum), Field.AMOUNT);
        assertThat(amount.value()).isEqualTo(expected);
        assertThat(amount.confidence()).isGreaterThan(0.8);
    }

    @Test
    void aSettlementIsFiledUnderItsTotalThoughOnlyThePaidPartStandsInWords() {
        var proposal = new Paper()
                .title(200, "样例县城乡居民住院费用结算单")
                .row(400, "姓名", "钱样本", "住院号", "0034551")
                .row(500, "基金支付(大写)", "柒仟伍佰元整", "", "")
                .row(600, "统筹基金支付", "7,500.00", "个人负担", "2,640.50")
                .row(700, "起付标准", "600.00", "医疗总费用", "10,140.50")
                .proposal();
        assertThat(proposal.candidates().get(Field.AMOUNT).getFirst()).satisfies(amount -> {
            assertThat(amount.value()).isEqualTo("10140.50");
            assertThat(amount.confidence()).isGreaterThan(0.9);
            assertThat(amount.reason()).contains("adds-up").doesNotContain("capitals-differ");
        });
        assertThat(proposal.candidates().get(Field.AMOUNT))
                .filteredOn(amount -> amount.value().equals("7500.00"))
                .allSatisfy(amount -> assertThat(amount.confidence()).isLessThan(0.7));
    }

    @Test
    void wordsUnderTheLeadingLabelStillContradictItsDigits() {
        var proposal = new Paper()
                .title(200, "医疗救助审批表")
                .row(400, "姓名", "钱样本", "救助对象", "低保")
                .row(500, "救助金额(小写)", "¥1,860.00", "救助金额(大写)", "壹仟捌佰元整")
                .proposal();
        assertThat(proposal.doubtful(0.8)).contains(Field.AMOUNT);
    }

    @Test
    void wordsThatGoOnInTheNextLineOfTheirCellAreOneSum() {
        Suggestion amount = best(
                new Paper()
                        .title(200, "门诊医疗费用报销审批表")
                        .row(400, "姓名", "钱样本", "就诊医院", "样例县中医医院")
                        .row(500, "医疗费总额", "3,210.40", "核定金额", "¥2,345.67")
                        .line(240, 600, "核定金额（大写）：贰仟叁佰肆拾伍元陆角")
                        .line(690, 660, "柒分"),
                Field.AMOUNT);
        assertThat(amount.value()).isEqualTo("2345.67");
        assertThat(amount.reason()).contains("capitals-agree");
    }

    @Test
    void theTotalOfAColumnIsSurerThanAnyOfItsRows() {
        Suggestion amount = best(
                new Paper()
                        .title(200, "住院费用明细清单")
                        .line(240, 320, "姓名：钱样本　　打印日期：2024-05-06")
                        .row(400, "项目", "规格", "数量", "金额")
                        .row(480, "血常规", "次", "2", "46.00")
                        .row(560, "床位费", "日", "5", "250.00")
                        .row(640, "注射费", "次", "10", "35.50")
                        .row(720, "合计", "", "", "331.50"),
                Field.AMOUNT);
        assertThat(amount.value()).isEqualTo("331.50");
        assertThat(amount.reason()).contains("adds-up");
    }

    @Test
    void theDayOfTheApplicationLeadsAndNotThatOfTheLastOpinion() {
        Suggestion day = best(
                new Paper()
                        .title(200, "外伤医药费报销申请表")
                        .row(400, "姓名", "钱样本", "身份证号", NUMBER)
                        .row(500, "就诊日期", "2024-03-01", "报销金额", "860.00")
                        .line(240, 2300, "经办机构意见：同意支付。")
                        .line(1500, 2420, "样例县医疗保险服务中心")
                        .line(1550, 2500, "2024年5月20日")
                        .line(240, 2700, "申请人：钱样本　　　　申请日期：2024年4月18日"),
                Field.DATE);
        assertThat(day.value()).isEqualTo("2024-04-18");
        assertThat(day.confidence()).isGreaterThan(0.85);
    }

    @Test
    void withoutALeadingDayTheSignatureCounts() {
        Suggestion day = best(
                new Paper()
                        .title(200, "外伤医药费报销申请表")
                        .row(400, "姓名", "钱样本", "身份证号", NUMBER)
                        .row(500, "就诊日期", "2024-03-01", "报销金额", "860.00")
                        .line(1500, 2420, "样例县医疗保险服务中心")
                        .line(1550, 2500, "2024年5月20日"),
                Field.DATE);
        assertThat(day.value()).isEqualTo("2024-05-20");
    }

    @Test
    void anotherKindHasNoUseForTheLabelsOfThisOne() {
        Suggestion amount = best(
                new Paper()
                        .title(200, "职工社会保险缴费基数申报表")
                        .line(240, 320, "单位名称：样例县供水有限公司　　申报日期：2024年5月6日")
                        .row(400, "工资总额", "61,000.00", "应缴金额", "6,710.00"),
                Field.AMOUNT);
        assertThat(amount.value()).isEqualTo("6710.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"结算时间：2024-05-06 10:42", "结算时间：2024-05-0610:42", "结算日期：2024.05.0608:15"})
    void aTimeOfDayBehindTheDayDoesNotHideIt(String line) {
        Suggestion day = best(
                new Paper().title(200, "门诊费用结算单").line(240, 320, line).row(400, "姓名", "钱样本", "医疗总费用", "86.00"),
                Field.DATE);
        assertThat(day.value()).isEqualTo("2024-05-06");
    }

    @Test
    void aLongerWordCountsAsTheNamedOneItEndsWith() {
        var leading = new LeadingLabels(List.of("核定金额", "合计"));
        assertThat(leading.rank(new Label("核定金额", LabelRole.AMOUNT, 0.9))).isZero();
        assertThat(leading.rank(new Label("本次核定金额", LabelRole.AMOUNT, 0.7))).isZero();
        assertThat(leading.rank(new Label("价税合计", LabelRole.AMOUNT, 0.9))).isEqualTo(LeadingLabels.NOT_NAMED);
    }
}

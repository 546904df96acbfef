package lantai.ingest.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums in digits and in capitals, and their agreement. */
class AmountTest {
    @ParameterizedTest
    @CsvSource({
        "壹万捌仟陆佰肆拾贰元叁角伍分, 18642.35",
        "叁仟伍佰捌拾叁元玖角伍分, 3583.95",
        "壹佰元整, 100.00",
        "拾元整, 10.00",
        "壹拾万零伍佰元零贰分, 100500.02",
        "贰亿叁仟万元整, 230000000.00",
        "陆佰零伍圆整, 605.00",
        "参拾万元整, 300000.00",
        "叄仟弎佰元整, 3300.00",
        "六万陆仟元整, 66000.00"
    })
    void capitalsAreRead(String capitals, BigDecimal value) {
        assertThat(CapitalAmount.value(capitals)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18,437.17|18437.17",
                "18.437.17|18437.17",
                "6409.10|6409.10",
                "1,234|1234.00",
                "12|12.00",
                "2、877.00|2877.00",
                "2,，877.00|2877.00",
                "l8,437.1O|18437.10",
                "3583,95|3583.95"
            })
    void digitsAreRead(String digits, BigDecimal value) {
        assertThat(PrintedAmount.value(digits)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"43岁", "2025年", "11天", "85%", "0.87亿元", "3万元", "2025-03-12", "1/2"})
    void whatIsNoSumIsNotTakenForOne(String text) {
        assertThat(PrintedAmount.AT_START.matcher(text).find()).isFalse();
    }

    @Test
    void capitalsThatAgreeMakeTheSumSure() {
        Proposal proposal = new Paper()
                .title(200, "医疗住院收费票据")
                .line(240, 900, "合计（大写）：壹万捌仟陆佰肆拾贰元叁角伍分　（小写）：¥18,642.35")
                .proposal();
        assertThat(proposal.best(Field.AMOUNT)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo("18642.35");
            assertThat(best.confidence()).isGreaterThan(0.95);
            assertThat(best.reason()).contains("capitals-agree");
        });
    }

    @Test
    void aLookAlikeOfACapitalNumeralIsReadAsIt() {
        assertThat(sum("人民币参拾万元整（￥300000.00）")).containsExactly("300000.00");
    }

    @Test
    void capitalsWhoseFirstNumeralWasNotReadAreNoSum() {
        assertThat(sum("人民币卷拾万元整（￥300000.00）")).containsExactly("300000.00");
    }

    @Test
    void plainNumeralsAloneAreNoCapitals() {
        assertThat(CapitalAmount.PATTERN.matcher("每人三百元").find()).isFalse();
    }

    @Test
    void digitsBesideACurrencySignAreOfferedWithTheirPlaceWhenTheWordsDiffer() {
        var candidates = new Paper()
                .title(200, "采购合同")
                .line(240, 900, "合同价款：人民币贰拾万元整（￥300000.00）")
                .proposal()
                .candidates()
                .get(Field.AMOUNT);
        assertThat(candidates).extracting(Suggestion::value).containsExactlyInAnyOrder("200000.00", "300000.00");
        assertThat(candidates).allSatisfy(one -> {
            assertThat(one.confidence()).isLessThan(0.8);
            assertThat(one.evidence()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"合同金额：2, 877.00元", "合同金额：2，877.00元", "合同金额：2、877.00元", "合同金额：￥2,， 877.00元"})
    void aThousandsCommaWithSomethingBehindItDoesNotCutTheSum(String line) {
        assertThat(sum(line)).containsExactly("2877.00");
    }

    @Test
    void aSumThatWasReadInTwoPiecesIsOne() {
        Proposal proposal = new Paper()
                .title(200, "医疗住院收费票据")
                .line(240, 900, "合计金额：2,")
                .line(520, 900, "877.00")
                .proposal();
        assertThat(proposal.best(Field.AMOUNT)).map(Suggestion::value).contains("2877.00");
    }

    private static java.util.List<String> sum(String line) {
        return new Paper()
                .title(200, "采购合同").line(240, 900, line).proposal().candidates().get(Field.AMOUNT).stream()
                        .map(Suggestion::value)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "补助金额|1 860.50",
                "补助金额|1,860. 50元",
                "补助金额|每人补助1860.50元",
                "补助金额（小写）|¥1,860.5O",
                "补助金额（小写）|￥ 1,860.50"
            })
    void aSumIsFoundThroughBlanksWordsAndMisreadDigits(String label, String value) {
        assertThat(new Paper()
                        .title(200, "困难群众救助申请表")
                        .row(500, "姓名", "钱样本", label.replace("补助", "救助"), value.replace("补助", "救助"))
                        .proposal()
                        .value(Field.AMOUNT))
                .contains("1860.50");
    }

    @Test
    void aLabelOfTwoLinesHasItsSumBesideIt() {
        var proposal = new Paper()
                .title(200, "困难群众救助申请表")
                .line(260, 500, "救助金额")
                .line(280, 550, "(小写)")
                .line(760, 525, "￥1,860.50")
                .line(1300, 525, "家庭收入")
                .line(1800, 525, "9,000.00")
                .proposal();
        assertThat(proposal.best(Field.AMOUNT)).hasValueSatisfying(best -> {
            assertThat(best.value()).isEqualTo("1860.50");
            assertThat(best.reason()).contains("label-right:救助金额");
        });
    }

    @Test
    void capitalsThatDifferMakeItDoubtful() {
        Proposal proposal = new Paper()
                .title(200, "医疗住院收费票据")
                .line(240, 900, "合计（大写）：壹万捌仟元整")
                .row(1000, "金额合计", "18,642.35", "收款人", "样例")
                .proposal();
        assertThat(proposal.doubtful(0.8)).contains(Field.AMOUNT);
        assertThat(proposal.candidates().get(Field.AMOUNT))
                .extracting(Suggestion::value)
                .contains("18642.35", "18000.00");
    }
}

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
        "陆佰零伍圆整, 605.00"
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
                "l8,437.1O|18437.10",
                "3583,95|3583.95"
            })
    void digitsAreRead(String digits, BigDecimal value) {
        assertThat(PrintedAmount.value(digits)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"43岁", "2025年", "11天", "85%", "2025-03-12", "1/2"})
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

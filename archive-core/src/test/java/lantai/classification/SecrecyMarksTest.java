package lantai.classification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What marks a state secret in a description, and what only sounds like it. */
class SecrecyMarksTest {
    @ParameterizedTest
    @CsvSource({
        "机密,机密",
        "机密★10年,机密",
        "密级：秘 密,秘密",
        "本件为绝密件,绝密",
        "关于样例专项工作的通知（秘密）,秘密",
        "国家秘密 机密级,机密",
    })
    void aLevelIsFoundWhereverItStands(String text, String mark) {
        assertThat(SecrecyMarks.USUAL.in(text)).contains(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "关于保守秘密教育的通知", "商业秘密保护制度", "国家秘密载体管理办法", "信息系统机密性测评报告", "保密工作总结"})
    void wordsOfTheTradeAreNoMark(String text) {
        assertThat(SecrecyMarks.USUAL.in(text)).isEmpty();
    }
}

package lantai.ocr.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ocr.Box;
import lantai.ocr.Decision;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import lantai.ocr.Variant;
import org.junit.jupiter.api.Test;

final class DecidingTest {

    private static final Box BOX = new Box(0, 0, 9, 9);
    private final Deciding deciding = new Deciding(new Lexicon(List.of("医疗保险", "门诊慢特病")));

    @Test
    void theVariantThatMakesTheCheckDigitRightIsTaken() {
        TextLine right = line("证号 110101199003077635", Map.of(15, "1"));
        assertThat(deciding.decide(right)).isEqualTo(right);
        TextLine hopeless = line("证号 110101199003077685", Map.of(12, "6"));
        assertThat(deciding.decide(hopeless)).isEqualTo(hopeless);
        TextLine mended = deciding.decide(line("证号 110101199003077685", Map.of(18, "3")));
        assertThat(mended.text()).isEqualTo("证号 110101199003077635");
        assertThat(mended.decision())
                .contains(new Decision.ByRule(Decision.Reason.CHECK_DIGIT, "证号 110101199003077685"));
    }

    @Test
    void aNumberThatTwoVariantsMakeRightStaysDoubtful() {
        TextLine line = line("110101199003077685", Map.of(14, "3", 15, "9"));
        assertThat(deciding.decide(line)).isEqualTo(line);
    }

    @Test
    void aWordOfTheDictionaryIsTaken() {
        TextLine decided = deciding.decide(line("基本医疔保险", Map.of(3, "疗")));
        assertThat(decided.text()).isEqualTo("基本医疗保险");
        assertThat(decided.glyphs().get(3).variants()).contains(new Variant("疔", 0.5));
        assertThat(decided.decision()).contains(new Decision.ByRule(Decision.Reason.WORD, "基本医疔保险"));
    }

    @Test
    void aWordThatStandsThereAlreadyIsKept() {
        TextLine line = line("门诊慢特病", Map.of(4, "症"));
        assertThat(deciding.decide(line)).isEqualTo(line);
    }

    @Test
    void aLetterBetweenDigitsIsADigit() {
        assertThat(deciding.decide(line("合计 1O8.50", Map.of(3, "0"))).text()).isEqualTo("合计 108.50");
    }

    @Test
    void whatAPersonHasSeenIsLeftAlone() {
        TextLine read = line("基本医疔保险", Map.of(3, "疗"));
        var seen = Optional.<Decision>of(new Decision.ByPerson("样例", Instant.EPOCH, ""));
        TextLine line = new TextLine(read.quad(), read.text(), 1, read.glyphs(), 0, seen);
        assertThat(deciding.decide(line)).isEqualTo(line);
    }

    /** A line whose glyphs at the given places, blanks not counted, are doubtful. */
    private static TextLine line(String text, Map<Integer, String> doubts) {
        List<Glyph> glyphs = new ArrayList<>();
        String letters = text.replace(" ", "");
        for (int i = 0; i < letters.length(); i++) {
            String doubt = doubts.getOrDefault(i, "");
            glyphs.add(new Glyph(
                    letters.substring(i, i + 1),
                    BOX,
                    doubt.isEmpty() ? 1 : 0.5,
                    doubt.isEmpty() ? List.of() : List.of(new Variant(doubt, 0.3))));
        }
        return new TextLine(Quad.of(BOX), text, 0.9, glyphs, 0);
    }
}

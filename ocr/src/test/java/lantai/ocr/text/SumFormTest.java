package lantai.ocr.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import lantai.ocr.Box;
import lantai.ocr.Glyph;
import lantai.ocr.Quad;
import lantai.ocr.TextLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SumFormTest {

    private static boolean isDoubted(String text) {
        List<Glyph> glyphs = IntStream.range(0, text.length())
                .mapToObj(i -> new Glyph(text.substring(i, i + 1), new Box(10 * i, 0, 10 * i + 10, 20), 0.99))
                .toList();
        var line = new TextLine(Quad.of(new Box(0, 0, 10 * text.length(), 20)), text, 0.99, glyphs, 0);
        return SumForm.doubted(line).glyphs().stream().anyMatch(glyph -> glyph.confidence() < 0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"缴费基数上限：19,3899@", "合计：1,23.00", "12,3456.00", "支付2,8770.50元", "19,389.00@"})
    void figuresThatNobodyWritesAreDoubted(String text) {
        assertThat(isDoubted(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"19,389.00", "合计：1,234,567.89元", "第1,2,3项", "2025年3月", "9901010002157", "3.5,4.5", "12,345"})
    void figuresAsPeopleWriteThemAreNot(String text) {
        assertThat(isDoubted(text)).isFalse();
    }
}

package lantai.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private static final Box WORD = new Box(10, 20, 40, 30);
    private final PageText page = new PageText(
            100,
            200,
            300,
            270,
            List.of(new TextLine(Quad.of(WORD), "养", 1, List.of(new Glyph("养", WORD, 1)), 0)),
            PageText.BORN_DIGITAL,
            "");

    @Test
    void aQuarterClockwiseBringsTheLeftEdgeToTheTop() {
        var turned = page.turned(90);
        assertThat(turned.width()).isEqualTo(200);
        assertThat(turned.height()).isEqualTo(100);
        assertThat(turned.rotation()).isZero();
        assertThat(turned.lines().getFirst().box()).isEqualTo(new Box(170, 10, 180, 40));
        assertThat(turned.lines().getFirst().glyphs().getFirst().box()).isEqualTo(new Box(170, 10, 180, 40));
    }

    @Test
    void fourQuartersAndThereAndBackAreThePageItself() {
        assertThat(page.turned(90).turned(90).turned(90).turned(90)).isEqualTo(page);
        assertThat(page.turned(180).turned(-180)).isEqualTo(page);
        assertThat(page.turned(90).turned(270)).isEqualTo(page);
        assertThat(page.turned(0)).isEqualTo(page);
    }
}

package lantai.ocr.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lantai.ocr.image.GrayImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RulingFinderTest {

    private static final int LINE_HEIGHT = 20;

    private final GrayImage page = GrayImage.white(600, 400);

    @Test
    void aGridIsFoundLineByLine() {
        for (int y : new int[] {50, 100, 150}) {
            level(y, 40, 500, 0);
        }
        for (int x : new int[] {40, 200, 500}) {
            upright(x, 50, 150);
        }
        Rulings rulings = RulingFinder.find(page, LINE_HEIGHT);
        assertThat(rulings.horizontal()).hasSize(3);
        assertThat(rulings.vertical()).hasSize(3);
        assertThat(rulings.vertical().get(1).at(100)).isCloseTo(200, Offset.offset(1.0));
    }

    @Test
    void aLineThatDescendsALittleIsOneLine() {
        level(100, 40, 500, 6);
        upright(40, 60, 180);
        Ruling line = RulingFinder.find(page, LINE_HEIGHT).horizontal().getFirst();
        assertThat(line.at(40)).isCloseTo(100, Offset.offset(1.5));
        assertThat(line.at(500)).isCloseTo(106, Offset.offset(1.5));
    }

    @Test
    void aBrokenLineIsJoined() {
        level(100, 40, 250, 0);
        level(100, 262, 500, 0);
        upright(40, 60, 180);
        assertThat(RulingFinder.find(page, LINE_HEIGHT).horizontal()).hasSize(1);
    }

    @Test
    void anUnderlineThatMeetsNothingStandsAlone() {
        level(100, 40, 500, 0);
        Rulings found = RulingFinder.find(page, LINE_HEIGHT);
        assertThat(found.horizontal()).isEmpty();
        assertThat(found.alone()).hasSize(1);
    }

    @Test
    void aBlackEdgeOfTheScanIsNoRuling() {
        for (int y = 0; y < 400; y++) {
            Arrays.fill(page.samples(), y * 600, y * 600 + 30, (byte) 0);
        }
        level(100, 20, 500, 0);
        assertThat(RulingFinder.find(page, LINE_HEIGHT).vertical()).isEmpty();
    }

    private void level(int y, int from, int to, int descent) {
        for (int x = from; x <= to; x++) {
            int at = y + descent * (x - from) / Math.max(1, to - from);
            page.samples()[at * page.width() + x] = 60;
            page.samples()[(at + 1) * page.width() + x] = 60;
        }
    }

    private void upright(int x, int from, int to) {
        for (int y = from; y <= to; y++) {
            page.samples()[y * page.width() + x] = 60;
            page.samples()[y * page.width() + x + 1] = 60;
        }
    }
}

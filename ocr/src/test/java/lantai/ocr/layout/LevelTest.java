package lantai.ocr.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lantai.ocr.image.LeaningBox;
import org.junit.jupiter.api.Test;

final class LevelTest {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 2300;

    @Test
    void theWordsOfARowOfACurledPageStandLevelAgain() {
        List<LeaningBox> words = rows(60, 0.02);
        Level level = Level.flattened(words, WIDTH, HEIGHT);
        for (int row = 0; row < words.size(); row += 4) {
            double first = level.level(words.get(row)).centerY();
            for (int word = 1; word < 4; word++) {
                assertThat(level.level(words.get(row + word)).centerY()).isCloseTo(first, within(8.0));
            }
        }
        assertThat(words.get(3).centerY() - words.get(1).centerY()).isLessThan(-25);
    }

    @Test
    void aBoxComesBackToItsPlaceOnACurledPage() {
        List<LeaningBox> words = rows(60, 0.02);
        Level level = Level.flattened(words, WIDTH, HEIGHT);
        for (LeaningBox word : words) {
            LeaningBox back = level.page(level.level(word));
            assertThat(back.centerX()).isCloseTo(word.centerX(), within(0.1));
            assertThat(back.centerY()).isCloseTo(word.centerY(), within(0.1));
            assertThat(back.angle()).isCloseTo(word.angle(), within(0.001));
        }
    }

    @Test
    void aFlatPageStaysAsItIsThoughASealStandsOnItAslant() {
        List<LeaningBox> words = new ArrayList<>(rows(0, 0));
        words.add(new LeaningBox(1300, 1400, 700, 70, -0.09));
        Level level = Level.flattened(words, WIDTH, HEIGHT);
        assertThat(words).allSatisfy(word -> assertThat(level.level(word)).isEqualTo(word));
    }

    @Test
    void oneLongStampPutOnSlantedDoesNotTellTheSkewOfAShortPage() {
        List<LeaningBox> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(new LeaningBox(500, 300 + 60 * i, 210, 36, 0.01));
        }
        lines.add(new LeaningBox(1000, 700, 900, 40, -0.17));
        assertThat(Level.turned(lines, WIDTH, HEIGHT).angle()).isEqualTo(0.01);
    }

    /** Twelve rows of four words each on a page whose middle stands lower and whose rows fan out. */
    private static List<LeaningBox> rows(double sag, double fan) {
        List<LeaningBox> words = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            for (int word = 0; word < 4; word++) {
                double x = 260 + 360 * word;
                double flat = 300 + 120 * row;
                double u = (x - WIDTH / 2.0) / WIDTH;
                double v = (flat - HEIGHT / 2.0) / WIDTH;
                double y = flat - sag * 4 * u * u + fan * WIDTH * u * v;
                double slope = (-sag * 8 * u + fan * WIDTH * v) / WIDTH;
                words.add(new LeaningBox(x, y, 240, 40, Math.atan(slope)));
            }
        }
        return words;
    }
}

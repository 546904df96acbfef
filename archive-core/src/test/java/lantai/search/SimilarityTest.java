package lantai.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SimilarityTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private final Spellings spellings = Spellings.parse("", "己 已 巳\n末 未");

    @Test
    void theMostSimilarPieceIsFoundWithItsPlace() {
        assertThat(best("王小明", "患者王晓明住院")).isEqualTo(new Similarity.Piece(2, 5, 2));
        assertThat(best("未缴费", "本月末缴费")).isEqualTo(new Similarity.Piece(2, 5, 1));
        assertThat(best("医疗救助", "医疗救助")).isEqualTo(new Similarity.Piece(0, 4, 0));
    }

    @Test
    void aWrongDigitIsNotSimilar() {
        assertThat(new Similarity("20251234", spellings).best("20251235")).isEmpty();
    }

    @Test
    void nothingIsSimilarAcrossAHiddenNumber() {
        assertThat(new Similarity("王小明", spellings).best("王小\1")).isPresent();
        assertThat(new Similarity("王小明年", spellings).best("王小\1明年")).isEmpty();
    }

    @Test
    void theCostIsTheLeastOfAllPieces() {
        var random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            String word = letters(random, 3 + random.nextInt(4));
            String text = letters(random, 1 + random.nextInt(12));
            int least = Integer.MAX_VALUE;
            for (int from = 0; from < text.length(); from++) {
                for (int to = from + 1; to <= text.length(); to++) {
                    least = Math.min(least, 2 * distance(word, text.substring(from, to)));
                }
            }
            int found = new Similarity(word, Spellings.parse("", ""))
                    .best(text)
                    .map(Similarity.Piece::cost)
                    .orElse(-1);
            assertThat(found)
                    .as("seed %s, %s in %s", SEED, word, text)
                    .isEqualTo(least <= Similarity.limit(word) ? least : -1);
        }
    }

    private Similarity.Piece best(String word, String text) {
        return new Similarity(word, spellings).best(text).orElseThrow();
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('甲' + random.nextInt(3)));
        }
        return text.toString();
    }

    private static int distance(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        int replaced = one.charAt(0) == other.charAt(0) ? 0 : 1;
        return Math.min(
                replaced + distance(one.substring(1), other.substring(1)),
                1 + Math.min(distance(one.substring(1), other), distance(one, other.substring(1))));
    }
}

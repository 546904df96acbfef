package lantai.ocr.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lantai.ocr.OcrException;
import lantai.ocr.image.GrayImage;
import lantai.ocr.image.LeaningBox;

/**
 * Reads what a seal says, from the ring of its letters laid out as a line. A name is given whole or not at all: letters on a seal
 * stand at even distances, so a letter that was lost leaves a gap.
 */
final class SealText {

    private static final double SURE = 0.9;
    private static final double LEAST = 0.6;
    private static final double GAP = 1.6;
    private static final int FEWEST = 4;

    private SealText() {}

    /**
     * The name on the seal: Chinese characters alone, at least four; empty when they were not read for sure.
     *
     * @param amongText whether text of the page may lie among its letters: then each of them must be sure
     */
    static String read(Recogniser recogniser, GrayImage ring, boolean amongText) throws OcrException {
        var whole = new LeaningBox(ring.width() / 2.0, ring.height() / 2.0, ring.width(), ring.height(), 0);
        Reading name = Reading.of(longestRun(recogniser.read(ring, List.of(whole)).getFirst().marks().stream()
                .filter(mark -> Character.isIdeographic(mark.text().codePointAt(0)))
                .toList()));
        boolean sure = name.confidence() >= SURE
                && name.marks().stream().allMatch(mark -> mark.confidence() >= (amongText ? SURE : LEAST));
        return sure && name.marks().size() >= FEWEST ? name.text() : "";
    }

    /** The letters between the widest gaps; none when gaps part the name itself, which is then not whole. */
    private static List<Reading.Mark> longestRun(List<Reading.Mark> letters) {
        if (letters.size() < FEWEST) {
            return List.of();
        }
        double[] steps = new double[letters.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = letters.get(i + 1).at() - letters.get(i).at();
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = sorted[sorted.length / 2];
        List<List<Reading.Mark>> runs = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < letters.size(); i++) {
            if (i == steps.length || steps[i] > GAP * usual) {
                runs.add(letters.subList(from, i + 1));
                from = i + 1;
            }
        }
        List<Reading.Mark> longest =
                runs.stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        return letters.size() - longest.size() <= 1 ? longest : List.of();
    }
}

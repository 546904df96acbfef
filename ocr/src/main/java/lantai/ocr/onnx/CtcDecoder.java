package lantai.ocr.onnx;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lantai.ocr.Variant;

/**
 * Greedy decoding of connectionist temporal classification: the best class of each step, repeats joined, class 0 (nothing)
 * dropped. A character stands where its class was surest; where that was not very sure, the next best classes of the step are
 * kept as its variants.
 */
final class CtcDecoder {

    private static final float SURE = 0.9f;
    private static final int MOST_VARIANTS = 4;
    private static final float LEAST = 0.01f;

    private final List<String> characters;

    /** {@code characters} are the classes from 1 on; one more class, if the model has it, is the blank. */
    CtcDecoder(List<String> characters) {
        this.characters = characters;
    }

    /**
     * Decodes one crop.
     *
     * @param values probabilities, {@code steps * classes} of them, from {@code offset} on
     * @param length the share of the steps that the crop fills, the rest being padding
     */
    Reading decode(FloatBuffer values, int offset, int steps, int classes, double length) {
        List<Reading.Mark> found = new ArrayList<>();
        float[] row = new float[classes];
        int last = 0;
        for (int step = 0; step < steps; step++) {
            values.get(offset + step * classes, row);
            int best = best(row);
            if (best != 0) {
                double at = Math.min(1, (step + 0.5) / steps / length);
                if (best != last) {
                    found.add(mark(row, best, at));
                } else if (row[best] > found.getLast().confidence()) {
                    found.set(found.size() - 1, mark(row, best, at));
                }
            }
            last = best;
        }
        return Reading.of(withoutSplitDegrees(found));
    }

    private Reading.Mark mark(float[] row, int best, double at) {
        return new Reading.Mark(text(best), at, Math.min(1, row[best]), variants(row, best));
    }

    private List<Variant> variants(float[] row, int best) {
        if (row[best] >= SURE) {
            return List.of();
        }
        return IntStream.range(1, row.length)
                .filter(i -> i != best && row[i] >= LEAST && !text(i).isBlank())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -row[i]))
                .limit(MOST_VARIANTS)
                .map(i -> new Variant(text(i), Math.rint(Math.min(1, row[i]) * 1000) / 1000))
                .toList();
    }

    /** The model sees the circle of ℃ twice: once alone, once with its letter. */
    private static List<Reading.Mark> withoutSplitDegrees(List<Reading.Mark> marks) {
        for (int i = marks.size() - 1; i > 0; i--) {
            if (marks.get(i).text().equals("℃") && marks.get(i - 1).text().equals("°")) {
                marks.remove(i - 1);
            }
        }
        return marks;
    }

    private String text(int klass) {
        return klass <= characters.size() ? characters.get(klass - 1) : " ";
    }

    private static int best(float[] row) {
        int best = 0;
        float most = row[0];
        for (int i = 1; i < row.length; i++) {
            if (row[i] > most) {
                most = row[i];
                best = i;
            }
        }
        return best;
    }
}

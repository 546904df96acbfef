package lantai.ocr.image;

import java.util.ArrayList;
import java.util.List;

/** Characters that stand one below the other, as in the narrow label cells of forms: finds where each begins and ends. */
public final class StackedText {

    private static final int WIDTH = 48;
    private static final int SHORTEST = 30;
    private static final int TALLEST = 54;
    private static final double FAINT = 6;

    private StackedText() {}

    /** The characters of a tall box from top to bottom, each in a box of its own. */
    public static List<LeaningBox> characters(GrayImage page, LeaningBox column) {
        int height = Math.max(1, (int) Math.round(WIDTH * column.thickness() / column.length()));
        float[] pixels = Crop.of(page, column, WIDTH, height);
        double[] ink = new double[height];
        for (int i = 0; i < pixels.length; i++) {
            ink[i / WIDTH] += (255 - pixels[i]) / WIDTH;
        }
        List<LeaningBox> characters = new ArrayList<>();
        int from = nextInk(ink, 0);
        while (from < height) {
            int to = end(ink, from);
            characters.add(column.slice((double) from / height, (double) to / height));
            from = nextInk(ink, to);
        }
        return characters;
    }

    private static int nextInk(double[] ink, int from) {
        int at = from;
        while (at < ink.length && ink[at] < FAINT) {
            at++;
        }
        return at;
    }

    /** The palest row at which a character of usual height may end. */
    private static int end(double[] ink, int from) {
        int best = Math.min(ink.length, from + TALLEST);
        double least = Double.MAX_VALUE;
        for (int row = Math.min(ink.length, from + SHORTEST); row < Math.min(ink.length, from + TALLEST); row++) {
            if (ink[row] < least) {
                least = ink[row];
                best = row;
            }
        }
        return best;
    }
}

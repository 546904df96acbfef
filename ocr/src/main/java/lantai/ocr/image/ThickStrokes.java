package lantai.ocr.image;

/**
 * Takes a seal away where thin strokes of text are no darker than its ink: strokes as dark as the ink and broader than those of
 * text are the seal's, and all around them that is not darker becomes paper.
 */
final class ThickStrokes {

    /** Thin strokes of text are thinner than this, in pixels on both sides of their middle. */
    private static final int REACH = 1;

    private static final double DARKEST = 0.6;
    private static final double PALEST = 1.15;
    /** Strokes are paler along their edges. */
    private static final double EDGE_MM = 0.25;
    /** Under ink, text differs from it by less than from paper. */
    private static final double STRONGER = 1.8;

    private static final double SAME = 0.95;

    private ThickStrokes() {}

    /** Takes the seal in the bounds {@code seal} from {@code page}, writing into {@code cleaned}. */
    static void takeAway(GrayImage page, GrayImage cleaned, int[] seal, int ink, int dpi) {
        int left = Math.max(0, seal[0]);
        int top = Math.max(0, seal[1]);
        int right = Math.min(page.width(), seal[2]);
        int bottom = Math.min(page.height(), seal[3]);
        int width = right - left;
        int height = bottom - top;
        int edge = Math.max(1, (int) Math.round(EDGE_MM / 25.4 * dpi));
        int[] values = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = page.at(left + x, top + y);
            }
        }
        int[] thick = spread(spread(values, width, REACH, 1), width, REACH, -1);
        int[] strokes = new int[values.length];
        for (int i = 0; i < strokes.length; i++) {
            strokes[i] = thick[i] > DARKEST * ink && thick[i] < PALEST * ink ? 1 : 0;
        }
        int[] around = spread(strokes, width, edge, 1);
        for (int i = 0; i < values.length; i++) {
            if (around[i] > 0) {
                double dark = STRONGER * (1 - values[i] / (SAME * ink));
                cleaned.samples()[(top + i / width) * page.width() + left + i % width] =
                        (byte) (int) (255 * (1 - Math.clamp(dark, 0, 1)));
            }
        }
    }

    /** The brightest, or by a negative sign the darkest, value within {@code reach} along both axes. */
    private static int[] spread(int[] values, int width, int reach, int sign) {
        int height = values.length / width;
        int[] level = new int[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int most = sign * values[y * width + x];
                for (int at = Math.max(0, x - reach); at <= Math.min(width - 1, x + reach); at++) {
                    most = Math.max(most, sign * values[y * width + at]);
                }
                level[y * width + x] = most;
            }
        }
        int[] spread = new int[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int most = level[y * width + x];
                for (int at = Math.max(0, y - reach); at <= Math.min(height - 1, y + reach); at++) {
                    most = Math.max(most, level[at * width + x]);
                }
                spread[y * width + x] = sign * most;
            }
        }
        return spread;
    }
}

package lantai.ocr.image;

import java.util.Arrays;
import java.util.List;

/**
 * Takes seals away from a page that was scanned in gray, where their colour cannot tell them: their ink is an even middle
 * gray over whole strokes, which the edges of black strokes are not. Within a seal, all that is not clearly darker than its
 * ink becomes paper. Where strokes of text are so thin that they are not clearly darker, broad strokes of the seal's ink go, and
 * letters of which nothing is darker than it.
 */
public final class GraySeals {

    private static final int DARKEST = 60;
    /** What is paler is the rim of a stain. */
    private static final int PALEST = 188;

    private static final int EVEN = 22;
    private static final double STROKE_MM = 0.17;
    private static final double INK_FROM = 0.5;
    private static final double INK_TO = 0.82;
    private static final double CLEARLY_DARKER = 0.55;
    private static final int INK = 170;

    private GraySeals() {}

    /**
     * The page without the seals that were found, which are added to {@code found}; the
     * page itself when there are none.
     *
     * @param page with white paper
     */
    public static GrayImage apply(GrayImage page, int dpi, List<SealInk> found) {
        int reach = Math.max(1, (int) Math.round(STROKE_MM / 25.4 * dpi));
        List<int[]> seals = SealShape.find(page.width(), page.height(), dpi, (x, y) -> isEven(page, x, y, reach));
        if (seals.isEmpty()) {
            return page;
        }
        var cleaned = new GrayImage(page.width(), page.height(), page.samples().clone());
        int text = outside(page, seals).medianBelow(INK);
        for (int[] seal : seals) {
            int ink = inkOf(page, seal, reach);
            if (text < CLEARLY_DARKER * ink) {
                clean(page, cleaned, seal, ink, text);
            } else {
                ThickStrokes.takeAway(page, cleaned, seal, ink, dpi);
                PaleLetters.takeAway(cleaned, seal, ink, dpi);
            }
            // What is darker than the seal is text below it.
            int dark = text < CLEARLY_DARKER * ink ? (text + ink) / 2 : 0;
            found.add(SealInk.of(
                    seal,
                    page.width(),
                    page.height(),
                    (x, y) -> page.at(x, y) < dark ? 0 : 255 * (255 - page.at(x, y)) / Math.max(1, 255 - ink)));
        }
        return cleaned;
    }

    /** The page with the seals' places white. */
    private static GrayImage outside(GrayImage page, List<int[]> seals) {
        var outside = new GrayImage(page.width(), page.height(), page.samples().clone());
        for (int[] seal : seals) {
            int right = Math.min(page.width(), seal[2]);
            for (int y = Math.max(0, seal[1]); y < Math.min(page.height(), seal[3]); y++) {
                int row = y * page.width();
                Arrays.fill(outside.samples(), row + Math.max(0, seal[0]), row + right, (byte) 255);
            }
        }
        return outside;
    }

    private static boolean isEven(GrayImage page, int x, int y, int reach) {
        int value = page.at(x, y);
        return value > DARKEST
                && value < PALEST
                && x >= reach
                && y >= reach
                && x < page.width() - reach
                && y < page.height() - reach
                && Math.abs(page.at(x - reach, y) - value) < EVEN
                && Math.abs(page.at(x + reach, y) - value) < EVEN
                && Math.abs(page.at(x, y - reach) - value) < EVEN
                && Math.abs(page.at(x, y + reach) - value) < EVEN;
    }

    private static void clean(GrayImage page, GrayImage cleaned, int[] seal, int ink, int text) {
        double from = Math.max(INK_FROM * ink, text);
        byte[] values = new byte[256];
        for (int value = 0; value < 256; value++) {
            double share = (value - from) / (INK_TO * ink - from);
            double pale = Math.clamp(share, 0, 1);
            values[value] = (byte) (int) (value + (255 - value) * pale);
        }
        for (int y = Math.max(0, seal[1]); y < Math.min(page.height(), seal[3]); y++) {
            for (int x = Math.max(0, seal[0]); x < Math.min(page.width(), seal[2]); x++) {
                cleaned.samples()[y * page.width() + x] = values[page.at(x, y)];
            }
        }
    }

    /** The median of the even gray within the bounds. */
    private static int inkOf(GrayImage page, int[] seal, int reach) {
        int[] counts = new int[256];
        int total = 0;
        for (int y = Math.max(0, seal[1]); y < Math.min(page.height(), seal[3]); y++) {
            for (int x = Math.max(0, seal[0]); x < Math.min(page.width(), seal[2]); x++) {
                if (isEven(page, x, y, reach)) {
                    counts[page.at(x, y)]++;
                    total++;
                }
            }
        }
        int value = 0;
        for (int seen = counts[0]; seen < total / 2; seen += counts[value]) {
            value++;
        }
        return value;
    }
}

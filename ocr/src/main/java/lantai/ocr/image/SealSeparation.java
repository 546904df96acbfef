package lantai.ocr.image;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a page gray and takes the red and blue ink of seals away, inside the seals only: there the channel of the ink's own
 * colour counts alone, in which it is nearly as bright as paper and black text stays black. Coloured titles and rulings
 * outside seals stay.
 */
public final class SealSeparation {

    private static final int REDNESS = 36;
    private static final int BLUENESS = 30;
    /** As much more of its own colour as the ink of a well-inked seal has. */
    private static final int FULL = 80;

    private SealSeparation() {}

    /** The page in gray, seals taken away. */
    public static GrayImage apply(Scan scan, int dpi) {
        return apply(scan, dpi, new ArrayList<>());
    }

    /** The page in gray, seals taken away; they are added to {@code found}. */
    public static GrayImage apply(Scan scan, int dpi, List<SealInk> found) {
        GrayImage gray = scan.luma();
        if (!scan.coloured()) {
            return gray;
        }
        int width = gray.width();
        for (int[] seal : seals(scan, dpi)) {
            clean(scan.red(), gray, seal, (x, y) -> isRed(scan, y * width + x));
            found.add(SealInk.of(seal, width, gray.height(), (x, y) -> 255 * redness(scan, y * width + x) / FULL));
        }
        for (int[] seal : SealShape.find(width, gray.height(), dpi, (x, y) -> isBlue(scan, y * width + x))) {
            clean(scan.blue(), gray, seal, (x, y) -> isBlue(scan, y * width + x));
            found.add(SealInk.of(seal, width, gray.height(), (x, y) -> 255 * blueness(scan, y * width + x) / FULL));
        }
        return gray;
    }

    /** Bounds of the red seals in pixels: left, top, right, bottom. */
    static List<int[]> seals(Scan scan, int dpi) {
        int width = scan.red().width();
        return SealShape.find(width, scan.red().height(), dpi, (x, y) -> isRed(scan, y * width + x));
    }

    /** Within the seal the channel counts, stretched so that the seal's own ink is as bright as paper. */
    private static void clean(GrayImage channel, GrayImage gray, int[] seal, SealShape.InkTest test) {
        int right = Math.min(seal[2], gray.width() - 1);
        int bottom = Math.min(seal[3], gray.height() - 1);
        int ink = brightnessOfInk(channel, seal, test);
        for (int y = Math.max(0, seal[1]); y <= bottom; y++) {
            for (int x = Math.max(0, seal[0]); x <= right; x++) {
                gray.samples()[y * gray.width() + x] = (byte) Math.min(255, channel.at(x, y) * 255 / ink);
            }
        }
    }

    /** The value of the channel that three quarters of the ink's pixels reach, a little less; at least 1. */
    private static int brightnessOfInk(GrayImage channel, int[] seal, SealShape.InkTest test) {
        int[] counts = new int[256];
        int total = 0;
        for (int y = Math.max(0, seal[1]); y <= Math.min(seal[3], channel.height() - 1); y++) {
            for (int x = Math.max(0, seal[0]); x <= Math.min(seal[2], channel.width() - 1); x++) {
                if (test.isInk(x, y)) {
                    counts[channel.at(x, y)]++;
                    total++;
                }
            }
        }
        int value = 0;
        for (int seen = counts[0]; seen < total / 4; seen += counts[value]) {
            value++;
        }
        return Math.max(1, value - 4);
    }

    private static boolean isRed(Scan scan, int i) {
        return redness(scan, i) > REDNESS;
    }

    private static int redness(Scan scan, int i) {
        int red = scan.red().samples()[i] & 0xFF;
        return red - Math.max(scan.green().samples()[i] & 0xFF, scan.blue().samples()[i] & 0xFF);
    }

    private static boolean isBlue(Scan scan, int i) {
        return blueness(scan, i) > BLUENESS;
    }

    private static int blueness(Scan scan, int i) {
        int blue = scan.blue().samples()[i] & 0xFF;
        return blue - Math.max(scan.red().samples()[i] & 0xFF, scan.green().samples()[i] & 0xFF);
    }
}

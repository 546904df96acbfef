package lantai.ocr.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a page gray and takes the red ink of seals away, inside the seals only: there the red channel counts alone, in
 * which red ink is nearly as bright as paper and black text stays black. Red titles and red rulings outside seals stay.
 *
 * <p>A seal is a red border that hangs together, 8 to 70 mm long on each side and at most three times as long as broad.
 */
public final class SealSeparation {

    private static final double CELL_MM = 0.3;
    private static final double SMALLEST_MM = 8;
    private static final double LARGEST_MM = 70;
    private static final int REDNESS = 36;
    private static final int DIRECTIONS = 60;

    private SealSeparation() {}

    /** The page in gray, seals taken away. */
    public static GrayImage apply(Scan scan, int dpi) {
        GrayImage gray = scan.luma();
        if (!scan.coloured()) {
            return gray;
        }
        List<int[]> seals = seals(scan, dpi);
        for (int[] seal : seals) {
            clean(scan, gray, seal);
        }
        return gray;
    }

    /** Bounds of the seals in pixels: left, top, right, bottom. */
    static List<int[]> seals(Scan scan, int dpi) {
        int cell = Math.max(1, (int) Math.round(CELL_MM / 25.4 * dpi));
        int columns = (scan.red().width() + cell - 1) / cell;
        boolean[] mask = grown(redCells(scan, cell, columns), columns);
        double perMm = dpi / 25.4 / cell;
        List<int[]> seals = new ArrayList<>();
        Components.visit(mask, columns, (pixels, count) -> {
            int[] b = Components.bounds(pixels, count, columns);
            if (hasSize(b[2] - b[0] + 1, b[3] - b[1] + 1, perMm) && hasBorder(pixels, count, columns, b)) {
                seals.add(new int[] {b[0] * cell, b[1] * cell, (b[2] + 1) * cell, (b[3] + 1) * cell});
            }
        });
        return seals;
    }

    private static boolean hasSize(int width, int height, double perMm) {
        double shortSide = Math.min(width, height) / perMm;
        double longSide = Math.max(width, height) / perMm;
        return shortSide >= SMALLEST_MM && longSide <= LARGEST_MM && longSide <= 3 * shortSide;
    }

    /** Whether the outermost cells in nearly all directions lie on one ellipse or on one rectangle: a title does not. */
    private static boolean hasBorder(int[] pixels, int count, int columns, int[] bounds) {
        double middleX = (bounds[0] + bounds[2]) / 2.0;
        double middleY = (bounds[1] + bounds[3]) / 2.0;
        double halfWidth = (bounds[2] - bounds[0]) / 2.0;
        double halfHeight = (bounds[3] - bounds[1]) / 2.0;
        double[] round = new double[DIRECTIONS];
        double[] square = new double[DIRECTIONS];
        for (int i = 0; i < count; i++) {
            int column = pixels[i] % columns;
            int row = pixels[i] / columns;
            double x = (column - middleX) / halfWidth;
            double y = (row - middleY) / halfHeight;
            int direction = (int) ((Math.atan2(y, x) / Math.PI + 1) / 2 * DIRECTIONS) % DIRECTIONS;
            round[direction] = Math.max(round[direction], Math.hypot(x, y));
            square[direction] = Math.max(square[direction], Math.max(Math.abs(x), Math.abs(y)));
        }
        long onEllipse = Arrays.stream(round).filter(r -> r > 0.85 && r < 1.1).count();
        long onRectangle = Arrays.stream(square).filter(r -> r > 0.88).count();
        return Math.max(onEllipse, onRectangle) >= DIRECTIONS * 8 / 10;
    }

    private static boolean[] redCells(Scan scan, int cell, int columns) {
        int width = scan.red().width();
        int height = scan.red().height();
        boolean[] mask = new boolean[columns * ((height + cell - 1) / cell)];
        for (int y = 0; y < height; y++) {
            int row = y / cell * columns;
            for (int x = 0; x < width; x++) {
                if (isRed(scan, y * width + x)) {
                    mask[row + x / cell] = true;
                }
            }
        }
        return mask;
    }

    /** Closes gaps of up to four cells: a black ruling or stroke cuts the red border that it crosses. */
    private static boolean[] grown(boolean[] mask, int columns) {
        boolean[] grown = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                int x = i % columns;
                int y = i / columns;
                for (int ny = Math.max(0, y - 2); ny <= Math.min(mask.length / columns - 1, y + 2); ny++) {
                    int row = ny * columns;
                    Arrays.fill(grown, row + Math.max(0, x - 2), row + Math.min(columns - 1, x + 2) + 1, true);
                }
            }
        }
        return grown;
    }

    /** Within the seal the red channel counts, stretched so that the seal's own red is as bright as paper. */
    private static void clean(Scan scan, GrayImage gray, int[] seal) {
        int left = Math.max(0, seal[0]);
        int right = Math.min(seal[2], gray.width() - 1);
        int bottom = Math.min(seal[3], gray.height() - 1);
        int ink = brightnessOfInk(scan, left, Math.max(0, seal[1]), right, bottom);
        for (int y = Math.max(0, seal[1]); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int red = scan.red().at(x, y);
                gray.samples()[y * gray.width() + x] = (byte) Math.min(255, red * 255 / ink);
            }
        }
    }

    /** The value of the red channel that three quarters of the red pixels reach, a little less; at least 1. */
    private static int brightnessOfInk(Scan scan, int left, int top, int right, int bottom) {
        int[] counts = new int[256];
        int total = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (isRed(scan, y * scan.red().width() + x)) {
                    counts[scan.red().at(x, y)]++;
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
        int red = scan.red().samples()[i] & 0xFF;
        return red - (scan.green().samples()[i] & 0xFF) > REDNESS
                && red - (scan.blue().samples()[i] & 0xFF) > REDNESS;
    }
}

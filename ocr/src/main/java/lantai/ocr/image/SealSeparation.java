package lantai.ocr.image;

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

    private SealSeparation() {}

    /** The page in gray, seals taken away. */
    public static GrayImage apply(Scan scan, int dpi) {
        GrayImage gray = scan.luma();
        if (!scan.coloured()) {
            return gray;
        }
        List<int[]> seals = seals(scan, dpi);
        for (int[] seal : seals) {
            clean(scan.red(), gray, seal);
        }
        return gray;
    }

    /** Bounds of the seals in pixels: left, top, right, bottom. */
    static List<int[]> seals(Scan scan, int dpi) {
        int cell = Math.max(1, (int) Math.round(CELL_MM / 25.4 * dpi));
        int columns = (scan.red().width() + cell - 1) / cell;
        boolean[] mask = redCells(scan, cell, columns);
        double perMm = dpi / 25.4 / cell;
        return Components.bounds(mask, columns).stream()
                .filter(b -> isSeal(b[2] - b[0] + 1, b[3] - b[1] + 1, perMm))
                .map(b -> new int[] {b[0] * cell - cell, b[1] * cell - cell, (b[2] + 2) * cell, (b[3] + 2) * cell})
                .toList();
    }

    private static boolean isSeal(int width, int height, double perMm) {
        double shortSide = Math.min(width, height) / perMm;
        double longSide = Math.max(width, height) / perMm;
        return shortSide >= SMALLEST_MM && longSide <= LARGEST_MM && longSide <= 3 * shortSide;
    }

    private static boolean[] redCells(Scan scan, int cell, int columns) {
        int width = scan.red().width();
        int height = scan.red().height();
        byte[] red = scan.red().samples();
        byte[] green = scan.green().samples();
        byte[] blue = scan.blue().samples();
        boolean[] mask = new boolean[columns * ((height + cell - 1) / cell)];
        for (int y = 0; y < height; y++) {
            int row = y / cell * columns;
            for (int x = 0, i = y * width; x < width; x++, i++) {
                int r = red[i] & 0xFF;
                if (r - (green[i] & 0xFF) > REDNESS && r - (blue[i] & 0xFF) > REDNESS) {
                    mask[row + x / cell] = true;
                }
            }
        }
        return mask;
    }

    private static void clean(GrayImage red, GrayImage gray, int[] seal) {
        int right = Math.min(seal[2], red.width() - 1);
        int bottom = Math.min(seal[3], red.height() - 1);
        for (int y = Math.max(0, seal[1]); y <= bottom; y++) {
            int from = y * red.width() + Math.max(0, seal[0]);
            System.arraycopy(red.samples(), from, gray.samples(), from, y * red.width() + right - from + 1);
        }
    }
}

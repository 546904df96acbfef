package lantai.ocr.image;

import lantai.ocr.Box;

/** How dark the ink within a box is. What shines through from the back of the sheet is much paler than the front. */
public final class Ink {

    private static final double AREA_MM = 0.4;

    private Ink() {}

    /**
     * Contrast to white paper, 0 to 255, that an area of 0.4 mm square for each character within the box reaches; so a
     * thin digit is as dark as a full line, and a few specks of dust do not make a pale line dark.
     */
    public static int contrast(GrayImage page, Box box, int dpi, int characters) {
        int[] counts = new int[256];
        int left = (int) Math.clamp(box.left(), 0, page.width() - 1.0);
        int right = (int) Math.clamp(box.right(), 0, page.width() - 1.0);
        int bottom = (int) Math.clamp(box.bottom(), 0, page.height() - 1.0);
        for (int y = (int) Math.clamp(box.top(), 0, page.height() - 1.0); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                counts[page.at(x, y)]++;
            }
        }
        double area = Math.max(1, characters) * Math.pow(AREA_MM / 25.4 * dpi, 2);
        int value = 0;
        for (int seen = counts[0]; seen < area && value < 255; seen += counts[value]) {
            value++;
        }
        return 255 - value;
    }
}

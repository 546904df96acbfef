package lantai.ingest.reader.child;

import java.awt.image.BufferedImage;
import lantai.ingest.reader.PageMeasure.Mode;

/**
 * A page as pixels.
 *
 * @param image upright as its file says, perhaps smaller than the full size
 * @param fullWidth width in full size
 * @param fullHeight height in full size
 * @param dpi dots per inch in full size, 0 when unknown
 * @param capture how its scan was made
 * @param broken what of a scan could not be drawn, so that the page is no true picture of it; empty when all could
 */
record Rendered(BufferedImage image, int fullWidth, int fullHeight, int dpi, Capture capture, String broken) {
    Rendered(BufferedImage image, int fullWidth, int fullHeight, int dpi, Capture capture) {
        this(image, fullWidth, fullHeight, dpi, capture, "");
    }

    /**
     * How a scan was made, as its file tells.
     *
     * @param width of the scan in pixels
     * @param height of the scan in pixels
     * @param dpi of the scan, 0 when unknown
     */
    record Capture(int width, int height, int dpi, Mode mode) {
        static Capture of(BufferedImage image, int width, int height, int dpi) {
            return new Capture(width, height, dpi, mode(image));
        }

        private static Mode mode(BufferedImage image) {
            var model = image.getColorModel();
            if (model.getPixelSize() == 1) {
                return Mode.BILEVEL;
            }
            return model.getNumComponents() <= 2 ? Mode.GRAY : Mode.COLOUR;
        }
    }
}

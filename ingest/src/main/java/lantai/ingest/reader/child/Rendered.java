package lantai.ingest.reader.child;

import java.awt.image.BufferedImage;

/**
 * A page as pixels.
 *
 * @param image upright as its file says, perhaps smaller than the full size
 * @param fullWidth width in full size
 * @param fullHeight height in full size
 * @param dpi dots per inch in full size, 0 when unknown
 */
record Rendered(BufferedImage image, int fullWidth, int fullHeight, int dpi) {}

package lantai.ingest.propose;

import java.util.List;

/**
 * One page with its strips in reading order, skew taken out.
 *
 * @param number from 1
 * @param width in pixels
 * @param height in pixels
 * @param strips none is empty
 */
record Sheet(int number, double width, double height, List<Strip> strips) {
    Sheet {
        strips = List.copyOf(strips);
    }

    /** {@return the usual height of a line on this page} */
    double usualHeight() {
        double[] heights = strips.stream().mapToDouble(Strip::height).sorted().toArray();
        return heights.length == 0 ? 1 : heights[heights.length / 2];
    }

    /** {@return how far down the page something stands, 0 at the top and 1 at the bottom} */
    double depth(Strip strip) {
        return strip.level().centerY() / height;
    }
}

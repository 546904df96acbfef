package lantai.ocr;

/**
 * Four corners, clockwise from a line's own top left, in pixels of the upright page. A straight line of text has an
 * upright quad; a skewed one leans.
 */
public record Quad(double x1, double y1, double x2, double y2, double x3, double y3, double x4, double y4) {

    /** The upright quad with the corners of {@code box}. */
    public static Quad of(Box box) {
        return new Quad(
                box.left(), box.top(), box.right(), box.top(), box.right(), box.bottom(), box.left(), box.bottom());
    }

    /** The smallest upright box around the four corners. */
    public Box box() {
        return new Box(
                Math.min(Math.min(x1, x2), Math.min(x3, x4)),
                Math.min(Math.min(y1, y2), Math.min(y3, y4)),
                Math.max(Math.max(x1, x2), Math.max(x3, x4)),
                Math.max(Math.max(y1, y2), Math.max(y3, y4)));
    }

    /** Length of the reading direction: the mean of the upper and the lower edge. */
    public double length() {
        return (Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x4, y3 - y4)) / 2;
    }

    /** Height across the reading direction: the mean of the left and the right edge. */
    public double thickness() {
        return (Math.hypot(x4 - x1, y4 - y1) + Math.hypot(x3 - x2, y3 - y2)) / 2;
    }
}

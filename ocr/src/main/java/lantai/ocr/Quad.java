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

    /** The same corners on the page turned clockwise by 0, 90, 180 or 270 degrees; width and height are those before. */
    public Quad turned(int degrees, double width, double height) {
        return switch (degrees) {
            case 0 -> this;
            case 90 -> new Quad(height - y1, x1, height - y2, x2, height - y3, x3, height - y4, x4);
            case 180 ->
                new Quad(
                        width - x1,
                        height - y1,
                        width - x2,
                        height - y2,
                        width - x3,
                        height - y3,
                        width - x4,
                        height - y4);
            case 270 -> new Quad(y1, width - x1, y2, width - x2, y3, width - x3, y4, width - x4);
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
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

package lantai.ocr;

/**
 * An upright rectangle in pixels of the upright page, y downwards.
 *
 * @param left smallest x
 * @param top smallest y
 * @param right largest x, not below {@code left}
 * @param bottom largest y, not below {@code top}
 */
public record Box(double left, double top, double right, double bottom) {

    public Box {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException("not a box: " + left + ' ' + top + ' ' + right + ' ' + bottom
                    + ", expected left <= right, top <= bottom");
        }
    }

    /** Width in pixels. */
    public double width() {
        return right - left;
    }

    /** Height in pixels. */
    public double height() {
        return bottom - top;
    }

    public double centerX() {
        return (left + right) / 2;
    }

    public double centerY() {
        return (top + bottom) / 2;
    }

    /** The smallest box that holds both. */
    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }
}

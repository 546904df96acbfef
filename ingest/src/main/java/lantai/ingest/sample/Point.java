package lantai.ingest.sample;

/**
 * A place on a sheet, in millimetres from its top left corner.
 *
 * @param x to the right
 * @param y downwards
 */
record Point(double x, double y) {
    Point plus(double right, double down) {
        return new Point(x + right, y + down);
    }
}

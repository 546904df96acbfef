package lantai.ingest.sample;

/**
 * How a run of text looks.
 *
 * @param points its size in printer's points
 * @param ink its colour
 * @param bold whether it is heavy
 * @param degrees how far it is turned, clockwise, about the start of its base line
 * @param slant how far the top leans to the right, as a share of the height
 */
record Type(double points, Ink ink, boolean bold, double degrees, double slant) {
    private static final double MILLIMETRES_PER_POINT = 25.4 / 72;

    static Type of(double points) {
        return new Type(points, Ink.BLACK, false, 0, 0);
    }

    Type heavy() {
        return new Type(points, ink, true, degrees, slant);
    }

    Type in(Ink other) {
        return new Type(points, other, bold, degrees, slant);
    }

    Type turned(double angle) {
        return new Type(points, ink, bold, angle, slant);
    }

    Type leaning(double share) {
        return new Type(points, ink, bold, degrees, share);
    }

    /** {@return the size in millimetres} */
    double millimetres() {
        return points * MILLIMETRES_PER_POINT;
    }
}

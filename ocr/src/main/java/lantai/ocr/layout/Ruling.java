package lantai.ocr.layout;

/**
 * A drawn straight line, nearly along one axis.
 *
 * @param from where it begins along its axis
 * @param to where it ends, not below {@code from}
 * @param start its place on the other axis at {@code from}
 * @param end its place on the other axis at {@code to}
 */
public record Ruling(double from, double to, double start, double end) {

    /** Its place on the other axis; beyond its ends the line is thought on. */
    public double at(double along) {
        return to - from < 1 ? start : start + (end - start) * (along - from) / (to - from);
    }

    double length() {
        return to - from;
    }

    boolean spans(double along, double slack) {
        return from - slack <= along && along <= to + slack;
    }

    Ruling scaled(double factor) {
        return new Ruling(from * factor, to * factor, start * factor, end * factor);
    }
}

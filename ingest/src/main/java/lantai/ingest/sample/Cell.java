package lantai.ingest.sample;

/**
 * One cell of a table.
 *
 * @param text what stands in it; lines are parted by {@code \n}
 * @param columns how many columns it covers
 * @param align where the text stands across
 * @param type how it looks
 */
record Cell(String text, int columns, Align align, Type type) {
    /** Where text stands across a cell. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    private static final double SIZE = 10.5;

    /** {@return a printed word of the form} */
    static Cell label(String text) {
        return new Cell(text, 1, Align.CENTRE, Type.of(SIZE));
    }

    /** {@return what somebody filled in} */
    static Cell value(String text) {
        return new Cell(text, 1, Align.CENTRE, Type.of(SIZE));
    }

    /** {@return running text} */
    static Cell words(String text) {
        return new Cell(text, 1, Align.LEFT, Type.of(SIZE));
    }

    /** {@return a number, set to the right} */
    static Cell number(String text) {
        return new Cell(text, 1, Align.RIGHT, Type.of(SIZE));
    }

    Cell over(int span) {
        return new Cell(text, span, align, type);
    }

    Cell in(Ink ink) {
        return new Cell(text, columns, align, type.in(ink));
    }

    Cell small() {
        return new Cell(text, columns, align, new Type(8.5, type.ink(), type.bold(), 0, type.slant()));
    }

    Cell heavy() {
        return new Cell(text, columns, align, type.heavy());
    }
}

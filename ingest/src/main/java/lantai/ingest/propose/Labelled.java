package lantai.ingest.propose;

/**
 * A label with a piece of text that it may announce.
 *
 * @param label what is announced
 * @param name the label as printed
 * @param value the text beside, behind or below it; may be of the wrong shape
 * @param placement where the value stands
 * @param index for a column the row from 0, else 0
 * @param count for a column its number of rows, else 1
 */
record Labelled(Label label, Span name, Span value, Placement placement, int index, int count) {

    /** Where a value stands, seen from its label. */
    enum Placement {
        /** In the same line of text. */
        INLINE("label-inline"),
        /** In the cell to the right. */
        RIGHT("label-right"),
        /** In the column below. */
        BELOW("column");

        private final String reason;

        Placement(String reason) {
            this.reason = reason;
        }
    }

    /** {@return whether the value is one of several rows of a list} */
    boolean isListed() {
        return placement == Placement.BELOW && count > 1;
    }

    /** How surely the value belongs to the label, by placement alone. */
    double certainty() {
        return switch (placement) {
            case INLINE -> 0.99;
            case RIGHT -> 0.98;
            case BELOW -> count == 1 ? 0.85 : 0.35;
        };
    }

    String reason() {
        return placement.reason + ':' + name.text();
    }
}

package lantai.description;

/**
 * An edit of many as somebody wants it.
 *
 * @param kind not {@code UNDO}
 * @param element code of the element
 * @param find the words to be replaced; empty for {@code SET}
 * @param value the new value, or the words put in place of those
 */
public record BulkOrder(BulkKind kind, String element, String find, String value, String reason) {
    /** {@return what a value becomes} */
    String applied(String before) {
        return switch (kind) {
            case SET -> value;
            case REPLACE -> before.replace(find, value);
            case UNDO -> throw new IllegalStateException("an undo has a value for each record");
        };
    }
}

package lantai.description;

import java.util.UUID;

/**
 * One record of an edit of many.
 *
 * @param referenceCode its code now; empty when the record is there no more
 * @param why why it was left as it is, as a code; empty otherwise
 */
public record BulkLine(UUID item, String referenceCode, String before, String after, State state, String why) {
    /** What became of it. */
    public enum State {
        WAITING,
        DONE,
        /** It has the value already. */
        SAME,
        /** It cannot have the value, or was changed meanwhile. */
        LEFT
    }
}

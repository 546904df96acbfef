package lantai.rebuild;

/**
 * Something that is not as it was, or may not be.
 *
 * @param subject the object or the record
 * @param detail what was found
 */
public record Difference(Kind kind, String subject, String detail) {
    /** What is different. */
    public enum Kind {
        /** A segment of the journal is missing, damaged or does not follow; what stands after it was not brought back. */
        JOURNAL_BROKEN,
        /** There is no complete epoch: the registers are empty. */
        NO_JOURNAL,
        /** An object of a record that was destroyed is there again; it was not brought back. */
        DESTROYED,
        /** A record was filed by the audit trail, and has neither object nor tombstone. */
        LOST,
        /** An object of a record cannot be understood; it was left where it is. */
        UNREADABLE,
        /** The object of a record is enciphered, and its key or what unwraps it is not there. */
        CLOSED,
        /** A record names something that is no longer known; it was brought back without. */
        UNKNOWN_REFERENCE
    }
}

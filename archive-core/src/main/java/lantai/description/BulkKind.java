package lantai.description;

/** What an edit of many does to the element. */
public enum BulkKind {
    /** Every record gets the same value; an empty one takes the element away. */
    SET,
    /** Some words within the value are replaced by others. */
    REPLACE,
    /** What an earlier edit of many did is taken back, by one version more. */
    UNDO
}

package lantai.description;

/** How far an edit of many has come. */
public enum BulkState {
    /** Looked at, nothing changed yet. */
    PREPARED,
    /** Being done. */
    RUNNING,
    /** Done with every record. */
    DONE,
    /** Given up before it began. */
    CANCELLED
}

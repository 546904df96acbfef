package lantai.journal;

/** What one line of the journal says. */
public enum Deed {
    /** From here on all registers stand in the journal as they are now, whatever was before. */
    EPOCH,
    /** A row is now like this. */
    PUT,
    /** A row that was like this is gone. */
    REMOVE,
    /** The registers that the epoch began to write stand here completely. */
    WHOLE
}

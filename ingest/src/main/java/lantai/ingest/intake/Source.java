package lantai.ingest.intake;

/** The way by which a batch came in. */
public enum Source {
    /** Dropped on the screen. */
    SCREEN,
    /** Delivered by a scanning station into the watched folder. */
    WATCHED_FOLDER,
    /** Sent by another system. */
    INTERFACE,
    /** Given to the command {@code ingest}. */
    COMMAND
}

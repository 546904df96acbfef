package lantai.ingest.intake;

/** Whether a batch is worked on. */
public enum BatchState {
    /** Files are taken in and read. */
    OPEN,
    /** Files are taken in; reading waits until somebody resumes it. */
    PAUSED,
    /** Nothing more is done with what is not yet filed. */
    CANCELLED
}

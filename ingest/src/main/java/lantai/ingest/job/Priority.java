package lantai.ingest.job;

/** Which job is done first: what a person waits for before what came in bulk. */
public enum Priority {
    /** A person waits. */
    INTERACTIVE(100),
    /** Marked as urgent. */
    URGENT(50),
    /** Everything else. */
    BULK(10);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }
}

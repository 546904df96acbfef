package lantai.ingest.reader.child;

import lantai.ingest.reader.ReadingState;

/** Says that a file cannot be read, and how that outcome is called. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final ReadingState state;

    Unreadable(ReadingState state, String reason) {
        super(reason);
        this.state = state;
    }

    Unreadable(ReadingState state, String reason, Throwable cause) {
        super(reason, cause);
        this.state = state;
    }

    ReadingState state() {
        return state;
    }
}

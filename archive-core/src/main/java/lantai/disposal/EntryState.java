package lantai.disposal;

/** How far the destruction of one record has come. A crash finds each record in one of these states, and the work goes on there. */
public enum EntryState {
    /** Still whole. */
    PENDING,
    /** Its rows are gone and its tombstone stands; what lies outside of the database is being removed. */
    ERASED,
    /** Nothing is left to remove. */
    REMOVED,
    /** Spared: something stood in the way when its turn came. */
    SPARED;

    /** {@return whether this state can follow directly} */
    public boolean mayBecome(EntryState next) {
        return switch (this) {
            case PENDING -> next == ERASED || next == SPARED;
            case ERASED -> next == REMOVED;
            case REMOVED, SPARED -> false;
        };
    }
}

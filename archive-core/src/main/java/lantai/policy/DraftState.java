package lantai.policy;

/** How far a draft has come. */
public enum DraftState {
    /** Being written. */
    DRAFT,
    /** Waits for another person's approval. */
    SUBMITTED,
    /** Came back with a reason and may be mended. */
    RETURNED,
    /** Has become a version. */
    APPROVED,
    /** Was given up. */
    WITHDRAWN;

    /** {@return whether it may be written in} */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    /** {@return whether it is still on its way} */
    public boolean isOpen() {
        return isEditable() || this == SUBMITTED;
    }
}

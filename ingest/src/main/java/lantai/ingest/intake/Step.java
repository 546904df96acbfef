package lantai.ingest.intake;

/** How far a received file has come: received → checked → read → proposed, or aside. */
public enum Step {
    /** 收到: stored safely and acknowledged. */
    RECEIVED,
    /** 检查: its format is known and it may be read. */
    CHECKED,
    /** 识读: all its pages are read. */
    READ,
    /** 分类, 待复核: a document with proposals waits at the review desk. */
    PROPOSED,
    /** 隔离: it cannot go on; its bytes are kept. */
    QUARANTINED,
    /** 密封: it bears the mark of a state secret and is closed to everybody until it is handed over. */
    SEALED,
    /** 取消: somebody cancelled its batch. */
    CANCELLED;

    /** {@return whether nothing more happens by itself} */
    public boolean isSettled() {
        return switch (this) {
            case RECEIVED, CHECKED, READ -> false;
            case PROPOSED, QUARANTINED, SEALED, CANCELLED -> true;
        };
    }
}

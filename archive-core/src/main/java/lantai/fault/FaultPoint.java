package lantai.fault;

/** The steps of a record's way into the archive, before and after which a trial may break it. */
public enum FaultPoint {
    /** The bytes of a file come in. */
    RECEIVE,
    /** They are hashed and forced to the disk. */
    HASH,
    /** The row of the received file is written. */
    INSERT,
    /** The entry of the audit trail is written. */
    AUDIT,
    /** The receipt is committed. */
    COMMIT,
    /** The sender is told. */
    ACKNOWLEDGE,
    /** The file is scanned for viruses. */
    SCAN,
    /** The object of the record is written to a location. */
    PUT,
    /** It is read back. */
    READ_BACK,
    /** The rows of the record are written. */
    REGISTER,
    /** The record is committed. */
    FILE,
    /** The record is indexed. */
    INDEX;

    /** On which side of a step. */
    public enum Side {
        /** Nothing of it is done. */
        BEFORE,
        /** All of it is done. */
        AFTER
    }

    /** What happens there. */
    public enum Effect {
        /** The process is gone at once; nothing is closed or flushed. */
        KILL,
        /** The step fails. */
        ERROR,
        /** The step does not end. */
        HANG
    }
}

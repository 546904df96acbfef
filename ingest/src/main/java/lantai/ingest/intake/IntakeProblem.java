package lantai.ingest.intake;

import lantai.problem.Problem;

/** What can go wrong while files come in. */
enum IntakeProblem implements Problem {
    NO_SUCH_BATCH,
    NO_SUCH_FILE,
    NO_SUCH_UPLOAD,
    BATCH_CANCELLED,
    NAME_MISSING,
    LENGTH_WRONG,
    OFFSET_WRONG,
    TOO_LARGE,
    DELIVERY_KEY_MISSING,
    DISK_NEARLY_FULL,
    CLEARED_MEANWHILE,
    NOT_IN_QUARANTINE,
    SEALED_BEFORE
}

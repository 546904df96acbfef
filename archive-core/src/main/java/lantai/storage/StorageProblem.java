package lantai.storage;

import lantai.problem.Problem;

/** What can go wrong with stored bytes. */
enum StorageProblem implements Problem {
    NOT_STAGED,
    STAGED_BYTES_DIFFER,
    OBJECT_DIFFERS,
    NO_SUCH_OBJECT,
    NO_SUCH_FILE,
    STORE_UNWRITABLE,
    UPLOAD_BUSY,
    INVENTORY_DIFFERS,
    LOCATION_SILENT,
    QUORUM_MISSED,
    NO_GOOD_COPY,
    REMOVAL_UNFINISHED,
    WRONG_SETTING,
    LOCKS_PRETENDED,
    NAME_TAKEN,
    TOO_MUCH_OPENED
}

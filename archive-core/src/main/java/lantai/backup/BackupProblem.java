package lantai.backup;

import lantai.problem.Problem;

/** Why nothing is backed up or restored. */
enum BackupProblem implements Problem {
    /** Another backup of the same database is under way. */
    RUNNING_ALREADY,
    /** The database is run by someone else. Values: its own data folder. */
    EXTERNAL_DATABASE,
    /** Values: the folder. */
    NOT_EMPTY,
    /** Values: the place. */
    NO_SUCH_PLACE,
    /** No place is set. */
    NO_PLACE,
    /** Values: the place. */
    NO_BACKUP,
    /** Values: the names of the keys. */
    KEYS_MISSING
}

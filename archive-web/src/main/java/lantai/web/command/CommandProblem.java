package lantai.web.command;

import lantai.problem.Problem;

/** Why a command is not done. */
enum CommandProblem implements Problem {
    NO_SUCH_USER,
    /** Values: what was typed. */
    NO_SUCH_ENGINE,
    NOBODY_MAY,
    /** Values: what was typed, what there is. */
    NO_SUCH_DEED,
    /** Values: the state the list is in, why it was not packed. */
    NOT_PACKED,
    NO_SUCH_PATH,
    /** Values: what was typed. */
    NO_FILES,
    NO_TARGET,
    NO_PACKAGE,
    NO_BAG,
    UNKNOWN_FORMAT,
    FILE_EXISTS,
    NO_TOKEN_FILE,
    NO_BOM,
    MINUTES_WRONG,
    KEEP_WRONG,
    TIME_WRONG,
    STAGE_WRONG,
    PORT_WRONG,
    SERVER_WRONG,
    SERVER_REFUSED,
    SERVER_DOES_NOT_ANSWER
}

package lantai.check;

import lantai.problem.Problem;

/** What can go wrong with checks. */
enum CheckProblem implements Problem {
    /** Values: element or format, the value, what was expected. */
    POLICY_INVALID,
    NO_SUCH_RUN,
    NO_SUCH_REPORT,
    /** Values: the state it is in. */
    NOT_NOW,
    NOTHING_TO_CHECK,
    NOT_MANUAL,
    NOTE_MISSING,
    NEWER_VERSION,
    PART_MALFORMED
}

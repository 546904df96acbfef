package lantai.fonds;

import lantai.problem.Problem;

/** What can go wrong with fonds. */
enum FondsProblem implements Problem {
    /** Values: the number. */
    NO_SUCH_FONDS,
    /** Values: the number. */
    NUMBER_MALFORMED,
    /** Values: the number. */
    NUMBER_TAKEN,
    TITLE_MISSING,
    NAME_MISSING,
    REASON_MISSING,
    /** Values: the day. */
    TWO_NAMES_ON_ONE_DAY,
    /** Values: the closing day, the opening day. */
    CLOSED_BEFORE_OPENED,
    /** Values: the number in the file. */
    NO_SUCH_PAPER,
    FONDS_CHANGED_BY_ANOTHER
}

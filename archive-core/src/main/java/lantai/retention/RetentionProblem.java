package lantai.retention;

import lantai.problem.Problem;

/** What can go wrong with the retention schedule. */
enum RetentionProblem implements Problem {
    /** Values: what the reader of the text stumbled over. */
    SCHEDULE_UNREADABLE,
    /** Values: the row, its value, what was expected. */
    ROW_INVALID
}

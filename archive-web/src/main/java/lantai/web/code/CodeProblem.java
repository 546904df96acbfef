package lantai.web.code;

import lantai.problem.Problem;

/** What can be wrong with what is typed about reference codes. */
enum CodeProblem implements Problem {
    CATEGORY_MISSING,
    ITEM_MISSING,
    /** Values: what was typed. */
    YEAR_MALFORMED,
    /** Values: what was typed. */
    LINK_MALFORMED,
    /** Values: what was typed. */
    RETENTION_MALFORMED,
    /** Values: what was typed. */
    NO_SUCH_CODE
}

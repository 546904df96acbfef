package lantai.web.packages;

import lantai.problem.Problem;

/** What can go wrong with packages that leave. */
enum PackageProblem implements Problem {
    /** Values: what was typed. */
    UNKNOWN_FORM,
    REASON_MISSING,
    NOTHING_TO_EXPORT,
    /** Values: the largest number. */
    TOO_MANY
}

package lantai.web.description;

import lantai.problem.Problem;

/** What can go wrong with what is sent to describe records. */
enum DescriptionWebProblem implements Problem {
    /** Values: what was typed. */
    NOT_A_CODE,
    /** Values: what was typed. */
    NO_SUCH_CODE,
    /** Values: what was typed. */
    NO_SUCH_RELATION
}

package lantai.web.stacks;

import lantai.problem.Problem;

/** What can go wrong with the screens of the stacks. */
enum StackWebProblem implements Problem {
    /** Values: what was typed. */
    NO_SUCH_CODE,
    /** Values: what was typed. */
    YEAR_WRONG,
    PLAN_CHANGED
}

package lantai.web.check;

import lantai.problem.Problem;

/** What can be wrong with what was typed. */
enum CheckWebProblem implements Problem {
    NOT_A_NUMBER
}

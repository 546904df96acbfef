package lantai.web.fonds;

import lantai.problem.Problem;

/** What can be wrong with what is typed about a fonds. */
enum FondsWebProblem implements Problem {
    DAY_MISSING
}

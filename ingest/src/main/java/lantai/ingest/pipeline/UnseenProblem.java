package lantai.ingest.pipeline;

import lantai.problem.Problem;

/** What can be wrong with the rule of unseen acceptance. Values of each: the number, the least, the most. */
enum UnseenProblem implements Problem {
    CERTAINTY,
    EXAMPLES,
    RECHECK
}

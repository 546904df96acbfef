package lantai.ingest.filing;

import lantai.problem.Problem;

/** What can go wrong while filing. */
enum FilingProblem implements Problem {
    NOT_ACCEPTED
}

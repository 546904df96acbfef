package lantai.ingest.derive;

import lantai.problem.Problem;

/** What can go wrong with copies for use. */
enum DeriveProblem implements Problem {
    NO_PICTURE,
    NO_COPY
}

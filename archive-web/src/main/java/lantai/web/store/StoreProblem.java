package lantai.web.store;

import lantai.problem.Problem;

/** What can go wrong when the store is read again. */
enum StoreProblem implements Problem {
    NO_SUCH_LOCATION,
    NO_SUCH_SCRUB
}

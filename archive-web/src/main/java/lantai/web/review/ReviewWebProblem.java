package lantai.web.review;

import lantai.problem.Problem;

/** What can be wrong with a request to the review desk. */
enum ReviewWebProblem implements Problem {
    NO_SUCH_FIELD,
    NO_SUCH_PAGE,
    TOO_MANY
}

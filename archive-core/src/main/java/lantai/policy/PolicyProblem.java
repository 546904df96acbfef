package lantai.policy;

import lantai.problem.Problem;

/** What can go wrong with the rules of the house. */
enum PolicyProblem implements Problem {
    NO_SUCH_POLICY,
    NOT_JSON
}

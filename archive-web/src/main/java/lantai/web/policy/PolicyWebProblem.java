package lantai.web.policy;

import lantai.problem.Problem;

/** What can go wrong with the screens of the rules. */
enum PolicyWebProblem implements Problem {
    /** Values: the name. */
    NO_SUCH_POLICY,
    /** Values: the version. */
    NO_SUCH_VERSION
}

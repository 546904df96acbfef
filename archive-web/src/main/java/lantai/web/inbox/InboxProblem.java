package lantai.web.inbox;

import lantai.problem.Problem;

/** What can be wrong with what is sent to the inbox or asked of it. */
enum InboxProblem implements Problem {
    CUT_OFF,
    /** Values: what was asked for. */
    NO_SUCH_ENGINE,
    METADATA_WRONG,
    INFECTED,
    SEALED,
    FILED_AWAY
}

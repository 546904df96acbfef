package lantai.hold;

import lantai.problem.Problem;

/** What can go wrong with holds. */
enum HoldProblem implements Problem {
    NO_SUCH_HOLD,
    REASON_MISSING,
    NOTHING_TO_HOLD,
    ALREADY_RELEASED,
    /** Values: how many of the items are not there. */
    ITEMS_GONE,
    OWNER_CANNOT_HOLD,
    /** Values: the day. */
    REVIEW_PAST,
    SAME_HOLD
}

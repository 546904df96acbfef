package lantai.ingest.review;

import lantai.problem.Problem;

/** What can go wrong at the review desk. */
enum ReviewProblem implements Problem {
    NO_SUCH_DOCUMENT,
    NO_SUCH_PAGE,
    CHANGED_BY_ANOTHER,
    CHANGED_SINCE,
    NOT_UNDER_REVIEW,
    NOT_ASIDE,
    BEING_READ,
    NOTHING_TO_MERGE_WITH,
    NOTHING_TO_SPLIT,
    NOTHING_TO_UNDO,
    FIELD_MALFORMED,
    /** Values: what was typed or printed. */
    NO_SUCH_DAY,
    FIELD_MISSING,
    STATE_SECRET,
    SECRET_ALONE
}

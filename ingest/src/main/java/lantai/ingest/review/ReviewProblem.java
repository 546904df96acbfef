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
    /** Values: the field, what was typed or printed, what was expected, the rule. */
    FIELD_MALFORMED,
    /** Values: what was typed or printed, the rule. */
    NO_SUCH_DAY,
    /** Values: the field, the rule. */
    FIELD_MISSING,
    /** A part of {@link #FIELD_MALFORMED}, like those that follow. */
    NOT_A_CATEGORY,
    NOT_A_KIND,
    NOT_A_TERM,
    NOT_A_DAY,
    NOT_A_YEAR,
    STILL_TO_COME,
    ID_NUMBER_WRONG,
    NOT_AN_AMOUNT,
    NOT_A_CODE,
    NOT_A_PROJECT,
    TOO_LONG,
    STATE_SECRET,
    SECRET_ALONE
}

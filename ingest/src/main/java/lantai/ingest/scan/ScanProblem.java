package lantai.ingest.scan;

import lantai.problem.Problem;

/** What can go wrong with the quality of scans. */
enum ScanProblem implements Problem {
    NO_SUCH_FINDING,
    NO_SUCH_SAMPLE,
    SAMPLE_OPEN,
    NOTHING_TO_DRAW,
    /** Values: the share of faultless pages, the least. */
    SAMPLE_BELOW,
    /** Values: the title of the batch. */
    BATCH_SENT_BACK,
    HANDED_OVER_BEFORE,
    NOT_HANDED_OVER,
    SAME_PERSON,
    REASON_MISSING,
    DECIDED_BEFORE,
    /** Values: the check, the limit, the least, the most. */
    LIMIT_OUT_OF_RANGE,
    /** Values: the check. */
    CHECK_MISSING,
    SEPARATOR_SHORT
}

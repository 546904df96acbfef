package lantai.ingest.scan;

import lantai.problem.Problem;

/** What can go wrong with the quality of scans. */
enum ScanProblem implements Problem {
    NO_SUCH_FINDING,
    REASON_MISSING,
    DECIDED_BEFORE,
    /** Values: the check, the limit, the least, the most. */
    LIMIT_OUT_OF_RANGE,
    /** Values: the check. */
    CHECK_MISSING,
    SEPARATOR_SHORT
}

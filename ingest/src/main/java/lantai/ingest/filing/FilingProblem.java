package lantai.ingest.filing;

import lantai.problem.Problem;

/** What can go wrong while filing. */
enum FilingProblem implements Problem {
    NOT_ACCEPTED,
    NOT_BEING_FILED,
    /** Values: the title, the page, how many lines. */
    CORRECTIONS_OPEN,
    REASON_MISSING,
    REMAINS
}

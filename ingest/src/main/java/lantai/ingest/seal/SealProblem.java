package lantai.ingest.seal;

import lantai.problem.Problem;

/** What can go wrong with sealed papers. */
enum SealProblem implements Problem {
    NO_SUCH_PAPER,
    BEING_FILED,
    WHEREABOUTS_MISSING,
    NOT_NOW,
    SAME_PERSON,
    IN_THE_ARCHIVE
}

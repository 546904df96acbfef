package lantai.ingest.correction;

import lantai.problem.Problem;

/** What can go wrong with the correction of a text. */
enum CorrectionProblem implements Problem {
    /** The page was never read, or carries its text itself. Values: the page. */
    NOT_READ,
    /** Values: the page. */
    NO_SUCH_PAGE,
    /** Values: the line, from 1. */
    NO_SUCH_LINE,
    /** Longer than a line can be. Values: how many characters it may have. */
    TOO_LONG,
    /** The page was read again, or somebody else has finished it. */
    CHANGED_MEANWHILE,
    /** Somebody else has written this line and not finished. Values: his name. */
    WRITTEN_BY_ANOTHER,
    /** The document is filed already or on its way. */
    NOT_UNDER_REVIEW,
    /** Nothing is written that could be finished or taken back. */
    NOTHING_WRITTEN
}

package lantai.web.scan;

import lantai.problem.Problem;

/** What can be wrong with what is asked of the scans of a batch. */
enum ScanWebProblem implements Problem {
    /** Neither let pass nor sent back: no finding was chosen. */
    NOTHING_CHOSEN,
    NO_PICTURE,
    NO_HAND_OVER
}

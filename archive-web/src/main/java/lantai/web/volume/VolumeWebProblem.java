package lantai.web.volume;

import lantai.problem.Problem;

/** What can go wrong with the screens of volumes. */
enum VolumeWebProblem implements Problem {
    /** Values: what was typed. */
    NO_SUCH_CODE
}

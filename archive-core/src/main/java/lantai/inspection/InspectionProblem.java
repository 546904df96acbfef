package lantai.inspection;

import lantai.problem.Problem;

/** What can go wrong with self-inspections. */
enum InspectionProblem implements Problem {
    /** Values: what is wrong. */
    CHECKLIST_UNREADABLE,
    TITLE_MISSING,
    NO_SUCH_INSPECTION,
    /** Values: the number of the point. */
    NO_SUCH_POINT,
    INSPECTION_CLOSED,
    /** Values: how many points, the first of them. */
    POINTS_OPEN,
    /** Values: the number of the point. */
    FINDING_INCOMPLETE,
    /** Values: the day. */
    DUE_PAST,
    /** Values: the number of the point. */
    NOT_A_FINDING
}

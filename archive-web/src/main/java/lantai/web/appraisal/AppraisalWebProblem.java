package lantai.web.appraisal;

import lantai.problem.Problem;

/** What can go wrong with the screens of appraisal. */
enum AppraisalWebProblem implements Problem {
    /** Values: what was typed. */
    NOT_A_CODE,
    /** Values: the code. */
    NO_SUCH_CODE,
    NOT_AN_ID_NUMBER,
    NO_SUCH_PERSON,
    DECISION_INCOMPLETE
}

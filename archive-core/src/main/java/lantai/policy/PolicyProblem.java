package lantai.policy;

import lantai.problem.Problem;

/** What can go wrong with the rules of the house. */
enum PolicyProblem implements Problem {
    /** Values: the name. */
    NO_SUCH_POLICY,
    /** Values: the version. */
    NO_SUCH_VERSION,
    /** Values: the line, what was found. */
    NOT_JSON,
    /** Values: the row, from 1. */
    NO_SUCH_ROW,
    CELL_MISSING,
    /** Values: what stands there. */
    CELL_NOT_A_NUMBER,
    CELL_OUT_OF_RANGE,
    /** Values: what stands there. */
    CELL_NOT_WORDS,
    /** Values: what stands there. */
    CELL_NOT_WEIGHTS,
    /** Values: what stands there. */
    CELL_NOT_PAIRS,
    /** Values: what stands there, what may stand there. */
    CELL_NOT_A_CHOICE,
    /** Values: what names the row, the row that has it already. */
    ROW_TWICE,
    NO_DRAFT,
    /** Values: who wrote it last. */
    DRAFT_OPEN_ALREADY,
    DRAFT_CHANGED_BY_ANOTHER,
    DRAFT_NOT_EDITABLE,
    DRAFT_NOT_SUBMITTED,
    /** Values: how many faults. */
    DRAFT_NOT_VALID,
    DRAFT_CHANGES_NOTHING,
    REASON_MISSING,
    /** Values: the day, the first day that is possible. */
    DAY_IN_THE_PAST,
    NOBODY_APPROVES_HIS_OWN,
    /** Values: the roles that may. */
    ROLE_MAY_NOT_APPROVE,
    RULE_FOR_ALL_MISSING,
    /** Values: the name. */
    RULE_UNKNOWN
}

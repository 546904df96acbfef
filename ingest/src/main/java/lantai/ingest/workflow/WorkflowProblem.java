package lantai.ingest.workflow;

import lantai.problem.Problem;

/** What can go wrong on the way into the archive. */
enum WorkflowProblem implements Problem {
    /** Values: the stage. */
    STAGE_WITHOUT_ROLE,
    FILING_NOT_IN_FORCE,
    /** Values: what was typed. */
    DAYS_MALFORMED,
    /** Values: what was typed. */
    DAY_MALFORMED,
    NOTHING_AFTER_FILING,
    /** Values: the stage. */
    NOT_BACK_TO,
    /** Values: the stage. */
    NOT_YOUR_STAGE,
    /** Values: the stage before. */
    TWO_STAGES_IN_ONE_HAND,
    REASON_MISSING,
    /** Values: the batch, the stage. */
    NOT_READY_FOR_FILING,
    /** Values: the stage. */
    MOVED_MEANWHILE,
    /** Values: how many. */
    NOT_ALL_ACCEPTED,
    NO_SUCH_STAGE
}

package lantai.audit;

import lantai.problem.Problem;

/** What can go wrong with the proofs of the audit trail. */
enum AuditProblem implements Problem {
    HEADS_UNREADABLE,
    HEAD_CONTRADICTED,
    NO_SUCH_ENTRY,
    NOT_YET_UNDER_A_HEAD,
    NO_SUCH_HEAD
}

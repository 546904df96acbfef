package lantai.disposal;

import lantai.problem.Problem;

/** What can go wrong between appraisal and destruction. */
enum DisposalProblem implements Problem {
    NO_SUCH_APPRAISAL,
    NO_SUCH_LIST,
    NO_SUCH_CERTIFICATE,
    TITLE_MISSING,
    REASON_MISSING,
    NOTHING_CHOSEN,
    GROUP_INCOMPLETE,
    NOT_IN_GROUP,
    APPRAISAL_CLOSED,
    /** Values: how many items have no opinion yet. */
    OPINIONS_MISSING,
    /** Values: the names of members who have not spoken. */
    MEMBERS_SILENT,
    /** Values: how many came, how many the group has, the least share in percent, the names of those absent. */
    QUORUM_MISSED,
    /** Values: the names of the heads. */
    HEAD_ABSENT,
    NOT_HEAD,
    NO_SUCH_MEMBER,
    /** Values: the name. */
    MEMBER_SPOKE,
    /** Values: what was typed, least, most. */
    QUORUM_OUT_OF_RANGE,
    TERM_MISSING,
    /** Values: the reference code, its present term. */
    TERM_NOT_LONGER,
    NO_EVENT_AWAITED,
    /** Values: the reference code. */
    TERM_DECIDED,
    /** Values: the day. */
    EVENT_IN_FUTURE,
    /** Values: the reference code of the first such item, how many there are. */
    ITEM_BLOCKED,
    /** Values: the state the list is in. */
    NOT_NOW,
    LIST_CHANGED,
    SUBMITTER_CANNOT_APPROVE,
    WITNESS_TOOK_PART,
    WITNESS_SIGNED_ALREADY,
    SIDE_SIGNED_ALREADY,
    WITNESS_OF_SAME_DEPARTMENT,
    /** Values: the side. */
    WITNESS_OF_OTHER_SIDE,
    PASSWORD_WRONG,
    AUTHORITY_MISSING,
    MANNER_MISSING,
    LIST_EMPTY
}

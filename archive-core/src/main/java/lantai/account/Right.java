package lantai.account;

/** What an account may do. Nothing is allowed that no role grants. */
public enum Right {
    /** Deliver files and see the batches of the own department. */
    RECEIVE,
    /** Correct and accept proposals at the review desk. */
    REVIEW,
    /** File accepted documents: give the reference code and fix the masters. */
    FILE,
    /** Search and read filed records within the own visibility. */
    SEARCH,
    /** Read one's own records as an insured person. */
    READ_OWN,
    /** Add, change, disable accounts; departments; hand over work. */
    MANAGE_ACCOUNTS,
    /** Give and take roles, unlock accounts. */
    MANAGE_ROLES,
    /** Draft and submit rules of the house. */
    MANAGE_POLICY,
    /** Approve rules of the house that another person has submitted, where the rule on approval names the role. */
    APPROVE_POLICY,
    /** Read the audit trail. */
    READ_AUDIT,
    /** Open appraisals, give opinions on them and draw up destruction lists. */
    APPRAISE,
    /** Freeze records and end the freezing. */
    HOLD,
    /** Approve or refuse destruction lists that others have submitted. */
    APPROVE_DESTRUCTION,
    /** Watch a destruction and sign for it. */
    WITNESS_DESTRUCTION,
    /** Draw up transfer lists, have them packed and hand them over. */
    TRANSFER,
    /** Approve transfer lists that others have submitted. */
    APPROVE_TRANSFER,
    /** Bind filed records to volumes, close and reopen them. */
    ARRANGE,
    /** Put records and volumes into boxes, place and move boxes. */
    KEEP_STACKS,
    /** See which papers are sealed, and say where they went. */
    HAND_OVER_SECRET,
    /** Confirm, as the second person, where a sealed paper went. */
    CONFIRM_HAND_OVER,
    /** See the state of the machine, pause and resume everything. */
    OPERATE
}

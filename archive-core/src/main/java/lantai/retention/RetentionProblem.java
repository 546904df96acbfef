package lantai.retention;

import lantai.problem.Problem;

/** What can go wrong with the retention schedule, and what was expected instead. */
enum RetentionProblem implements Problem {
    /** Values: the place in the JSON. */
    SCHEDULE_UNREADABLE,
    /** Values: the row, its value, what was expected. */
    ROW_INVALID,
    /** Expected. Values: the classes of the schedule. */
    A_CLASS,
    /** Expected. Values: the rules it names as sources. */
    A_BASIS,
    /** Expected: the name of the material. */
    A_MATERIAL,
    /** Expected: a number that no other row has. */
    A_NEW_NUMBER,
    /** Expected: an event for a term that waits for one, none for the others. */
    AN_EVENT,
    /** Expected: a kind that no other row has. */
    A_KIND_OF_ITS_OWN,
    /** Expected: a term. */
    A_TERM,
    /** Expected: how sure the row is. */
    AN_EVIDENCE
}

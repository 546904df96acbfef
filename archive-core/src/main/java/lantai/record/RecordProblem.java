package lantai.record;

import lantai.problem.Problem;

/** What can go wrong with filed records. */
enum RecordProblem implements Problem {
    NO_SUCH_ITEM,
    NO_SUCH_PAGE,
    /** Values: what was typed. */
    REFERENCE_CODE_MALFORMED,
    /** Values: the template. */
    TEMPLATE_MALFORMED,
    /** Values: the template, a code made by it. */
    TEMPLATE_NOT_READABLE,
    /** Values: the category. */
    CATEGORY_WITHOUT_TEMPLATE,
    /** Values: the part, the template. */
    CODE_PART_MISSING,
    /** Values: the fonds number. */
    FONDS_NOT_OPEN,
    /** Values: the code. */
    CODE_TAKEN,
    /** Values: the code. */
    CODE_USED_BEFORE,
    /** Values: the code, what it says, what the record says. */
    CODE_DISAGREES,
    REASON_MISSING,
    /** Values: the code, what holds it. */
    HELD_IN_ITS_PLACE,
    /** Values: the scope, the number. */
    NOT_A_GAP,
    /** Values: how many numbers at most. */
    RUN_TOO_LONG,
    /** Values: the code. */
    CODE_STAYS,
    /** Values: the code. */
    RENUMBERING_OPEN,
    RENUMBERING_DECIDED,
    NO_SUCH_RENUMBERING,
    NOBODY_APPROVES_HIS_OWN,
    /** Values: the category, the algorithm. */
    WRONG_ENCRYPTION
}

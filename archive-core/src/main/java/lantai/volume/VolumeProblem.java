package lantai.volume;

import lantai.problem.Problem;

/** What can go wrong with volumes. */
enum VolumeProblem implements Problem {
    NO_SUCH_VOLUME,
    NOTHING_CHOSEN,
    /** Values: how many letters a title may have. */
    TITLE_MISSING,
    /** Values: how many letters a reason may have. */
    REASON_MISSING,
    /** Values: how many of the items cannot be found. */
    ITEMS_NOT_FOUND,
    /** Values: the reference code, the title of the volume it is in. */
    IN_A_VOLUME,
    /** Values: the reference code, where the volume belongs. */
    BELONGS_ELSEWHERE,
    /** Values: the reference code, its term, the term in the volume's code. */
    TERM_TOO_LONG,
    /** Values: the category or class. */
    NOT_ARRANGED_BY_VOLUME,
    VOLUME_CLOSED,
    VOLUME_OPEN,
    VOLUME_EMPTY,
    HAS_A_CODE,
    NOT_IN_THE_VOLUME,
    LINE_STAYS,
    CHANGED_MEANWHILE,
    NOTHING_TO_UNDO,
    /** Values: who arranged it. */
    SECOND_PERSON_NEEDED,
    /** Values: the template. */
    TEMPLATE_MALFORMED,
    /** Values: the category, the class. */
    RULE_MALFORMED
}

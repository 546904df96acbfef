package lantai.description;

import lantai.problem.Problem;

/** What can go wrong with descriptions. */
enum DescriptionProblem implements Problem {
    /** Values: the element's name, the standard. */
    ELEMENT_MISSING,
    /** The element is mandatory by a rule that the agency has not confirmed. Values: the element's name. */
    UNCONFIRMED_ELEMENT_MISSING,
    /** Values: the element's name, what was typed. */
    NOT_A_DATE,
    /** Values: the element's name, what was typed. */
    DATE_IN_FUTURE,
    /** Values: the element's name, what was typed, the list. */
    NOT_IN_LIST,
    /** Values: the element's name, what was typed. */
    NOT_A_NUMBER,
    /** Values: the element's name, the most letters. */
    TOO_LONG,
    /** Values: what was typed. */
    STATE_SECRET,
    /** Values: the code. */
    NO_SUCH_ELEMENT,
    /** Values: the element's name. */
    ELEMENT_FIXED,
    REASON_MISSING,
    /** Values: who, when. */
    CHANGED_BY_ANOTHER,
    NOTHING_CHANGED,
    /** Values: the number. */
    NO_SUCH_VERSION,
    RELATED_TO_ITSELF,
    /** Values: the code. */
    RELATED_ALREADY,
    NOT_RELATED,
    /** Values: the code. */
    LIST_MISSING,
    /** Values: the code. */
    CODE_MALFORMED,
    /** Values: how many, the most. */
    TOO_MANY_RECORDS,
    NOTHING_TO_FIND,
    NO_SUCH_BULK_EDIT,
    BULK_EDIT_BEGUN,
    BULK_EDIT_NOT_DONE
}

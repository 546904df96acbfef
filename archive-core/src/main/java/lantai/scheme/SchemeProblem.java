package lantai.scheme;

import lantai.problem.Problem;

/** What can be wrong with a classification scheme. */
enum SchemeProblem implements Problem {
    /** Values: the code. */
    CLASS_CODE_MALFORMED,
    /** Values: the code, the category. */
    CLASS_IN_OTHER_CATEGORY,
    /** Values: the code, the missing class above it. */
    CLASS_WITHOUT_PARENT,
    /** Values: the category. */
    CATEGORY_MISSING,
    /** Values: the class. */
    NO_SUCH_CLASS,
    /** Values: the term. */
    TERM_MALFORMED,
    /** Values: the insurance. */
    NO_SUCH_INSURANCE,
    /** Values: the link. */
    NO_SUCH_LINK,
    /** Values: the link. */
    LINK_WITHOUT_MAIN_FORM,
    /** Values: the class, its name. */
    CLASS_WITHOUT_TERM,
    /** Values: the class of the schedule. */
    TERM_WITHOUT_CLASS,
    /** Values: the link, its name. */
    LINK_WITHOUT_TERM,
    /** Values: the link, its term, the terms of the schedule. */
    LINK_TERM_DIFFERS
}

package lantai.web.packages;

import lantai.problem.Problem;

/** What can go wrong with packages that leave or come in. */
enum PackageProblem implements Problem {
    /** Values: what was typed. */
    UNKNOWN_FORM,
    REASON_MISSING,
    NOTHING_TO_EXPORT,
    /** Values: the largest number. */
    TOO_MANY,
    /** Values: the name of the field. */
    RECEIPT_WRONG,
    /** Values: how many files are not there. */
    NOT_ALL_THERE,
    /** Values: the name of the file. */
    NO_PACKAGE,
    /** Values: the name of the package. */
    NO_FILES,
    /** Values: how many letters a name may have. */
    NAME_MISSING
}

package lantai.exchange;

import lantai.problem.Problem;

/** What can go wrong with packages. */
enum ExchangeProblem implements Problem {
    /** Values: the folder. */
    FOLDER_NOT_EMPTY,
    /** Values: the file, the name in it. */
    ZIP_LEADS_OUT,
    /** Values: the file, the name in it. */
    ZIP_NAME_TWICE,
    /** Values: the file, how many bytes it may become. */
    ZIP_TOO_LARGE
}

package lantai.exchange;

import lantai.problem.Problem;

/** What can go wrong with packages. */
enum ExchangeProblem implements Problem {
    /** Values: the folder. */
    FOLDER_NOT_EMPTY,
    /** Values: the file, the name in it. */
    ZIP_LEADS_OUT,
    /** Values: the file, how many bytes it would become. */
    ZIP_TOO_LARGE
}

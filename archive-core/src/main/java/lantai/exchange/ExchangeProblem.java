package lantai.exchange;

import lantai.problem.Problem;

/** What can go wrong with packages. */
enum ExchangeProblem implements Problem {
    /** Values: the folder. */
    FOLDER_NOT_EMPTY
}

package lantai.web.transfer;

import lantai.problem.Problem;

/** What can go wrong with the screens of transfer. */
enum TransferWebProblem implements Problem {
    /** Values: what was typed. */
    NOT_A_YEAR,
    OPINION_MISSING,
    NOTHING_CHOSEN,
    /** Values: what was asked for. */
    NO_SUCH_PAPER
}

package lantai.cipher;

import lantai.problem.Problem;

/** What can go wrong with enciphered files. */
enum CipherProblem implements Problem {
    NOT_WHAT_IT_WAS
}

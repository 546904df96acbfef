package lantai.key;

import lantai.problem.Problem;

/** What can go wrong with keys. */
enum KeyProblem implements Problem {
    KEY_FILE_UNREADABLE,
    CIPHER_TEXT_DAMAGED
}

package lantai.key;

import lantai.problem.Problem;

/** What can go wrong with keys. */
enum KeyProblem implements Problem {
    KEY_FILE_UNREADABLE,
    CIPHER_TEXT_DAMAGED,
    KEY_ENCRYPTION_KEY_MISSING,
    ITEM_KEY_MISSING,
    ITEM_KEY_DAMAGED,
    KEYS_UNWRITABLE,
    NO_KEYS
}

package lantai.transfer;

import lantai.problem.Problem;

/** What can go wrong on the way to the archives. */
enum TransferProblem implements Problem {
    NO_SUCH_LIST,
    NO_SUCH_FILE,
    NO_SUCH_RECEIPT,
    /** Values: how many letters there may be. */
    TITLE_MISSING,
    /** Values: how many letters there may be. */
    ARCHIVE_MISSING,
    /** Values: how many letters there may be. */
    REASON_MISSING,
    NOTHING_CHOSEN,
    /** Values: the reference code, the year of its formation, how many years the reason asks for. */
    REASON_UNTRUE,
    /** Values: how many records have no opinion. */
    OPINIONS_MISSING,
    /** Values: the reference code of the first such record, how many there are. */
    ITEM_BLOCKED,
    /** Values: the state the list is in. */
    NOT_NOW,
    LIST_CHANGED,
    LIST_EMPTY,
    SUBMITTER_CANNOT_APPROVE,
    PASSWORD_WRONG,
    HANDS_MISSING,
    /** Values: the day. */
    DAY_IN_FUTURE,
    /** Values: the reference code, the name of the file. */
    BYTES_DIFFER,
    /** Values: the reference code, what the schema says. */
    PACKAGE_INVALID,
    /** Values: the reference code. */
    SIGNATURE_WRONG,
    /** Values: how many bytes a receipt may have. */
    RECEIPT_TOO_LARGE,
    /** Values: the name of the file. */
    RECEIPT_UNREADABLE,
    RECEIPT_EMPTY,
    /** Values: the columns that are missing. */
    RECEIPT_COLUMNS,
    /** Values: the reason, the opinion. */
    RULE_OPINION,
    RULE_NUMBERS
}

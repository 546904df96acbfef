package lantai.search;

import lantai.problem.Problem;

/** What can go wrong with searching. */
enum SearchProblem implements Problem {
    /** The cursor is none of ours, or of another question. Values: none. */
    CURSOR_NOT_VALID,
    /** The question is too long. Values: its length and the greatest length, in characters. */
    QUERY_TOO_LONG,
    /** The question has too many words. Values: their number and the greatest number. */
    QUERY_TOO_MANY_WORDS,
    /** The index cannot be read and has to be made anew. Values: the folder, the reason. */
    INDEX_DAMAGED,
    /** Another process has the index open. Values: the folder. */
    INDEX_IN_USE,
    /** The index cannot be read or written now. Values: the folder, the reason. */
    INDEX_UNAVAILABLE,
    /** Values: the position that it has to reach. */
    INDEX_BEHIND
}

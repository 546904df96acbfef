package lantai.ingest.words;

import lantai.problem.Problem;

/** What can go wrong with the dictionary. */
enum WordProblem implements Problem {
    /** Values: what is wrong. */
    RULE_MALFORMED,
    /** Too short, too long or not one word. Values: what was typed. */
    WORD_MALFORMED,
    /** Somebody has decided on it already. */
    NO_SUCH_PROPOSAL,
    /** A draft of the dictionary waits for approval. */
    DRAFT_WAITS
}

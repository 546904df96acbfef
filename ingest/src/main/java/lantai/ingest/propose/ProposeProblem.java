package lantai.ingest.propose;

import lantai.problem.Problem;

/** What can be wrong with rules and lessons that come from outside. */
enum ProposeProblem implements Problem {
    /** The text is not JSON of the expected shape: the line. */
    RULES_UNREADABLE,
    /** One value of the rules is wrong: where, the value, what was expected. */
    RULE_INVALID,
    /** The same told at its field: the value, what was expected. */
    VALUE_INVALID,
    /** Expected: one of a list. Values: the list. */
    ONE_OF,
    /** Expected: a code of small letters. */
    A_CODE,
    /** Expected: a code that no other kind has. */
    A_CODE_USED_ONCE,
    /** Expected: at least one kind. */
    A_LIST_OF_KINDS,
    /** Expected: a term. */
    A_TERM,
    /** Expected: a label that stands once. */
    A_LABEL_USED_ONCE,
    /** Expected: a text that is not empty. */
    A_TEXT,
    /** Expected: a phrase that is not empty. */
    A_PHRASE,
    /** Expected: a weight. Values: the least, the most. */
    A_WEIGHT,
    /** Expected: a count from 1. */
    A_COUNT,
    /** A particular has no label: its row. */
    PARTICULAR_UNLABELLED,
    /** A particular is of no known type: its row, the type. */
    PARTICULAR_TYPE,
    /** A pattern cannot be used: its row, the pattern. */
    PARTICULAR_PATTERN,
    /** A sum or an order speaks of what is not there or is of another type: its row, the code. */
    PARTICULAR_NOT_THERE,
    /** What was typed is no value of a particular: its name, what was typed. */
    PARTICULAR_VALUE
}

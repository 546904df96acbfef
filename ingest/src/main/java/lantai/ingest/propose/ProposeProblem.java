package lantai.ingest.propose;

import lantai.problem.Problem;

/** What can be wrong with rules and lessons that come from outside. */
enum ProposeProblem implements Problem {
    /** The text is not JSON of the expected shape: where, what. */
    RULES_UNREADABLE,
    /** One value of the rules is wrong: where, the value, what was expected. */
    RULE_INVALID
}

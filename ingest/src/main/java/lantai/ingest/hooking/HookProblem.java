package lantai.ingest.hooking;

import lantai.problem.Problem;

/** What can go wrong with joining pages to entries. */
enum HookProblem implements Problem {
    /** Values: what is wrong. */
    RULE_MALFORMED,
    NOTHING_TO_HOOK,
    /** It goes on already. */
    HOOKING_NOW,
    /** Values: what was typed. */
    NO_ENTRY,
    /** The entry has its pages already. Values: its code. */
    ENTRY_HOOKED,
    NOT_UNDER_REVIEW
}

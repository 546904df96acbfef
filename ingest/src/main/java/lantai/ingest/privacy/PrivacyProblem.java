package lantai.ingest.privacy;

import lantai.problem.Problem;

/** What can be wrong with the rule on personal data. */
enum PrivacyProblem implements Problem {
    RULE_MALFORMED
}

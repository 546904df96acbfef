package lantai.ingest.pipeline;

import static lantai.policy.RuleColumn.optional;

import java.util.List;
import lantai.policy.ParsedRule;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleType;
import lantai.problem.Malformed;

/**
 * Which documents may be accepted without having been seen (agency policy): the rule {@code unseen-acceptance}.
 *
 * @param accept whether any may
 * @param certainty how sure the kind must be, in percent, 80 to 100
 * @param examples how many accepted documents must have taught the kind, at least 1
 * @param recheck how many of a hundred are drawn for a person to check all the same, 1 to 100
 */
record UnseenRule(boolean accept, int certainty, int examples, int recheck) {
    static final String POLICY = "unseen-acceptance";
    /** What the product comes with: nothing is accepted unseen. */
    static final String SHIPPED = "{\"accept\": false, \"certainty\": 97, \"examples\": 20, \"recheck\": 5}";

    private static final RuleColumn ACCEPT = optional("accept", RuleType.YES_NO);
    private static final RuleColumn CERTAINTY = RuleColumn.number("certainty", 80, 100);
    private static final RuleColumn EXAMPLES = RuleColumn.number("examples", 1, 100_000);
    private static final RuleColumn RECHECK = RuleColumn.number("recheck", 1, 100);

    /** {@return the rule as archivists edit it} */
    static ParsedRule houseRule() {
        return new ParsedRule(
                POLICY, new RuleForm(List.of(ACCEPT, CERTAINTY, EXAMPLES, RECHECK), List.of()), UnseenRule::parse);
    }

    /**
     * Reads the rule.
     *
     * @throws Malformed when a number is out of its range
     */
    static UnseenRule parse(String json) {
        var content = RuleContent.parse(json);
        return new UnseenRule(
                content.field(ACCEPT).equals("true"),
                number(UnseenProblem.CERTAINTY, content.field(CERTAINTY), 80, 100),
                number(UnseenProblem.EXAMPLES, content.field(EXAMPLES), 1, 100_000),
                number(UnseenProblem.RECHECK, content.field(RECHECK), 1, 100));
    }

    private static int number(UnseenProblem problem, String typed, int least, int most) {
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > most) {
            throw new Malformed(problem, typed, least, most);
        }
        return Integer.parseInt(typed);
    }
}

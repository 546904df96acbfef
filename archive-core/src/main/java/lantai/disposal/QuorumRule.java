package lantai.disposal;

import static lantai.policy.RuleColumn.optional;

import java.util.List;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import org.jdbi.v3.core.Handle;

/**
 * How many of an appraisal group must take part (agency policy): the rule {@code appraisal-quorum}.
 *
 * @param present least share of the members, in percent, 50 to 100
 * @param head whether a head must be among them
 */
public record QuorumRule(int present, boolean head) {
    /** Name of the policy. */
    public static final String POLICY = "appraisal-quorum";
    /** What the product comes with: two of three, a head among them. */
    static final String SHIPPED = "{\"present\": 66, \"head\": true}";

    private static final RuleColumn PRESENT = RuleColumn.number("present", 50, 100);
    private static final RuleColumn HEAD = optional("head", RuleType.YES_NO);

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(POLICY, new RuleForm(List.of(PRESENT, HEAD), List.of()), QuorumRule::parse);
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public static void seed(Handle transaction, PolicyCentre policies) {
        policies.seed(transaction, POLICY, SHIPPED);
    }

    /**
     * Reads the rule.
     *
     * @throws Malformed when the share is out of its range
     */
    static QuorumRule parse(String json) {
        var content = RuleContent.parse(json);
        var typed = content.field(PRESENT);
        if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) < 50 || Integer.parseInt(typed) > 100) {
            throw new Malformed(DisposalProblem.QUORUM_OUT_OF_RANGE, typed, 50, 100);
        }
        return new QuorumRule(Integer.parseInt(typed), content.field(HEAD).equals("true"));
    }

    boolean isMet(long came, int members) {
        return came * 100 >= (long) present * members;
    }
}

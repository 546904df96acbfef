package lantai.web.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lantai.account.FactorDuty;
import lantai.account.Role;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import org.jdbi.v3.core.Handle;

/**
 * Which roles must have a second factor (agency policy): the rule {@code second-factor}. As it comes with the product it names none;
 * everybody may set one up.
 */
public final class SecondFactorRule implements FactorDuty {
    private static final String POLICY = "second-factor";
    private static final Pattern BETWEEN = Pattern.compile("、");
    private static final RuleColumn ROLES = RuleColumn.choices(
            "roles",
            Arrays.stream(Role.values())
                    .map(role -> new RuleChoice(role.name(), role.chinese()))
                    .toList());

    private final PolicyCentre policies;

    public SecondFactorRule(PolicyCentre policies) {
        this.policies = policies;
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(POLICY, new RuleForm(List.of(ROLES), List.of()), SecondFactorRule::parse);
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public static void seed(Handle transaction, PolicyCentre policies) {
        policies.seed(transaction, POLICY, "{\"roles\": []}");
    }

    @Override
    public Set<Role> roles(Handle handle) {
        return parse(policies.inForce(handle, POLICY).content());
    }

    /** What is no role is refused by the form before it gets here. */
    private static Set<Role> parse(String json) {
        return BETWEEN.splitAsStream(RuleContent.parse(json).field(ROLES))
                .flatMap(name ->
                        Arrays.stream(Role.values()).filter(role -> role.name().equals(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}

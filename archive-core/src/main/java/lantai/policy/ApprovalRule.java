package lantai.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.account.Role;
import org.jdbi.v3.core.Handle;

/**
 * The rule about the rules: which roles may approve which of them (agency policy). A row named {@code *} holds for every rule
 * without a row of its own.
 */
public final class ApprovalRule implements HouseRule {
    /** Name of the policy. */
    public static final String POLICY = "policy-approval";

    /** What the archive comes with. */
    public static final String SHIPPED =
            "{\"approvers\":[{\"rule\":\"*\",\"roles\":[\"ARCHIVIST\",\"REVIEWER\",\"LEADER\"]},"
                    + "{\"rule\":\"policy-approval\",\"roles\":[\"LEADER\"]}]}";

    static final String ALL = "*";

    private static final RuleColumn RULE = RuleColumn.required("rule", RuleType.TEXT);
    private static final RuleColumn ROLES = RuleColumn.choices(
            "roles",
            Stream.of(Role.values())
                    .filter(role -> role.rights().contains(Right.APPROVE_POLICY))
                    .map(role -> new RuleChoice(role.name(), role.chinese()))
                    .toList());
    private static final RuleTable APPROVERS = new RuleTable(
            "approvers", "rule", List.of(RULE, new RuleColumn("roles", RuleType.CHOICES, true, ROLES.choices())));

    private final List<String> names;

    /** @param names the other rules of the house */
    public ApprovalRule(List<String> names) {
        this.names = List.copyOf(names);
    }

    @Override
    public String name() {
        return POLICY;
    }

    @Override
    public RuleForm form() {
        var rules = Stream.concat(Stream.of(ALL), Stream.concat(names.stream(), Stream.of(POLICY)))
                .map(rule -> new RuleChoice(rule, rule))
                .toList();
        return new RuleForm(
                List.of(),
                List.of(new RuleTable(
                        APPROVERS.name(),
                        APPROVERS.key(),
                        List.of(RULE.called(rules), APPROVERS.columns().getLast()))));
    }

    @Override
    public List<RuleFault> faults(Handle handle, RuleContent content) {
        var faults = new ArrayList<RuleFault>();
        for (var row = 0; row < content.rows(APPROVERS); row++) {
            var name = content.cell(APPROVERS, row, RULE);
            if (!name.equals(ALL) && !name.equals(POLICY) && !names.contains(name)) {
                faults.add(new RuleFault("/approvers/" + row + "/rule", PolicyProblem.RULE_UNKNOWN, List.of(name)));
            }
        }
        if (roles(content, ALL).isEmpty()) {
            faults.add(new RuleFault("", PolicyProblem.RULE_FOR_ALL_MISSING, List.of()));
        }
        return faults;
    }

    /** {@return the roles in the row of a rule, if it has one} */
    static Optional<List<String>> roles(RuleContent content, String rule) {
        return IntStream.range(0, content.rows(APPROVERS))
                .filter(row -> content.cell(APPROVERS, row, RULE).equals(rule))
                .mapToObj(row -> List.of(content.cell(APPROVERS, row, ROLES).split("、", -1)))
                .findFirst();
    }
}

package lantai.policy;

import java.util.List;
import java.util.Optional;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** All kinds of rules of this house, in the order of the screen. */
public final class HouseRules {
    private final List<HouseRule> rules;

    public HouseRules(List<HouseRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public List<HouseRule> all() {
        return rules;
    }

    /** {@return the rule with this name, if there is one} */
    public Optional<HouseRule> find(String name) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /**
     * Finds the rule with this name.
     *
     * @throws NotFound when there is none
     */
    public HouseRule get(String name) {
        return find(name).orElseThrow(() -> new NotFound(PolicyProblem.NO_SUCH_POLICY, name));
    }

    /** {@return what makes this content invalid; nothing when the rule can be followed} */
    public List<RuleFault> faults(Handle handle, String name, RuleContent content) {
        var rule = get(name);
        var faults = rule.form().faults(content);
        return faults.isEmpty() ? rule.faults(handle, content) : faults;
    }
}

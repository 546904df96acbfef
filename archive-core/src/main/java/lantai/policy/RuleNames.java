package lantai.policy;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts names to the codes of a rule, from its own tables and from the other rules in force, so that people choose by name. */
final class RuleNames {
    private final PolicyCentre policies;

    RuleNames(PolicyCentre policies) {
        this.policies = policies;
    }

    /** {@return the form as people read and fill it} */
    RuleForm named(Handle handle, RuleForm form, RuleContent content) {
        return new RuleForm(
                named(handle, form.fields(), content),
                form.tables().stream()
                        .map(table -> new RuleTable(table.name(), table.key(), named(handle, table.columns(), content)))
                        .toList());
    }

    private List<RuleColumn> named(Handle handle, List<RuleColumn> columns, RuleContent content) {
        return columns.stream()
                .map(column -> column.shown(column.source()
                        .map(source -> content(handle, source, content).names(source))
                        .orElse(column.choices())))
                .toList();
    }

    private RuleContent content(Handle handle, RuleSource source, RuleContent own) {
        return source.rule().isEmpty()
                ? own
                : RuleContent.parse(policies.inForce(handle, source.rule()).content());
    }
}

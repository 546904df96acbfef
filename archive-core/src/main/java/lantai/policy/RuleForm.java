package lantai.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a rule looks to the archivist who edits it. What its JSON holds beyond this form is kept and shown in the expert view.
 *
 * @param fields single values
 * @param tables tables, in the order of the screen
 */
public record RuleForm(List<RuleColumn> fields, List<RuleTable> tables) {
    /** A rule that is edited as text only. */
    public static final RuleForm TEXT_ONLY = new RuleForm(List.of(), List.of());

    public RuleForm {
        fields = List.copyOf(fields);
        tables = List.copyOf(tables);
    }

    /** {@return the table with this name} */
    public Optional<RuleTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** {@return what does not fit the form, in its order} */
    public List<RuleFault> faults(RuleContent content) {
        var faults = new ArrayList<RuleFault>();
        fields.forEach(field -> RuleCell.fault(content.root(), field, "").ifPresent(faults::add));
        tables.forEach(table -> faults(content, table, faults));
        return faults;
    }

    private static void faults(RuleContent content, RuleTable table, List<RuleFault> faults) {
        Map<String, Integer> names = new HashMap<>();
        for (var row = 0; row < content.rows(table); row++) {
            var path = "/" + table.name() + '/' + row;
            var node = content.row(table, row);
            for (var column : table.columns()) {
                RuleCell.fault(node, column, path).ifPresent(faults::add);
            }
            var name = content.rowName(table, row);
            var first = names.putIfAbsent(name, row);
            if (first != null) {
                faults.add(new RuleFault(
                        path + '/' + table.key().getFirst(), PolicyProblem.ROW_TWICE, List.of(name, first + 1)));
            }
        }
    }
}

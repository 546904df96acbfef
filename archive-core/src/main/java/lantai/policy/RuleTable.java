package lantai.policy;

import java.util.List;
import java.util.Optional;

/**
 * One table of a rule: an array of objects in its JSON.
 *
 * @param name where the array stands in the JSON
 * @param key the columns that together name a row; no two rows have the same
 */
public record RuleTable(String name, List<String> key, List<RuleColumn> columns) {
    public RuleTable {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
    }

    /** A table whose rows are named by one column. */
    public RuleTable(String name, String key, List<RuleColumn> columns) {
        this(name, List.of(key), columns);
    }

    /** {@return the column with this name} */
    public Optional<RuleColumn> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }
}

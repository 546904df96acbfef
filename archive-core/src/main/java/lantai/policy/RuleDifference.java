package lantai.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What two versions of a rule say differently, row by row. The order of rows is not a difference. */
public final class RuleDifference {
    private RuleDifference() {}

    /** {@return the rows that differ: single values first, then the tables in their order, then what no form shows} */
    public static List<RuleChange> between(RuleForm form, RuleContent before, RuleContent after) {
        var changes = new ArrayList<RuleChange>();
        compare("", "", cells(before, form.fields()), cells(after, form.fields()), changes);
        for (var table : form.tables()) {
            var old = rows(before, table);
            var fresh = rows(after, table);
            var names = new LinkedHashSet<>(old.keySet());
            names.addAll(fresh.keySet());
            names.forEach(name -> compare(
                    table.name(), name, old.getOrDefault(name, Map.of()), fresh.getOrDefault(name, Map.of()), changes));
        }
        compare("", "", rest(form, before), rest(form, after), changes);
        return changes;
    }

    private static void compare(
            String table, String row, Map<String, String> old, Map<String, String> fresh, List<RuleChange> changes) {
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(fresh.keySet());
        var cells = names.stream()
                .map(name -> new RuleChange.Cell(name, old.getOrDefault(name, ""), fresh.getOrDefault(name, "")))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
        if (!cells.isEmpty()) {
            var kind = row.isEmpty() || (!old.isEmpty() && !fresh.isEmpty())
                    ? RuleChange.Kind.CHANGED
                    : old.isEmpty() ? RuleChange.Kind.ADDED : RuleChange.Kind.REMOVED;
            changes.add(new RuleChange(table, row, kind, cells));
        }
    }

    private static Map<String, Map<String, String>> rows(RuleContent content, RuleTable table) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (var row = 0; row < content.rows(table); row++) {
            var cells = new LinkedHashMap<String, String>();
            for (var column : table.columns()) {
                cells.put(column.name(), content.cell(table, row, column));
            }
            cells.values().removeIf(String::isEmpty);
            rows.merge(content.rowName(table, row), cells, (one, other) -> {
                one.putAll(other);
                return one;
            });
        }
        return rows;
    }

    private static Map<String, String> cells(RuleContent content, List<RuleColumn> columns) {
        return columns.stream()
                .filter(column -> !content.field(column).isEmpty())
                .collect(Collectors.toMap(RuleColumn::name, content::field, (one, _) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> rest(RuleForm form, RuleContent content) {
        var shown = form.fields().stream().map(RuleColumn::name).collect(Collectors.toSet());
        form.tables().forEach(table -> shown.add(table.name()));
        var rest = new LinkedHashMap<String, String>();
        flatten("", content.root(), shown, rest);
        return rest;
    }

    private static void flatten(String path, JsonNode node, Set<String> shown, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                var below = path.isEmpty() ? entry.getKey() : path + '/' + entry.getKey();
                if (!shown.contains(below)) {
                    flatten(below, entry.getValue(), shown, into);
                }
            });
        } else if (node.isArray() && node.size() > 0 && node.get(0).isContainerNode()) {
            for (var i = 0; i < node.size(); i++) {
                flatten(path + '/' + (i + 1), node.get(i), shown, into);
            }
        } else {
            into.put(path, node.isValueNode() ? node.asText() : node.toString());
        }
    }
}

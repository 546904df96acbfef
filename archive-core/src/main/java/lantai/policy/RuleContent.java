package lantai.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lantai.problem.Malformed;

/** What one version or draft of a rule says: its JSON, seen through its form. Each change gives a copy. */
public final class RuleContent {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ObjectNode root;

    private RuleContent(ObjectNode root) {
        this.root = root;
    }

    /**
     * Reads the JSON of a rule.
     *
     * @throws Malformed when it is not a JSON object
     */
    public static RuleContent parse(String json) {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return new RuleContent(object);
            }
        } catch (JsonProcessingException notJson) {
            var line = notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr();
            throw new Malformed(PolicyProblem.NOT_JSON, line, notJson.getOriginalMessage());
        }
        throw new Malformed(PolicyProblem.NOT_JSON, 1, "expected an object");
    }

    /** {@return the JSON in one line} */
    public String json() {
        return root.toString();
    }

    /** {@return the JSON in lines that people can read} */
    public String readable() {
        return root.toPrettyString();
    }

    JsonNode root() {
        return root;
    }

    /** {@return how many rows a table has} */
    public int rows(RuleTable table) {
        return root.path(table.name()).size();
    }

    JsonNode row(RuleTable table, int row) {
        return root.path(table.name()).path(row);
    }

    /** {@return what names a row: the cells of the key} */
    public String rowName(RuleTable table, int row) {
        return table.key().stream()
                .map(name -> row(table, row).at('/' + name).asText(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** {@return what the codes of a source are called; a name that stands twice is told with its code} */
    List<RuleChoice> names(RuleSource source) {
        var names = new LinkedHashMap<String, String>();
        var table = root.at('/' + source.table());
        if (table.isObject()) {
            table.properties()
                    .forEach(pair -> names.put(pair.getKey(), pair.getValue().asText("")));
        } else {
            for (var row : table) {
                if (source.list().isEmpty() || row.path("list").asText("").equals(source.list())) {
                    names.put(row.path("code").asText(""), row.path("name").asText(""));
                }
            }
        }
        return names.entrySet().stream()
                .filter(name -> !name.getKey().isEmpty())
                .map(name -> new RuleChoice(
                        name.getKey(),
                        Collections.frequency(names.values(), name.getValue()) == 1
                                ? name.getValue()
                                : (name.getValue() + ' ' + name.getKey()).strip()))
                .toList();
    }

    /** {@return a cell as one would type it; empty beyond the last row} */
    public String cell(RuleTable table, int row, RuleColumn column) {
        return RuleCell.text(row(table, row), column);
    }

    /** {@return a single value as one would type it} */
    public String field(RuleColumn column) {
        return RuleCell.text(root, column);
    }

    /**
     * Changes a row, or adds one behind the last.
     *
     * @param row from 0; the number of rows for a new one
     * @param typed by column; a column that is missing is emptied
     * @throws Malformed when there is no such row
     */
    public RuleContent withRow(RuleTable table, int row, Map<String, String> typed) {
        var copy = root.deepCopy();
        var rows = rows(copy, table);
        if (row < 0 || row > rows.size()) {
            throw new Malformed(PolicyProblem.NO_SUCH_ROW, row + 1);
        }
        var target = row == rows.size() ? rows.addObject() : (ObjectNode) rows.get(row);
        put(target, table.columns(), typed);
        return new RuleContent(copy);
    }

    /**
     * Takes a row out.
     *
     * @throws Malformed when there is no such row
     */
    public RuleContent withoutRow(RuleTable table, int row) {
        if (row < 0 || row >= rows(table)) {
            throw new Malformed(PolicyProblem.NO_SUCH_ROW, row + 1);
        }
        var copy = root.deepCopy();
        rows(copy, table).remove(row);
        return new RuleContent(copy);
    }

    /** {@return the same with these single values} */
    public RuleContent withFields(List<RuleColumn> fields, Map<String, String> typed) {
        var copy = root.deepCopy();
        put(copy, fields, typed);
        return new RuleContent(copy);
    }

    /** {@return how many rows and values still wait for the agency's own confirmation} */
    public long unconfirmed(RuleForm form) {
        var rows = form.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.type() == RuleType.EVIDENCE)
                        .flatMap(column -> java.util.stream.IntStream.range(0, rows(table))
                                .mapToObj(row -> cell(table, row, column))));
        return rows.filter("K"::equals).count();
    }

    /** {@return whether both say the same, whatever the order of the names in an object} */
    public boolean saysTheSame(RuleContent other) {
        return root.equals(other.root);
    }

    private static void put(ObjectNode target, List<RuleColumn> columns, Map<String, String> typed) {
        for (var column : columns) {
            RuleCell.put(target, column, typed.getOrDefault(column.name(), ""));
        }
    }

    private static ArrayNode rows(ObjectNode root, RuleTable table) {
        var rows = root.path(table.name());
        return rows instanceof MissingNode ? root.putArray(table.name()) : root.withArrayProperty(table.name());
    }
}

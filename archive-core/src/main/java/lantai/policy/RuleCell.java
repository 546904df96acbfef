package lantai.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One cell between its JSON and what is typed. What cannot be read is kept as typed, so that the fault can be told beside it
 * and nothing typed is lost.
 */
final class RuleCell {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern WORD_BREAK = Pattern.compile("[\\r\\n,，、;；]+");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern WEIGHT = Pattern.compile("(.+?)\\s*[=＝]\\s*(-?\\d+(?:\\.\\d+)?)");

    private static final Pattern PAIR = Pattern.compile("([^=＝]+?)\\s*[=＝]\\s*(.+)");

    private static final List<RuleChoice> EVIDENCE =
            List.of(new RuleChoice("S", "有来源"), new RuleChoice("K", "待本单位确认"), new RuleChoice("A", "本单位已确认"));

    private RuleCell() {}

    /** {@return the cell as one would type it} */
    static String text(JsonNode row, RuleColumn column) {
        var node = at(row, column.name());
        return switch (column.type()) {
            case TEXT, LONG_TEXT, CHOICE, EVIDENCE, NUMBER -> node.asText("");
            case YES_NO -> node.asBoolean(false) ? "true" : "";
            case CHOICES, WORDS -> node.isArray() ? joined(node) : node.asText("");
            case WEIGHTS -> node.isObject() ? weights(node) : node.asText("");
            case PAIRS -> node.isObject() ? pairs(node) : node.asText("");
        };
    }

    /** Puts what was typed into a row. */
    static void put(ObjectNode row, RuleColumn column, String typed) {
        var path = column.name().split("/", -1);
        var holder = row;
        for (var i = 0; i < path.length - 1; i++) {
            holder = holder.withObjectProperty(path[i]);
        }
        var name = path[path.length - 1];
        var clean = typed.strip();
        if (clean.isEmpty() || (column.type() == RuleType.YES_NO && !clean.equals("true"))) {
            holder.remove(name);
        } else {
            holder.set(name, node(column.type(), clean));
        }
    }

    private static JsonNode node(RuleType type, String typed) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EVIDENCE -> TextNode.valueOf(typed);
            case YES_NO -> NODES.booleanNode(true);
            case NUMBER -> number(typed).map(JsonNode.class::cast).orElse(TextNode.valueOf(typed));
            case CHOICES, WORDS -> {
                var array = NODES.arrayNode();
                WORD_BREAK
                        .splitAsStream(typed)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .forEach(array::add);
                yield array;
            }
            case WEIGHTS -> weights(typed);
            case PAIRS -> pairs(typed);
        };
    }

    private static JsonNode pairs(String typed) {
        var object = NODES.objectNode();
        for (var line : LINE_BREAK.split(typed, -1)) {
            var matcher = PAIR.matcher(line.strip());
            if (matcher.matches()) {
                object.put(matcher.group(1), matcher.group(2));
            } else if (!line.isBlank()) {
                return TextNode.valueOf(typed);
            }
        }
        return object;
    }

    private static String pairs(JsonNode object) {
        return object.properties().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue().asText())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<JsonNode> number(String typed) {
        if (typed.matches("-?\\d{1,9}")) {
            return Optional.of(NODES.numberNode(Integer.parseInt(typed)));
        }
        return typed.matches("-?\\d{1,9}\\.\\d{1,9}")
                ? Optional.of(NODES.numberNode(Double.parseDouble(typed)))
                : Optional.empty();
    }

    private static JsonNode weights(String typed) {
        var object = NODES.objectNode();
        for (var line : LINE_BREAK.split(typed, -1)) {
            var matcher = WEIGHT.matcher(line.strip());
            if (matcher.matches()) {
                object.set(matcher.group(1), number(matcher.group(2)).orElse(TextNode.valueOf(matcher.group(2))));
            } else if (!line.isBlank()) {
                return TextNode.valueOf(typed);
            }
        }
        return object;
    }

    /** {@return why the cell does not fit its column, if it does not} */
    static Optional<RuleFault> fault(JsonNode row, RuleColumn column, String path) {
        var node = at(row, column.name());
        var place = path + '/' + column.name();
        if (text(row, column).isEmpty()) {
            return column.required()
                    ? Optional.of(new RuleFault(place, PolicyProblem.CELL_MISSING, List.of()))
                    : Optional.empty();
        }
        return switch (column.type()) {
            case TEXT, LONG_TEXT, YES_NO -> Optional.empty();
            case NUMBER ->
                node.isNumber()
                        ? column.range()
                                .filter(range -> !range.holds(node.asDouble()))
                                .map(range -> new RuleFault(
                                        place,
                                        PolicyProblem.CELL_OUT_OF_RANGE,
                                        List.of(node.asText(), range.least(), range.most())))
                        : wrong(place, PolicyProblem.CELL_NOT_A_NUMBER, node);
            case WORDS -> node.isArray() ? Optional.empty() : wrong(place, PolicyProblem.CELL_NOT_WORDS, node);
            case WEIGHTS ->
                node.isObject()
                                && node.properties().stream()
                                        .allMatch(entry -> entry.getValue().isNumber())
                        ? Optional.empty()
                        : wrong(place, PolicyProblem.CELL_NOT_WEIGHTS, node);
            case PAIRS -> node.isObject() ? Optional.empty() : wrong(place, PolicyProblem.CELL_NOT_PAIRS, node);
            case EVIDENCE -> among(place, Stream.of(node.asText()), EVIDENCE);
            case CHOICE -> among(place, Stream.of(node.asText()), column.choices());
            case CHOICES ->
                node.isArray()
                        ? among(place, elements(node), column.choices())
                        : wrong(place, PolicyProblem.CELL_NOT_WORDS, node);
        };
    }

    private static Optional<RuleFault> among(String place, Stream<String> found, List<RuleChoice> choices) {
        var allowed = choices.stream().map(RuleChoice::label).collect(Collectors.joining("、"));
        return found.filter(value ->
                        choices.stream().noneMatch(choice -> choice.value().equals(value)))
                .findFirst()
                .map(value -> new RuleFault(place, PolicyProblem.CELL_NOT_A_CHOICE, List.of(value, allowed)));
    }

    private static Optional<RuleFault> wrong(String place, PolicyProblem problem, JsonNode node) {
        return Optional.of(new RuleFault(place, problem, List.of(node.asText(node.toString()))));
    }

    private static JsonNode at(JsonNode row, String name) {
        return row.at('/' + name);
    }

    private static Stream<String> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static String joined(JsonNode array) {
        return elements(array).collect(Collectors.joining("、"));
    }

    private static String weights(JsonNode object) {
        return object.properties().stream()
                .sorted((Map.Entry<String, JsonNode> one, Map.Entry<String, JsonNode> other) -> Double.compare(
                        other.getValue().asDouble(), one.getValue().asDouble()))
                .map(entry -> entry.getKey() + " = " + entry.getValue().asText())
                .collect(Collectors.joining("\n"));
    }
}

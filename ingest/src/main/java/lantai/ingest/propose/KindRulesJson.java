package lantai.ingest.propose;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.problem.Clause;
import lantai.problem.Malformed;
import lantai.retention.RetentionPeriod;

/** The JSON of kind rules, each mistake told with its place. */
final class KindRulesJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .disable(com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();
    private static final Set<String> KNOWN = Set.of(
            "code",
            "name",
            "category",
            "retention",
            "evidence",
            "link",
            "formats",
            "expects",
            "amount",
            "date",
            "title",
            "text",
            "file");

    private KindRulesJson() {}

    static KindRules read(InputStream in) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(in);
        } catch (JsonProcessingException e) {
            throw new Malformed(ProposeProblem.RULES_UNREADABLE, e.getLocation().getLineNr());
        }
        if (!root.isObject()) {
            throw new Malformed(ProposeProblem.RULES_UNREADABLE, 1);
        }
        String version = text(root, "version", "");
        var kinds = new ArrayList<KindRule>();
        var codes = new HashSet<String>();
        for (JsonNode node : root.path("kinds")) {
            KindRule kind = kind(node, "kinds[" + kinds.size() + ']');
            if (!codes.add(kind.code())) {
                throw invalid(
                        "kinds[" + kinds.size() + "].code", kind.code(), new Clause(ProposeProblem.A_CODE_USED_ONCE));
            }
            kinds.add(kind);
        }
        if (kinds.isEmpty()) {
            throw invalid("kinds", root.path("kinds").toString(), new Clause(ProposeProblem.A_LIST_OF_KINDS));
        }
        return new KindRules(version, kinds, labels(root.path("labels")));
    }

    private static KindRule kind(JsonNode node, String where) {
        node.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw invalid(where, name, among(new TreeSet<>(KNOWN)));
            }
        });
        String code = text(node, "code", where);
        if (!code.matches("[a-z0-9]+(?:-[a-z0-9]+)*")) {
            throw invalid(where + ".code", code, new Clause(ProposeProblem.A_CODE));
        }
        String category = text(node, "category", where);
        String retention = text(node, "retention", where);
        String evidence = text(node, "evidence", where);
        if (!evidence.equals("S") && !evidence.equals("K")) {
            throw invalid(where + ".evidence", evidence, among(List.of("S", "K")));
        }
        var phrases = new ArrayList<Phrase>();
        phrases(node, "title", Phrase.Where.TITLE, where, phrases);
        phrases(node, "text", Phrase.Where.ANYWHERE, where, phrases);
        phrases(node, "file", Phrase.Where.FILE_NAME, where, phrases);
        return new KindRule(
                code,
                text(node, "name", where),
                Category.of(category).orElseThrow(() -> invalid(where + ".category", category, categories())),
                RetentionPeriod.parse(retention)
                        .orElseThrow(() -> invalid(where + ".retention", retention, new Clause(ProposeProblem.A_TERM))),
                evidence.equals("S"),
                node.path("link").asText(""),
                strings(node.path("formats"), where + ".formats"),
                fields(node.path("expects"), where + ".expects"),
                printed(node.path("amount"), where + ".amount"),
                printed(node.path("date"), where + ".date"),
                phrases);
    }

    private static void phrases(JsonNode node, String name, Phrase.Where counts, String where, List<Phrase> phrases) {
        for (Map.Entry<String, JsonNode> entry : node.path(name).properties()) {
            String place = where + '.' + name;
            phrases.add(new Phrase(required(entry.getKey(), place), counts, weight(entry.getValue(), place, -20, 20)));
        }
    }

    private static List<Label> labels(JsonNode node) {
        var labels = new ArrayList<Label>();
        var used = new HashSet<String>();
        for (Map.Entry<String, JsonNode> group : node.properties()) {
            String place = "labels." + group.getKey();
            LabelRole role = role(group.getKey())
                    .orElseThrow(() -> invalid(
                            "labels",
                            group.getKey(),
                            among(Stream.of(LabelRole.values())
                                    .map(known -> known.name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                                    .toList())));
            for (Map.Entry<String, JsonNode> label : group.getValue().properties()) {
                var read = new Label(required(label.getKey(), place), role, weight(label.getValue(), place, 0, 1));
                if (!used.add(read.text())) {
                    throw invalid(place, label.getKey(), new Clause(ProposeProblem.A_LABEL_USED_ONCE));
                }
                labels.add(read);
            }
        }
        return labels;
    }

    private static Optional<LabelRole> role(String name) {
        return Stream.of(LabelRole.values())
                .filter(role ->
                        role.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                .findFirst();
    }

    private static Set<Field> fields(JsonNode node, String where) {
        var fields = new HashSet<Field>();
        for (String code : strings(node, where)) {
            fields.add(Field.of(code)
                    .orElseThrow(() -> invalid(
                            where,
                            code,
                            among(Stream.of(Field.values()).map(Field::code).toList()))));
        }
        return fields;
    }

    private static List<String> strings(JsonNode node, String where) {
        var strings = new ArrayList<String>();
        for (JsonNode item : node) {
            if (!item.isTextual()) {
                throw invalid(where, item.toString(), new Clause(ProposeProblem.A_TEXT));
            }
            strings.add(item.asText());
        }
        return strings;
    }

    private static List<String> printed(JsonNode node, String where) {
        List<String> printed = strings(node, where);
        printed.forEach(text -> required(text, where));
        return printed;
    }

    private static String text(JsonNode node, String name, String where) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw invalid(
                    where.isEmpty() ? name : where + '.' + name, value.toString(), new Clause(ProposeProblem.A_TEXT));
        }
        return value.asText();
    }

    private static String required(String phrase, String where) {
        if (Folding.fold(phrase).isEmpty()) {
            throw invalid(where, phrase, new Clause(ProposeProblem.A_PHRASE));
        }
        return phrase;
    }

    private static double weight(JsonNode node, String where, double least, double most) {
        if (!node.isNumber() || node.asDouble() < least || node.asDouble() > most) {
            throw invalid(where, node.toString(), new Clause(ProposeProblem.A_WEIGHT, number(least), number(most)));
        }
        return node.asDouble();
    }

    private static String number(double value) {
        return Integer.toString((int) value);
    }

    private static Clause among(Collection<String> known) {
        return new Clause(ProposeProblem.ONE_OF, String.join("、", known));
    }

    private static Clause categories() {
        return among(Stream.of(Category.values()).map(Category::chinese).toList());
    }

    private static Malformed invalid(String where, String value, Clause expected) {
        return new Malformed(ProposeProblem.RULE_INVALID, where, value, expected);
    }

    static void write(KindRules rules, OutputStream out) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", rules.version());
        ObjectNode labels = root.putObject("labels");
        for (Label label : rules.labels()) {
            String role = label.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
            labels.withObjectProperty(role).put(label.text(), label.weight());
        }
        ArrayNode kinds = root.putArray("kinds");
        rules.kinds().forEach(kind -> write(kind, kinds.addObject()));
        JSON.writerWithDefaultPrettyPrinter().writeValue(out, root);
    }

    private static void write(KindRule kind, ObjectNode node) {
        node.put("code", kind.code())
                .put("name", kind.name())
                .put("category", kind.category().name())
                .put("retention", kind.retention().code())
                .put("evidence", kind.confirmed() ? "S" : "K")
                .put("link", kind.link());
        kind.formats().forEach(node.withArrayProperty("formats")::add);
        kind.expects().stream().sorted().map(Field::code).forEach(node.withArrayProperty("expects")::add);
        kind.amounts().forEach(node.withArrayProperty("amount")::add);
        kind.dates().forEach(node.withArrayProperty("date")::add);
        for (Phrase phrase : kind.phrases()) {
            String place = switch (phrase.where()) {
                case TITLE -> "title";
                case ANYWHERE -> "text";
                case FILE_NAME -> "file";
            };
            node.withObjectProperty(place).put(phrase.text(), phrase.weight());
        }
    }
}

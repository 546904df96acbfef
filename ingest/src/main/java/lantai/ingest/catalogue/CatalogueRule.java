package lantai.ingest.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.classification.SecrecyMarks;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleForm;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import lantai.retention.RetentionPeriod;

/**
 * How catalogues from outside are understood, kept as the policy {@code catalogue-import}.
 *
 * @param secret marks of state secrets (保守国家秘密法 art. 14): a row that bears one is refused, this system is not for them
 * @param harmless words in which such a mark stands without marking anything; the usual ones when the rule names none
 * @param retentions words for terms, with their codes
 * @param keepDays after how many days an import that waits for a person is given up by itself, 0 for never (agency policy)
 * @param columns what headings announce which field
 */
public record CatalogueRule(
        List<String> secret,
        List<String> harmless,
        Map<String, String> retentions,
        int keepDays,
        List<Column> columns) {
    /** Name of the policy. */
    public static final String POLICY = "catalogue-import";

    /** How the rule looks to the archivist who edits it. */
    public static final RuleForm FORM = new RuleForm(
            List.of(
                    RuleColumn.required("secret", RuleType.WORDS),
                    RuleColumn.optional("harmless", RuleType.WORDS),
                    RuleColumn.optional("retentions", RuleType.PAIRS),
                    RuleColumn.number("keepDays", 0, 3650).orEmpty()),
            List.of(new RuleTable(
                    "columns",
                    "field",
                    List.of(
                            RuleColumn.choice(
                                    "field",
                                    Stream.of(CatalogueField.values())
                                            .map(field -> new RuleChoice(field.name(), field.chinese()))
                                            .toList()),
                            RuleColumn.required("names", RuleType.WORDS),
                            RuleColumn.optional("required", RuleType.YES_NO)))));

    private static final int USUAL_DAYS = 90;
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[【].*?[)\\]】]");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YEARS = Pattern.compile("(?:定期)?(\\d{1,3})年");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    /**
     * What headings announce one field.
     *
     * @param required whether every row must have it
     */
    public record Column(CatalogueField field, List<String> names, boolean required) {
        public Column {
            names = List.copyOf(names);
        }
    }

    public CatalogueRule {
        secret = List.copyOf(secret);
        harmless = List.copyOf(harmless);
        retentions = Map.copyOf(retentions);
        columns = List.copyOf(columns);
        retentions.values().stream()
                .filter(code -> RetentionPeriod.parse(code).isEmpty())
                .findFirst()
                .ifPresent(code -> {
                    throw new Malformed(CatalogueProblem.RULE_MALFORMED, code);
                });
        var required =
                columns.stream().filter(Column::required).map(Column::field).collect(Collectors.toSet());
        if (!required.containsAll(Set.of(CatalogueField.REFERENCE_CODE, CatalogueField.TITLE))) {
            throw new Malformed(CatalogueProblem.RULE_MALFORMED, "REFERENCE_CODE, TITLE");
        }
    }

    /**
     * Reads the rule from its JSON.
     *
     * @throws Malformed when it is not such a rule
     */
    public static CatalogueRule parse(String json) {
        try {
            var rule = JSON.readTree(json);
            rule.withObjectProperty("retentions");
            if (!rule.has("keepDays") && rule instanceof ObjectNode object) {
                object.put("keepDays", USUAL_DAYS);
            }
            if (!rule.has("harmless") && rule instanceof ObjectNode object) {
                var words = object.putArray("harmless");
                SecrecyMarks.USUAL.harmless().forEach(words::add);
            }
            return JSON.treeToValue(rule, CatalogueRule.class);
        } catch (JsonProcessingException notARule) {
            throw new Malformed(CatalogueProblem.RULE_MALFORMED, notARule.getOriginalMessage());
        }
    }

    /** {@return the rule that the product comes with} */
    public static String shipped() {
        try (var in = CatalogueRule.class.getResourceAsStream("catalogue-import.json")) {
            if (in == null) {
                throw new IllegalStateException("catalogue-import.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the field that a heading announces, if the rule knows it} */
    Optional<CatalogueField> announced(String heading) {
        var wanted = plain(heading);
        return wanted.isEmpty()
                ? Optional.empty()
                : columns.stream()
                        .filter(column -> column.names().stream()
                                .anyMatch(name -> plain(name).equals(wanted)))
                        .map(Column::field)
                        .findFirst();
    }

    /** {@return what each heading announces; a field is announced once, by the first of its columns} */
    List<Optional<CatalogueField>> announced(List<String> headings) {
        var fields = new ArrayList<Optional<CatalogueField>>();
        for (var heading : headings) {
            fields.add(announced(heading).filter(field -> !fields.contains(Optional.of(field))));
        }
        return fields;
    }

    /** {@return the term that a cell names, as a code or in a word of the rule} */
    Optional<RetentionPeriod> retention(String cell) {
        var plain = cell.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        var years = YEARS.matcher(plain);
        return RetentionPeriod.parse(Optional.ofNullable(retentions.get(plain)).orElse(plain))
                .or(() -> years.matches() ? RetentionPeriod.parse("D" + years.group(1)) : Optional.empty());
    }

    /** {@return whether every row must have a field} */
    boolean requires(CatalogueField field) {
        return columns.stream().anyMatch(column -> column.required() && column.field() == field);
    }

    /** {@return the mark of a state secret that a cell bears, wherever it stands in it} */
    Optional<String> secretMark(String cell) {
        return new SecrecyMarks(secret, harmless).in(cell);
    }

    /** A heading without what makes no difference: blanks, points, remarks in brackets, width, case. */
    private static String plain(String heading) {
        var folded = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_WORDS.matcher(IN_BRACKETS.matcher(folded).replaceAll("")).replaceAll("");
    }
}

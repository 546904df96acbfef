package lantai.check;

import static lantai.check.CheckPolicyForm.ELEMENTS;
import static lantai.check.CheckPolicyForm.FORMATS;
import static lantai.check.CheckPolicyForm.RULES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleTable;
import lantai.problem.Malformed;

/**
 * What the items of the check mean at this house; the policy {@code four-properties}.
 *
 * @param planned by item: when it runs and what its failure does
 * @param elements of the description
 * @param formats that content may have
 * @param duplicateKeys which elements together must not come twice, each joined by a plus sign
 * @param structure what may lie in an object: paths, or folders ending in {@code /*}
 * @param banned media types that nobody may hand in, such as unpublished compression
 * @param environments names by which accepted systems begin
 * @param trusted SHA-256 of certificates whose signatures are trusted, lower case
 * @param scannerDays how old the signatures of the virus scanner may be
 * @param backupDays how old the last backup may be
 */
record CheckPolicy(
        Map<Rule, Plan> planned,
        List<Element> elements,
        List<FormatRule> formats,
        List<List<String>> duplicateKeys,
        List<String> structure,
        Set<String> banned,
        List<String> environments,
        Set<String> trusted,
        int scannerDays,
        int backupDays) {
    /** The elements by which duplicates can be sought. */
    static final Set<String> KEYS =
            Set.of("referenceCode", "documentNumber", "title", "responsible", "date", "year", "person", "kind");

    CheckPolicy {
        planned = Map.copyOf(planned);
        elements = List.copyOf(elements);
        formats = List.copyOf(formats);
        duplicateKeys = duplicateKeys.stream().map(List::copyOf).toList();
        structure = List.copyOf(structure);
        banned = Set.copyOf(banned);
        environments = List.copyOf(environments);
        trusted = Set.copyOf(trusted);
    }

    /**
     * When an item of the check runs.
     *
     * @param atFiling whether it also runs on each record just before it is filed
     */
    record Plan(Set<Stage> stages, boolean atFiling, Severity severity) {
        Plan {
            stages = Set.copyOf(stages);
        }
    }

    /** {@return the items that run at a stage, in their order} */
    List<Rule> rules(Stage stage) {
        return Stream.of(Rule.values())
                .filter(rule ->
                        plan(rule).filter(plan -> plan.stages().contains(stage)).isPresent())
                .toList();
    }

    private Optional<Plan> plan(Rule rule) {
        return Optional.ofNullable(planned.get(rule));
    }

    /** {@return what a failure of an item does} */
    Severity severity(Rule rule) {
        return plan(rule).map(Plan::severity).orElse(Severity.WARN);
    }

    /** {@return whether an item runs on each record just before it is filed} */
    boolean atFiling(Rule rule) {
        return plan(rule).filter(Plan::atFiling).isPresent();
    }

    /** {@return the rule that tells most exactly of a format, if content may have it} */
    Optional<FormatRule> format(String mime, String puid) {
        return formats.stream()
                .filter(format -> format.holds(mime, puid))
                .max(Comparator.comparingInt(FormatRule::exactness));
    }

    /** {@return whether something may lie at this place of an object} */
    boolean mayLie(String path) {
        return structure.stream()
                .anyMatch(place -> place.endsWith("/*")
                        ? path.startsWith(place.substring(0, place.length() - 1))
                        : path.equals(place));
    }

    /**
     * Reads the policy.
     *
     * @throws Malformed when it is not one; the first value names the row
     */
    static CheckPolicy parse(String json) {
        var content = RuleContent.parse(json);
        return new CheckPolicy(
                plans(content),
                rows(content, ELEMENTS, row -> element(content, row)),
                rows(content, FORMATS, row -> format(content, row)),
                words(content, CheckPolicyForm.DUPLICATE_KEYS).stream()
                        .map(CheckPolicy::key)
                        .toList(),
                words(content, CheckPolicyForm.STRUCTURE),
                Set.copyOf(words(content, CheckPolicyForm.BANNED)),
                words(content, CheckPolicyForm.ENVIRONMENTS),
                words(content, CheckPolicyForm.TRUSTED).stream()
                        .map(digest -> digest.replace(":", "").toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toSet()),
                number(content.field(CheckPolicyForm.SCANNER_DAYS)),
                number(content.field(CheckPolicyForm.BACKUP_DAYS)));
    }

    /** {@return the policy that the product comes with} */
    static String shipped() {
        try (var in = CheckPolicy.class.getResourceAsStream("four-properties.json")) {
            if (in == null) {
                throw new IllegalStateException("four-properties.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<Rule, Plan> plans(RuleContent content) {
        var plans = new EnumMap<Rule, Plan>(Rule.class);
        for (var row = 0; row < content.rows(RULES); row++) {
            var number = content.cell(RULES, row, CheckPolicyForm.NUMBER);
            plans.put(
                    Rule.of(number).orElseThrow(() -> invalid(number, number, "an item of the check")),
                    new Plan(
                            list(content.cell(RULES, row, CheckPolicyForm.STAGES)).stream()
                                    .map(Stage::valueOf)
                                    .collect(Collectors.toSet()),
                            content.cell(RULES, row, CheckPolicyForm.AT_FILING).equals("true"),
                            Severity.valueOf(content.cell(RULES, row, CheckPolicyForm.SEVERITY))));
        }
        return plans;
    }

    private static Element element(RuleContent content, int row) {
        var name = content.cell(ELEMENTS, row, CheckPolicyForm.ELEMENT);
        var shape = content.cell(ELEMENTS, row, CheckPolicyForm.SHAPE);
        if (!ItemValues.NAMES.contains(name)) {
            throw invalid(name, name, String.join("、", ItemValues.NAMES));
        }
        try {
            Pattern.compile(shape);
        } catch (PatternSyntaxException notAPattern) {
            throw invalid(name, shape, "a regular expression");
        }
        return new Element(
                name,
                content.cell(ELEMENTS, row, CheckPolicyForm.LABEL),
                content.cell(ELEMENTS, row, CheckPolicyForm.MANDATORY).equals("true"),
                number(content.cell(ELEMENTS, row, CheckPolicyForm.LONGEST)),
                Element.Type.valueOf(content.cell(ELEMENTS, row, CheckPolicyForm.TYPE)),
                shape,
                list(content.cell(ELEMENTS, row, CheckPolicyForm.LIST)));
    }

    private static FormatRule format(RuleContent content, int row) {
        var format = content.cell(FORMATS, row, CheckPolicyForm.FORMAT);
        var day = content.cell(FORMATS, row, CheckPolicyForm.OBSOLETE_ON);
        try {
            return new FormatRule(
                    format,
                    content.cell(FORMATS, row, CheckPolicyForm.PRESERVATION).equals("true"),
                    Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse));
        } catch (DateTimeParseException notADay) {
            throw invalid(format, day, "2030-01-01");
        }
    }

    private static List<String> key(String joined) {
        var parts = List.of(joined.split("\\+", -1));
        if (!KEYS.containsAll(parts)) {
            throw invalid(
                    joined, joined, String.join("+", KEYS.stream().sorted().toList()));
        }
        return parts;
    }

    private static List<String> words(RuleContent content, RuleColumn field) {
        return list(content.field(field));
    }

    private static List<String> list(String typed) {
        return typed.isEmpty() ? List.of() : List.of(typed.split("、", -1));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static Malformed invalid(String row, String value, String expected) {
        return new Malformed(CheckProblem.POLICY_INVALID, row, value, expected);
    }

    private static <T> List<T> rows(RuleContent content, RuleTable table, IntFunction<T> read) {
        return IntStream.range(0, content.rows(table)).mapToObj(read).toList();
    }
}

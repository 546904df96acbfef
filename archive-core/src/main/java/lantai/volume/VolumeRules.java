package lantai.volume;

import static lantai.policy.RuleColumn.choice;
import static lantai.policy.RuleColumn.optional;
import static lantai.policy.RuleColumn.required;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.policy.RuleChoice;
import lantai.policy.RuleColumn;
import lantai.policy.RuleContent;
import lantai.policy.RuleForm;
import lantai.policy.RuleSource;
import lantai.policy.RuleTable;
import lantai.policy.RuleType;
import lantai.problem.Malformed;
import org.jdbi.v3.core.Handle;

/** How items are bound to volumes: the rule {@code volumes} of the house. A category without a rule is arranged by item. */
public final class VolumeRules {
    /** Name of the policy. */
    public static final String POLICY = "volumes";

    private static final RuleColumn TWO_PEOPLE = optional("twoPeople", RuleType.YES_NO);
    private static final RuleColumn CATEGORY = choice(
            "category",
            Stream.of(Category.values())
                    .map(category -> new RuleChoice(category.name(), category.chinese()))
                    .toList());
    private static final RuleColumn CLASS =
            optional("class", RuleType.TEXT).from(RuleSource.of("classification", "classes"));
    private static final RuleColumn TEMPLATE = required("template", RuleType.TEXT);
    private static final RuleColumn TITLE = required("title", RuleType.TEXT);
    private static final RuleColumn SAME = RuleColumn.choices(
            "same",
            List.of(
                    new RuleChoice("retention", "保管期限"),
                    new RuleChoice("insurance", "险种"),
                    new RuleChoice("link", "环节"),
                    new RuleChoice("unit", "单位"),
                    new RuleChoice("person", "个人"),
                    new RuleChoice("month", "月份")));
    private static final RuleColumn LEAST_ITEMS =
            RuleColumn.number("leastItems", 1, 1000).orEmpty();
    private static final RuleColumn MOST_ITEMS = RuleColumn.number("mostItems", 1, 100_000);
    private static final RuleColumn MOST_PAGES = RuleColumn.number("mostPages", 1, 100_000);
    private static final RuleColumn EVIDENCE = required("evidence", RuleType.EVIDENCE);
    private static final RuleTable RULES = new RuleTable(
            "rules",
            List.of("category", "class"),
            List.of(CATEGORY, CLASS, TEMPLATE, TITLE, SAME, LEAST_ITEMS, MOST_ITEMS, MOST_PAGES, EVIDENCE));

    private final PolicyCentre policies;

    public VolumeRules(PolicyCentre policies) {
        this.policies = policies;
    }

    /** {@return the rule as archivists edit it} */
    public static ParsedRule houseRule() {
        return new ParsedRule(POLICY, new RuleForm(List.of(TWO_PEOPLE), List.of(RULES)), json -> {
            var content = RuleContent.parse(json);
            for (var row = 0; row < content.rows(RULES); row++) {
                var _ = rule(content, row);
            }
        });
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        try (var in = VolumeRules.class.getResourceAsStream("volumes.json")) {
            if (in == null) {
                throw new IllegalStateException("volumes.json is missing");
            }
            policies.seed(transaction, POLICY, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return whether another person than the one who arranged a volume must check it} */
    boolean twoPeople(Handle handle) {
        return content(handle).field(TWO_PEOPLE).equals("true");
    }

    /** {@return the categories that are arranged by volume, as far as the whole category is meant} */
    public List<Category> categories(Handle handle) {
        return all(handle).stream().map(VolumeRule::category).distinct().toList();
    }

    /** {@return what tells whether items of a category and class are bound to volumes} */
    public BiPredicate<Category, String> binding(Handle handle) {
        var rules = all(handle);
        return (category, classCode) -> of(rules, category, classCode).isPresent();
    }

    /** {@return the rules in force, those of a class before those of its category} */
    List<VolumeRule> all(Handle handle) {
        var content = content(handle);
        return IntStream.range(0, content.rows(RULES))
                .mapToObj(row -> rule(content, row))
                .sorted(Comparator.comparingInt(
                                (VolumeRule rule) -> rule.className().length())
                        .reversed())
                .toList();
    }

    /** {@return the rule of a class among all} */
    static Optional<VolumeRule> of(List<VolumeRule> all, Category category, String classCode) {
        return all.stream().filter(rule -> rule.isFor(category, classCode)).findFirst();
    }

    private RuleContent content(Handle handle) {
        return RuleContent.parse(policies.inForce(handle, POLICY).content());
    }

    private static VolumeRule rule(RuleContent content, int row) {
        var rule = new VolumeRule(
                Category.valueOf(content.cell(RULES, row, CATEGORY)),
                content.cell(RULES, row, CLASS),
                new VolumeTemplate(content.cell(RULES, row, TEMPLATE)),
                content.cell(RULES, row, TITLE),
                Stream.of(content.cell(RULES, row, SAME).split("、", -1))
                        .flatMap(word -> Same.of(word).stream())
                        .collect(Collectors.toSet()),
                Math.max(1, number(content, row, LEAST_ITEMS)),
                number(content, row, MOST_ITEMS),
                number(content, row, MOST_PAGES),
                content.cell(RULES, row, EVIDENCE));
        if (rule.mostItems() < 1 || rule.mostPages() < 1) {
            throw new Malformed(VolumeProblem.RULE_MALFORMED, content.rowName(RULES, row));
        }
        return rule;
    }

    private static int number(RuleContent content, int row, RuleColumn column) {
        var typed = content.cell(RULES, row, column);
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}

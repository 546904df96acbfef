package lantai.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lantai.classification.Category;
import lantai.policy.RuleContent;
import lantai.problem.Malformed;

/**
 * Which elements a description has, for each level and category, and which of them must be there (DA/T 18-2022, DA/T 46-2009;
 * agency policy {@code description-elements}).
 *
 * @param elements in the order of the form
 */
public record DescriptionRule(List<Element> elements, List<Row> rows) {
    /** Name of the policy. */
    public static final String POLICY = "description-elements";

    public DescriptionRule {
        elements = List.copyOf(elements);
        rows = List.copyOf(rows);
    }

    /**
     * What is demanded of one level.
     *
     * @param category nothing where it holds for every category that has no row of its own
     */
    record Row(String element, Level level, Optional<Category> category, Obligation obligation) {}

    /** {@return the rule that this JSON says; it has been checked before it became a version} */
    public static DescriptionRule parse(String json) {
        var content = RuleContent.parse(json);
        var table = RuleColumns.OBLIGATIONS;
        return new DescriptionRule(
                IntStream.range(0, content.rows(RuleColumns.ELEMENTS))
                        .mapToObj(row -> element(content, row))
                        .toList(),
                IntStream.range(0, content.rows(table))
                        .mapToObj(row -> new Row(
                                content.cell(table, row, RuleColumns.ELEMENT),
                                Level.valueOf(content.cell(table, row, RuleColumns.LEVEL)),
                                Category.of(content.cell(table, row, RuleColumns.CATEGORY)),
                                Obligation.of(content.cell(table, row, RuleColumns.OBLIGATION))))
                        .toList());
    }

    private static Element element(RuleContent content, int row) {
        var table = RuleColumns.ELEMENTS;
        var values = content.cell(table, row, RuleColumns.VALUES);
        return new Element(
                content.cell(table, row, RuleColumns.CODE),
                content.cell(table, row, RuleColumns.NAME),
                content.cell(table, row, RuleColumns.AREA),
                ElementType.valueOf(content.cell(table, row, RuleColumns.TYPE)),
                values.isEmpty() ? List.of() : List.of(values.split("、", -1)),
                content.cell(table, row, RuleColumns.USUAL),
                content.cell(table, row, RuleColumns.PROPOSE),
                content.cell(table, row, RuleColumns.BASIS),
                content.cell(table, row, RuleColumns.EVIDENCE));
    }

    /** {@return the elements of a level and category in the order of the form; a row for the category goes before one for all} */
    public List<Demand> demands(Level level, Category category) {
        Map<String, Row> chosen = rows.stream()
                .filter(row -> row.level() == level
                        && row.category().map(category::equals).orElse(true))
                .collect(Collectors.toMap(
                        Row::element,
                        Function.identity(),
                        (one, other) -> one.category().isPresent() ? one : other));
        var demands = new ArrayList<Demand>();
        for (var element : elements) {
            Optional.ofNullable(chosen.get(element.code()))
                    .ifPresent(row -> demands.add(new Demand(element, row.obligation())));
        }
        return demands;
    }

    /**
     * The demand on one element.
     *
     * @throws Malformed when records of this level and category do not have it, or people do not write it
     */
    public Demand written(Level level, Category category, String code) {
        var demand = demands(level, category).stream()
                .filter(one -> one.element().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Malformed(DescriptionProblem.NO_SUCH_ELEMENT, code));
        if (!demand.isWritten()) {
            throw new Malformed(
                    DescriptionProblem.ELEMENT_FIXED, demand.element().name());
        }
        return demand;
    }

    /** {@return the name of an element; its code when the rule does not have it any more} */
    public String name(String code) {
        return elements.stream()
                .filter(element -> element.code().equals(code))
                .map(Element::name)
                .findFirst()
                .orElse(code);
    }
}

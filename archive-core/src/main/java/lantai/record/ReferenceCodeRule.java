package lantai.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;

/**
 * How reference codes are built: templates by category and class, kept as the policy {@code reference-codes}.
 *
 * @param fonds the fonds number (全宗号) that new records are filed under, for example {@code J057}
 * @param otherLink the business link of records whose kind has none, two capital letters; {@code GL} (management) where
 *     the rule leaves it out
 * @param templates one for each category, and one for each class that has its own
 */
public record ReferenceCodeRule(String fonds, String otherLink, List<CodeTemplate> templates) {
    /** Name of the policy. */
    public static final String POLICY = "reference-codes";

    private static final ObjectMapper JSON = new ObjectMapper();

    public ReferenceCodeRule {
        if (!fonds.matches("[A-Z][A-Z0-9]{3}")) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, fonds);
        }
        if (!otherLink.matches("[A-Z]{2}")) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, otherLink);
        }
        templates = List.copyOf(templates);
    }

    /**
     * Reads the rule from its JSON. Rules of an older form, with one template by category, are understood as well.
     *
     * @throws Malformed when the policy's text is not such a rule
     */
    public static ReferenceCodeRule parse(String json) {
        try {
            var root = JSON.readTree(json);
            return new ReferenceCodeRule(
                    root.path("fonds").asText(""),
                    root.path("otherLink").asText("GL"),
                    templates(root.path("templates")));
        } catch (JsonProcessingException notJson) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, notJson.getOriginalMessage());
        }
    }

    private static List<CodeTemplate> templates(JsonNode node) {
        var templates = new ArrayList<CodeTemplate>();
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> templates.add(
                            template(entry.getKey(), "", entry.getValue().asText(""))));
        } else {
            node.forEach(row -> templates.add(template(
                    row.path("category").asText(""),
                    row.path("class").asText(""),
                    row.path("template").asText(""))));
        }
        return templates;
    }

    private static CodeTemplate template(String category, String className, String text) {
        var known = Category.of(category)
                .orElseThrow(() -> new Malformed(RecordProblem.TEMPLATE_MALFORMED, category + ' ' + text));
        return new CodeTemplate(known, className, text);
    }

    /**
     * Within what the item number of a record is counted.
     *
     * @param link the business link or class of its kind, for example {@code GL}, {@code LY} or {@code KU·01}; may be empty
     * @throws Refused when the category has no template, or the template asks for more
     */
    public CodeScope scope(Category category, int year, RetentionPeriod retention, String link) {
        return scope(category, year, retention, link, Map.of());
    }

    /**
     * Within what the item number of a record is counted.
     *
     * @param more what else the record has: {@code organisation}, {@code project}, {@code volume}, {@code group}
     * @throws Refused when the category has no template, or the template asks for what the record does not have
     */
    public CodeScope scope(
            Category category, int year, RetentionPeriod retention, String link, Map<String, String> more) {
        return template(category, link).scope(places(year, retention, link, more));
    }

    /**
     * Within what the group of a record is numbered (组号, DA/T 50-2014).
     *
     * @param more as for {@link #scope}, without the group
     * @return nothing when records of the category belong to no groups
     * @throws Refused when the category has no template, or the template asks for what the record does not have
     */
    public Optional<CodeScope> group(
            Category category, int year, RetentionPeriod retention, String link, Map<String, String> more) {
        return template(category, link).group(places(year, retention, link, more));
    }

    private Map<String, String> places(int year, RetentionPeriod retention, String link, Map<String, String> more) {
        var places = new HashMap<>(more);
        places.put("fonds", fonds);
        places.put("year", "%04d".formatted(year));
        places.put("retention", retention.code());
        places.put("link", link.matches("[A-Z]{2}") ? link : otherLink);
        return places;
    }

    private CodeTemplate template(Category category, String link) {
        return templates.stream()
                .filter(template -> template.category() == category
                        && (template.className().isEmpty()
                                || template.className().equals(link)))
                .max(java.util.Comparator.comparingInt(
                        template -> template.className().length()))
                .orElseThrow(() -> new Refused(RecordProblem.CATEGORY_WITHOUT_TEMPLATE, category.chinese()));
    }
}

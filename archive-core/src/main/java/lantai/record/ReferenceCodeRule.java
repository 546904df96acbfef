package lantai.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;

/**
 * How reference codes are built: a template for each category, kept as the policy {@code reference-codes}.
 *
 * <p>A template holds {@code {fonds}}, {@code {year}}, {@code {retention}}, {@code {link}} and, last, {@code {item:N}}, a
 * number of N digits that counts within everything left of it.
 *
 * @param fonds the fonds number (全宗号), for example {@code J057}
 * @param otherLink the business link of records whose kind has none, two capital letters; {@code GL} (management) where
 *     the rule leaves it out
 * @param templates by category code
 */
public record ReferenceCodeRule(String fonds, String otherLink, Map<String, String> templates) {
    /** Name of the policy. */
    public static final String POLICY = "reference-codes";

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Pattern ITEM = Pattern.compile("\\{item:([3-8])}$");
    private static final Pattern PLACE = Pattern.compile("\\{(fonds|year|retention|link)}");

    public ReferenceCodeRule {
        // rules written before this part was one leave it out
        otherLink = otherLink == null ? "GL" : otherLink;
        if (!otherLink.matches("[A-Z]{2}")) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, otherLink);
        }
        templates = Map.copyOf(templates);
        templates.values().forEach(ReferenceCodeRule::check);
    }

    /**
     * Reads the rule from its JSON.
     *
     * @throws Malformed when the policy's text is not such a rule
     */
    public static ReferenceCodeRule parse(String json) {
        try {
            return JSON.readValue(json, ReferenceCodeRule.class);
        } catch (JsonProcessingException notARule) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, notARule.getOriginalMessage());
        }
    }

    /**
     * What stands left of the item number: the scope within which items are counted.
     *
     * @param link the business link of the kind, for example {@code GL}; used by business records only
     * @throws Refused when the category has no template
     */
    public String scope(Category category, int year, RetentionPeriod retention, String link) {
        var places =
                Map.of("fonds", fonds, "year", "%04d".formatted(year), "retention", retention.code(), "link", link);
        var left = ITEM.matcher(template(category)).replaceFirst("");
        return PLACE.matcher(left).replaceAll(place -> Matcher.quoteReplacement(places.get(place.group(1))));
    }

    /** {@return the code with this number within its scope} */
    public ReferenceCode code(Category category, String scope, int number) {
        var matcher = ITEM.matcher(template(category));
        if (!matcher.find()) {
            throw new IllegalStateException("template was checked");
        }
        return new ReferenceCode(scope + ("%0" + matcher.group(1) + "d").formatted(number));
    }

    private String template(Category category) {
        var template = templates.get(category.name());
        if (template == null) {
            throw new Refused(RecordProblem.CATEGORY_WITHOUT_TEMPLATE, category.chinese());
        }
        return template;
    }

    private static void check(String template) {
        var rest = PLACE.matcher(ITEM.matcher(template).replaceFirst("")).replaceAll("");
        if (!ITEM.matcher(template).find() || rest.contains("{")) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, template);
        }
    }
}

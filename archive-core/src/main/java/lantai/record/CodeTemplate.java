package lantai.record;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.problem.Refused;

/**
 * How the codes of one category, or of one class in it, are built. A template holds {@code {fonds}}, {@code {year}}, {@code
 * {retention}}, {@code {link}}, {@code {organisation}}, {@code {project}}, {@code {volume}} and, last, {@code {item:N}}, a number
 * of N digits that counts within everything left of it. {@code {project|year}} is the project number of a record that has one, and
 * the year of any other. Where its dots and hyphens stand decides on the style.
 *
 * @param className the business link or class it is for, empty for all others of the category
 */
public record CodeTemplate(Category category, String className, String text) {
    private static final Pattern ITEM = Pattern.compile("\\{item:([3-8])}$");
    private static final Pattern PLACE =
            Pattern.compile("\\{(fonds|year|retention|link|organisation|project|volume|project\\|year)}");
    private static final Map<String, String> SAMPLE = Map.of(
            "fonds", "J057",
            "year", "2025",
            "retention", "D30",
            "link", "GL",
            "organisation", "BGS",
            "project", "001",
            "volume", "012");

    /**
     * Checks the text.
     *
     * @throws Malformed when it is no template, or its codes could not be read again
     */
    public CodeTemplate {
        var rest = PLACE.matcher(ITEM.matcher(text).replaceFirst("")).replaceAll("");
        if (!text.startsWith("{fonds}-") || !ITEM.matcher(text).find() || rest.contains("{")) {
            throw new Malformed(RecordProblem.TEMPLATE_MALFORMED, text);
        }
        var sample = filled(text, SAMPLE).replaceAll("\\{item:(\\d)}$", "0001");
        if (CodeStyle.parse(sample).isEmpty()) {
            throw new Malformed(RecordProblem.TEMPLATE_NOT_READABLE, text, sample);
        }
    }

    /** {@return how people name the template: category and class} */
    String label() {
        return className.isEmpty() ? category.name() : category.name() + ' ' + className;
    }

    /**
     * Fills every place but the number.
     *
     * @throws Refused when the record does not have what the template asks for
     */
    CodeScope scope(Map<String, String> places) {
        PLACE.matcher(text).results().map(place -> place.group(1)).forEach(place -> {
            if (value(places, place).isEmpty()) {
                throw new Refused(RecordProblem.CODE_PART_MISSING, place, label());
            }
        });
        var item = ITEM.matcher(text);
        if (!item.find()) {
            throw new IllegalStateException("template was checked");
        }
        return new CodeScope(filled(item.replaceFirst(""), places), Integer.parseInt(item.group(1)));
    }

    private static String filled(String text, Map<String, String> places) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(places, place.group(1))));
    }

    private static String value(Map<String, String> places, String place) {
        return Stream.of(place.split("\\|", -1))
                .map(name -> places.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}

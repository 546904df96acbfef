package lantai.record;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.problem.Refused;

/**
 * How the codes of one category, or of one class in it, are built. A template holds {@code {fonds}}, {@code {year}}, {@code
 * {retention}}, {@code {link}}, {@code {organisation}}, {@code {project}}, {@code {volume}} and, last, {@code {item:N}}, a number
 * of N digits that counts within everything left of it. {@code {group:N}}, right before it, is the number of the group (组号) that
 * the record belongs to, which counts in the same way. {@code {project|year}} is the project number of a record that has one, and
 * the year of any other. Where its dots and hyphens stand decides on the style.
 *
 * @param className the business link or class it is for, empty for all others of the category
 */
public record CodeTemplate(Category category, String className, String text) {
    private static final Pattern ITEM = Pattern.compile("\\{item:([3-8])}$");
    private static final Pattern PLACE =
            Pattern.compile("\\{(fonds|year|retention|link|organisation|project|volume|group:[34]|project\\|year)}");
    private static final Pattern GROUP = Pattern.compile("\\{group:([34])}(?=-\\{item:[3-8]}$)");
    private static final Map<String, String> SAMPLE = Map.of(
            "fonds", "J057",
            "year", "2025",
            "retention", "D30",
            "link", "GL",
            "organisation", "BGS",
            "project", "001",
            "volume", "012",
            "group", "3");

    /**
     * Checks the text.
     *
     * @throws Malformed when it is no template, or its codes could not be read again
     */
    public CodeTemplate {
        var rest = PLACE.matcher(ITEM.matcher(text).replaceFirst("")).replaceAll("");
        var groups = text.split("\\{group:", -1).length - 1;
        var misplaced = groups > 0
                && (groups > 1
                        || text.contains("{volume}")
                        || !GROUP.matcher(text).find());
        if (!text.startsWith("{fonds}-") || !ITEM.matcher(text).find() || rest.contains("{") || misplaced) {
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
     * Within what the groups of its records are numbered.
     *
     * @return nothing when its records belong to no groups
     * @throws Refused when the record does not have what the template asks for
     */
    Optional<CodeScope> group(Map<String, String> places) {
        var group = GROUP.matcher(text);
        if (!group.find()) {
            return Optional.empty();
        }
        var before = text.substring(0, group.start());
        require(before, places);
        return Optional.of(new CodeScope(filled(before, places), Integer.parseInt(group.group(1))));
    }

    /**
     * Fills every place but the number.
     *
     * @throws Refused when the record does not have what the template asks for
     */
    CodeScope scope(Map<String, String> places) {
        require(text, places);
        var item = ITEM.matcher(text);
        if (!item.find()) {
            throw new IllegalStateException("template was checked");
        }
        return new CodeScope(filled(item.replaceFirst(""), places), Integer.parseInt(item.group(1)));
    }

    private void require(String part, Map<String, String> places) {
        PLACE.matcher(part).results().map(place -> place.group(1)).forEach(place -> {
            if (value(places, place).isEmpty()) {
                throw new Refused(RecordProblem.CODE_PART_MISSING, place.split(":", -1)[0], label());
            }
        });
    }

    private static String filled(String text, Map<String, String> places) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(places, place.group(1))));
    }

    /** A number of a group is written with as many digits as the template says. */
    private static String value(Map<String, String> places, String place) {
        if (place.startsWith("group:")) {
            var number = places.getOrDefault("group", "");
            return number.matches("\\d{1,4}")
                    ? ("%0" + place.charAt(place.length() - 1) + "d").formatted(Integer.parseInt(number))
                    : "";
        }
        return Stream.of(place.split("\\|", -1))
                .map(name -> places.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}

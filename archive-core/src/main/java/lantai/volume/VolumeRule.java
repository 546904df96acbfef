package lantai.volume;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import lantai.classification.Category;

/**
 * How items of one category, or of one class in it, are bound.
 *
 * @param className class number, empty for all others of the category
 * @param title how a formed volume is called: {@code {year}}, {@code {month}}, {@code {insurance}}, {@code {kind}}, {@code {unit}}; what stands in
 *     square brackets is left out when a value in it is missing
 * @param same what must be equal, unless the business link says otherwise
 * @param leastItems how many items a formed volume has at least; fewer wait for more of their like
 * @param mostItems how many items a formed volume has at most
 * @param mostPages how many pages it has at most, except that one item is never parted
 * @param evidence {@code S} seen in a source, {@code K} to be confirmed by the agency, {@code A} confirmed by it
 */
record VolumeRule(
        Category category,
        String className,
        VolumeTemplate template,
        String title,
        Set<Same> same,
        int leastItems,
        int mostItems,
        int mostPages,
        String evidence) {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    VolumeRule {
        same = Set.copyOf(same);
    }

    boolean isFor(Category wanted, String classCode) {
        return category == wanted
                && (className.isEmpty() || classCode.equals(className) || classCode.startsWith(className + '·'));
    }

    /** {@return the title of a volume with these values; an insurance that the rule has no place for stands at its end} */
    String title(Map<String, String> values) {
        var insurance = values.getOrDefault("insurance", "");
        var full = insurance.isEmpty() || title.contains("{insurance}") ? title : title + "（{insurance}）";
        var whole = OPTIONAL.matcher(full)
                .replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                        filled(part.group(1), values).orElse("")));
        return PLACE.matcher(whole)
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    private static Optional<String> filled(String part, Map<String, String> values) {
        var missing = PLACE.matcher(part)
                .results()
                .anyMatch(place -> values.getOrDefault(place.group(1), "").isEmpty());
        return missing ? Optional.empty() : Optional.of(part);
    }
}

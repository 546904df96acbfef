package lantai.volume;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lantai.classification.Category;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.CodeScope;
import lantai.record.CodeTemplate;

/**
 * How the codes of volumes are built (案卷级档号, DA/T 13-2022): {@code {fonds}}, {@code {class}}, {@code {year}}, {@code
 * {retention}}, {@code {organisation}}, {@code {project}}, {@code {project|year}} and, last, {@code {volume:N}}, a number of N digits that counts within
 * everything left of it. A code of an item in the volume would be the volume's code, a hyphen and the item number.
 */
record VolumeTemplate(String text) {
    private static final Pattern VOLUME = Pattern.compile("\\{volume:([34])}$");
    private static final Pattern PLACE =
            Pattern.compile("\\{(fonds|class|year|retention|organisation|project|project\\|year)}");

    /**
     * Checks the text.
     *
     * @throws Malformed when it is no template, or its codes could not be read again
     */
    VolumeTemplate {
        if (!VOLUME.matcher(text).find()) {
            throw new Malformed(VolumeProblem.TEMPLATE_MALFORMED, text);
        }
        var ofItems = VOLUME.matcher(text).replaceFirst("{volume}-{item:4}").replace("{class}", "KU·01");
        var _ = new CodeTemplate(Category.KU, "", ofItems);
    }

    /**
     * Fills every place but the number.
     *
     * @throws Refused when the volume does not have what the template asks for
     */
    CodeScope scope(Map<String, String> places) {
        var volume = VOLUME.matcher(text);
        if (!volume.find()) {
            throw new IllegalStateException("template was checked");
        }
        var filled = PLACE.matcher(volume.replaceFirst("")).replaceAll(place -> {
            var value = Stream.of(place.group(1).split("\\|", -1))
                    .map(name -> places.getOrDefault(name, ""))
                    .filter(given -> !given.isEmpty())
                    .findFirst()
                    .orElse("");
            if (value.isEmpty()) {
                throw new Refused(VolumeProblem.TEMPLATE_MALFORMED, text);
            }
            return Matcher.quoteReplacement(value);
        });
        return new CodeScope(filled, Integer.parseInt(volume.group(1)));
    }
}

package lantai.web.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills values into a text: {@code {0}} as it is, {@code {0|one|many}} by number. */
final class Filling {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?}");

    private Filling() {}

    static String fill(String pattern, Object... values) {
        return pattern.indexOf('{') < 0
                ? pattern
                : PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private static String value(MatchResult place, Object... values) {
        var index = Integer.parseInt(place.group(1));
        if (index >= values.length) {
            return place.group();
        }
        var value = String.valueOf(values[index]);
        if (place.group(2) == null) {
            return value;
        }
        return value.equals("1") ? place.group(2) : place.group(3);
    }
}

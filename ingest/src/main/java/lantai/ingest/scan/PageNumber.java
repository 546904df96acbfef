package lantai.ingest.scan;

import java.util.Optional;
import java.util.regex.Pattern;
import lantai.ocr.PageText;
import lantai.ocr.TextLine;
import org.jspecify.annotations.Nullable;

/**
 * The number printed at the head or the foot of a page.
 *
 * @param total of how many, 0 when that is not printed
 */
public record PageNumber(int number, int total) {
    private static final double MARGIN = 0.12;
    private static final String DASHES = "[-—–―_·.\\s]*";
    private static final Pattern PLAIN = Pattern.compile(DASHES + "(\\d{1,3})" + DASHES);
    private static final Pattern WORDS =
            Pattern.compile("第?\\s*(\\d{1,4})\\s*页\\s*[，,/]?\\s*(?:[(（]?\\s*[共/]\\s*(\\d{1,4})\\s*页?\\s*[)）]?)?");
    private static final Pattern PART = Pattern.compile("(\\d{1,4})\\s*/\\s*(\\d{1,4})");

    /** Finds it; a number among other words is none. */
    static Optional<PageNumber> of(PageText page) {
        return page.lines().stream()
                .filter(line -> line.box().bottom() < page.height() * MARGIN
                        || line.box().top() > page.height() * (1 - MARGIN))
                .flatMap(line -> of(line).stream())
                .findFirst();
    }

    private static Optional<PageNumber> of(TextLine line) {
        return parse(line.text());
    }

    static Optional<PageNumber> parse(String text) {
        var stripped = text.strip();
        for (var form : new Pattern[] {WORDS, PART, PLAIN}) {
            var found = form.matcher(stripped);
            if (found.matches()) {
                var number = Integer.parseInt(found.group(1));
                var total = found.groupCount() > 1 ? number(found.group(2)) : 0;
                return number == 0 || (total > 0 && number > total)
                        ? Optional.empty()
                        : Optional.of(new PageNumber(number, total));
            }
        }
        return Optional.empty();
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}

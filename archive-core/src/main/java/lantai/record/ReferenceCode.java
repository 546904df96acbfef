package lantai.record;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code that names one record for ever (档号, DA/T 13-2022; ISAD(G) 3.1.1).
 *
 * <p>Two codes are equal when their texts are equal. A code given out is never reused, also not after the record's
 * destruction.
 *
 * @param text for example {@code J057-WS·2025-D30-0012}; levels are joined by a hyphen, parts of one level by U+00B7
 */
public record ReferenceCode(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{3}(?:[-·][A-Z0-9\\u4e00-\\u9fa5]+){2,9}");
    private static final Pattern DOTS = Pattern.compile("[•‧・∙⋅.]");
    private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―−]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public ReferenceCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a reference code: \"" + text + '"');
        }
    }

    /** Reads a typed code: look-alike dots and dashes, blanks, full width and lower case are set right. */
    public static Optional<ReferenceCode> parse(String typed) {
        var wide = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var dotted = DOTS.matcher(wide).replaceAll("·");
        var normal = BLANKS.matcher(DASHES.matcher(dotted).replaceAll("-"))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        return SHAPE.matcher(normal).matches() ? Optional.of(new ReferenceCode(normal)) : Optional.empty();
    }

    /** {@return what the code says; nothing when it is in neither of the two styles} */
    public Optional<CodeParts> parts() {
        return CodeStyle.parse(text);
    }

    @Override
    public String toString() {
        return text;
    }
}

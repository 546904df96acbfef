package lantai.record;

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
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9]{3}(?:[-·][A-Z0-9\\u4e00-\\u9fa5]+){2,8}");

    public ReferenceCode {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a reference code: \"" + text + '"');
        }
    }

    /** Reads a typed code: look-alike dots and dashes, blanks and lower case are set right. */
    public static Optional<ReferenceCode> parse(String typed) {
        var normal = typed.strip()
                .replaceAll("[•‧・∙⋅.]", "·")
                .replaceAll("[‐‑–—−－]", "-")
                .replaceAll("\\s+", "")
                .toUpperCase(java.util.Locale.ROOT);
        return SHAPE.matcher(normal).matches() ? Optional.of(new ReferenceCode(normal)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}

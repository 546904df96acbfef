package lantai.check;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One format that content may have.
 *
 * @param format a media type, the beginning of one ending in a slash, or a PRONOM id
 * @param preservation whether it is fit for long keeping
 * @param obsoleteOn from when it counts as obsolete
 */
record FormatRule(String format, boolean preservation, Optional<LocalDate> obsoleteOn) {
    boolean holds(String mime, String puid) {
        var plain = mime.split(";", 2)[0].strip();
        return format.equals(puid) || format.equals(plain) || (format.endsWith("/") && plain.startsWith(format));
    }

    /** Longer means told more exactly; a PRONOM id is the most exact. */
    int exactness() {
        return format.startsWith("fmt/") || format.startsWith("x-fmt/") ? 1000 : format.length();
    }
}

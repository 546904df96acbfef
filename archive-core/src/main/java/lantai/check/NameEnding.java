package lantai.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the ending of a file's name claims it to be. */
public final class NameEnding {
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "ofd", "application/ofd",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "tif", "image/tiff",
            "tiff", "image/tiff");

    private NameEnding() {}

    /**
     * {@return the ending that claims another format than the file has; empty when it fits, or claims nothing}
     *
     * @param name of the file
     * @param mime what it is by its content, parameters allowed
     */
    public static Optional<String> belied(String name, String mime) {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending))
                .filter(claimed -> dot >= 0 && !claimed.equals(plain(mime)))
                .map(_ -> ending);
    }

    /** {@return a media type without its parameters} */
    static String plain(String mime) {
        return mime.split(";", 2)[0].strip();
    }
}

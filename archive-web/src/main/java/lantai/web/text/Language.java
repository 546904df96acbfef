package lantai.web.text;

import java.util.Locale;
import java.util.Optional;

/** A language the screens speak. Both are complete. */
public enum Language {
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** {@return its two letters, as in bundle names, {@code ?lang=} and the cookie} */
    public String code() {
        return code;
    }

    /** {@return the tag for the HTML attribute {@code lang}} */
    public String tag() {
        return locale.toLanguageTag();
    }

    Locale locale() {
        return locale;
    }

    /** {@return the language of these two letters, or nothing for any other text} */
    public static Optional<Language> parse(String code) {
        for (var language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

package lantai.volume;

import java.util.Optional;
import java.util.stream.Stream;

/** What must be equal for two items to share a volume, beside fonds, category, class and year, which always must. */
public enum Same {
    RETENTION("retention"),
    /** The insurance (险种): said in the description, or the only one that the business link serves. */
    INSURANCE("insurance"),
    /** The business link, or the document kind where it has none. */
    LINK("link"),
    /** The body that made the items (责任者). */
    UNIT("unit"),
    PERSON("person"),
    MONTH("month");

    private final String code;

    Same(String code) {
        this.code = code;
    }

    /** {@return the word in the rules} */
    String code() {
        return code;
    }

    /** {@return the one with this word; nothing for words that items have no value of, or that always hold} */
    static Optional<Same> of(String code) {
        return Stream.of(values()).filter(same -> same.code.equals(code)).findFirst();
    }
}

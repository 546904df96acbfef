package lantai.ingest.propose;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of value a particular has. */
public enum ParticularType {
    /** Words as printed; of options with boxes those that are ticked. */
    TEXT,
    /** The name of a body. */
    ORGANISATION,
    /** A day as ISO 8601, or a month where only the month is told. */
    DATE,
    /** Yuan with two decimals. */
    AMOUNT,
    /** A whole number, its unit left out. */
    COUNT,
    /** Digits and letters that name something. */
    NUMBER;

    /** {@return the stable code, as stored} */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ParticularType> of(String code) {
        return Stream.of(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}

package lantai.removal;

import java.util.List;

/**
 * Why an item must not be destroyed, as a sentence.
 *
 * @param code names the sentence in the message bundles, for example {@code hold}
 * @param values what the sentence quotes
 */
public record Hindrance(String code, List<String> values) {
    public Hindrance {
        values = List.copyOf(values);
    }

    /** {@return the sentence with this code and these values} */
    public static Hindrance of(String code, String... values) {
        return new Hindrance(code, List.of(values));
    }
}

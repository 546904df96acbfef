package lantai.description;

import java.util.Map;

/**
 * An edit as somebody wants it.
 *
 * @param seen the version of the record that he saw
 * @param values the elements he writes, as typed; those not named stay as they are, an empty one is taken away
 */
public record DescriptionEdit(long seen, Map<String, String> values, String reason) {
    public DescriptionEdit {
        values = Map.copyOf(values);
    }
}

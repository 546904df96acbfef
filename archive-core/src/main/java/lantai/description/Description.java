package lantai.description;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of a record.
 *
 * @param values what people wrote, by the code of the element; an element without a value is not there
 */
public record Description(Map<String, String> values, List<Relation> relations) {
    public Description {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        relations = List.copyOf(relations);
    }

    /** {@return the value of an element, empty when it has none} */
    public String value(String code) {
        return values.getOrDefault(code, "");
    }

    /** {@return the same with other values; an empty one takes the element away} */
    Description with(Map<String, String> changed) {
        var copy = new TreeMap<>(values);
        changed.forEach((code, value) -> {
            if (value.isEmpty()) {
                copy.remove(code);
            } else {
                copy.put(code, value);
            }
        });
        return new Description(copy, relations);
    }

    Description with(List<Relation> others) {
        return new Description(values, others);
    }
}

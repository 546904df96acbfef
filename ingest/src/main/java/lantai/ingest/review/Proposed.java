package lantai.ingest.review;

import java.util.HashMap;
import java.util.Map;
import lantai.ingest.propose.Field;

/**
 * What was proposed for pages that belong together.
 *
 * @param fields of the description
 * @param particulars by their codes, of whatever kind; which of them a document shows depends on its kind
 */
public record Proposed(Map<Field, FieldValue> fields, Map<String, ParticularValue> particulars) {
    public Proposed {
        fields = Map.copyOf(fields);
        particulars = Map.copyOf(particulars);
    }

    /** {@return the same, what a person has said of particulars kept} */
    public Proposed keeping(Map<String, ParticularValue> before) {
        var kept = new HashMap<>(particulars);
        before.forEach((code, value) -> {
            if (value.confirmed()) {
                kept.put(code, value);
            }
        });
        return new Proposed(fields, kept);
    }
}

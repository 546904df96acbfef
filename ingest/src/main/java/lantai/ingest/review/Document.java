package lantai.ingest.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.propose.Field;

/**
 * One document as proposed: pages that belong together, and what they seem to be.
 *
 * @param position its place within the batch
 * @param referenceCode the code reserved for it, once it is being filed
 * @param version grows with each change, so that two people do not overwrite each other
 * @param particulars what it tells beside its fields, by the codes of the rule {@code particulars}
 */
public record Document(
        UUID id,
        UUID batchId,
        int position,
        DocumentState state,
        Map<Field, FieldValue> fields,
        Optional<String> referenceCode,
        int version,
        List<DocumentPage> pages,
        Map<String, ParticularValue> particulars) {
    public Document {
        var ordered = new EnumMap<Field, FieldValue>(Field.class);
        ordered.putAll(fields);
        fields = Collections.unmodifiableMap(ordered);
        pages = List.copyOf(pages);
        // what was put aside for undoing before particulars were known tells none
        particulars = particulars == null ? Map.of() : Map.copyOf(particulars);
    }

    /** {@return the value of a field, empty text when it has none} */
    public String value(Field field) {
        var value = fields.get(field);
        return value == null ? "" : value.value();
    }

    /** {@return whether its kind has this field and nothing was found for it, so that a person has to look} */
    public boolean missed(Field field) {
        var value = fields.get(field);
        return value != null && FieldCheck.isMissed(field, value);
    }

    /** {@return whether nothing in it asks for a person: no value is doubtful and no required one is missing} */
    public boolean clear() {
        return FieldCheck.isClear(fields);
    }

    /** {@return the same document with a version that nobody has seen yet} */
    Document renewed() {
        return new Document(id, batchId, position, state, fields, referenceCode, version + 1000, pages, particulars);
    }
}

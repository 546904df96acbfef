package lantai.ingest.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Suggestion;
import lantai.ingest.review.FieldValue;
import org.jdbi.v3.core.Handle;

/** Takes no reference code of a fonds that is not kept here for the code of a paper, and tells that there is one. */
final class OwnFonds {
    private OwnFonds() {}

    /** Puts codes of foreign fonds behind the others; alone, they are told and not proposed. */
    static void check(Handle handle, Map<Field, FieldValue> fields) {
        fields.computeIfPresent(
                Field.REFERENCE_CODE,
                (_, code) -> code.candidates().isEmpty() ? code : checked(code, Set.copyOf(numbers(handle))));
    }

    private static List<String> numbers(Handle handle) {
        return handle.createQuery("select number from fonds")
                .mapTo(String.class)
                .list();
    }

    private static FieldValue checked(FieldValue code, Set<String> own) {
        var candidates = new ArrayList<Suggestion>();
        var foreign = new ArrayList<Suggestion>();
        for (var candidate : code.candidates()) {
            if (own.contains(fonds(candidate.value()))) {
                candidates.add(candidate);
            } else {
                foreign.add(candidate.ofForeignFonds());
            }
        }
        var value = candidates.isEmpty() || code.value().isEmpty()
                ? ""
                : candidates.getFirst().value();
        candidates.addAll(foreign);
        return new FieldValue(value, code.confirmed(), candidates);
    }

    private static String fonds(String code) {
        var end = code.indexOf('-');
        return end < 0 ? "" : code.substring(0, end);
    }
}

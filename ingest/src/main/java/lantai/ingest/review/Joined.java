package lantai.ingest.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.ingest.propose.Field;
import lantai.ingest.propose.Suggestion;

/**
 * The fields of two papers that a person has joined to one document. Where both say something and it is not the same, neither
 * is taken for sure: both stand as candidates with their places until a person decides.
 */
final class Joined {
    /** What is less sure than this says nothing (agency policy). */
    private static final double SAYS_SOMETHING = 0.4;
    /** A weaker title is often only a line on the second page of the same paper (agency policy). */
    private static final double SAYS_A_TITLE = 0.6;

    private Joined() {}

    /** {@return the fields of the first paper with what the second adds or contradicts} */
    static Map<Field, FieldValue> of(Document first, Document second) {
        var fields = new EnumMap<Field, FieldValue>(Field.class);
        fields.putAll(first.fields());
        second.fields()
                .forEach((field, value) ->
                        fields.merge(field, after(value, first.pages().size()), (one, other) -> of(field, one, other)));
        return fields;
    }

    /**
     * {@return what papers laid one behind the other tell: of two values the one that a person gave, else the surer one, else the first}
     */
    static Map<String, ParticularValue> particulars(List<Document> papers) {
        var all = new HashMap<String, ParticularValue>();
        var pages = 0;
        for (var paper : papers) {
            for (var told : paper.particulars().entrySet()) {
                all.merge(
                        told.getKey(),
                        told.getValue().after(pages),
                        (one, other) -> other.confidence() > one.confidence() ? other : one);
            }
            pages += paper.pages().size();
        }
        return all;
    }

    /** {@return the fields without those that only two papers together made doubtful} */
    static Map<Field, FieldValue> parted(Map<Field, FieldValue> fields) {
        var parted = new EnumMap<Field, FieldValue>(Field.class);
        fields.forEach((field, value) -> {
            if (!value.contested()) {
                parted.put(field, value);
            }
        });
        return parted;
    }

    private static FieldValue of(Field field, FieldValue one, FieldValue other) {
        if (field == Field.SECRECY_MARK) {
            return marked(one, other);
        }
        if (other.value().isEmpty()) {
            return one;
        }
        if (one.value().isEmpty()) {
            return one.confirmed() ? one : other;
        }
        if (one.value().equals(other.value()) && !one.contested() && !other.contested()) {
            return other.confirmed() ? one.confirmedAs(one.value()) : one;
        }
        if (says(field, one) && says(field, other)) {
            return contested(field, one, other);
        }
        return says(field, one) || !says(field, other) ? one : other;
    }

    /** The mark of either paper stands, and so does who called which one misread. */
    private static FieldValue marked(FieldValue one, FieldValue other) {
        List<Suggestion> candidates = new ArrayList<>(one.candidates());
        candidates.addAll(other.candidates());
        return new FieldValue(
                one.value().isEmpty() ? other.value() : one.value(), one.confirmed() && other.confirmed(), candidates);
    }

    private static boolean says(Field field, FieldValue value) {
        var least = field == Field.TITLE || field == Field.RESPONSIBLE ? SAYS_A_TITLE : SAYS_SOMETHING;
        return value.contested() || value.confidence() >= least;
    }

    private static FieldValue contested(Field field, FieldValue one, FieldValue other) {
        List<Suggestion> candidates = new ArrayList<>();
        candidates.add(said(field, one).contradictedByAnother());
        candidates.add(said(field, other).contradictedByAnother());
        for (var value : List.of(one, other)) {
            for (var candidate : value.candidates()) {
                if (candidates.stream().noneMatch(present -> present.value().equals(candidate.value()))) {
                    candidates.add(candidate);
                }
            }
        }
        return new FieldValue(one.value(), false, candidates);
    }

    private static Suggestion said(Field field, FieldValue value) {
        return value.proposal()
                .orElseGet(() -> new Suggestion(field, value.value(), value.value(), 1, Optional.empty(), "told"));
    }

    private static FieldValue after(FieldValue value, int pages) {
        return new FieldValue(
                value.value(),
                value.confirmed(),
                value.candidates().stream().map(one -> one.after(pages)).toList());
    }
}

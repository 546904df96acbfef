package lantai.ingest.review;

import java.util.List;
import java.util.Optional;
import lantai.ingest.propose.Suggestion;

/**
 * What a field of a document holds.
 *
 * @param value the normalised value, empty when there is none
 * @param confirmed whether a person has said so
 * @param candidates what was proposed, the most confident first
 */
public record FieldValue(String value, boolean confirmed, List<Suggestion> candidates) {
    /** Below this a value is shown as doubtful and comes first (agency policy). */
    public static final double DOUBTFUL = 0.85;

    public FieldValue {
        candidates = List.copyOf(candidates);
    }

    /** {@return how sure the value is, 0 to 1} */
    public double confidence() {
        return confirmed ? 1 : proposal().map(Suggestion::confidence).orElse(0.0);
    }

    /** {@return the proposal that the value comes from, if it comes from one} */
    public Optional<Suggestion> proposal() {
        return candidates.stream()
                .filter(candidate -> candidate.value().equals(value))
                .findFirst();
    }

    /** {@return whether a person should look at it before it is taken} */
    public boolean doubtful() {
        return !confirmed && !value.isEmpty() && (contested() || drawn() || confidence() < DOUBTFUL);
    }

    /** {@return whether joined papers say different things of it and nobody has decided yet} */
    public boolean contested() {
        return !confirmed && candidates.stream().anyMatch(Suggestion::contradicted);
    }

    /** {@return whether the document was drawn for a check that the rule could have spared, and nobody has looked yet} */
    public boolean drawn() {
        return !confirmed && candidates.stream().anyMatch(Suggestion::drawn);
    }

    /** {@return the code that stands on the paper and belongs to a fonds that is not kept here, when that is why nothing is proposed} */
    public Optional<String> foreign() {
        return confirmed || !value.isEmpty()
                ? Optional.empty()
                : candidates.stream()
                        .filter(Suggestion::foreign)
                        .map(Suggestion::value)
                        .findFirst();
    }

    /** {@return the same field, its values marked as drawn for a check} */
    public FieldValue drawnForCheck() {
        return new FieldValue(
                value,
                confirmed,
                candidates.stream().map(Suggestion::drawnForCheck).toList());
    }

    /** {@return the same field with a value that a person gave} */
    public FieldValue confirmedAs(String newValue) {
        return new FieldValue(newValue, true, candidates);
    }
}

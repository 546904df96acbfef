package lantai.ingest.review;

import java.util.List;
import java.util.Optional;
import lantai.ingest.propose.ParticularReading;

/**
 * What a document tells of one particular.
 *
 * @param value normalised, empty when a person says that there is none
 * @param confirmed whether a person has said so
 * @param candidates what was read, the most confident first
 */
public record ParticularValue(String value, boolean confirmed, List<ParticularReading> candidates) {
    public ParticularValue {
        candidates = List.copyOf(candidates);
    }

    /** {@return how sure the value is, 0 to 1} */
    public double confidence() {
        return confirmed ? 1 : reading().map(ParticularReading::confidence).orElse(0.0);
    }

    /** {@return what was read that the value comes from, if it comes from a reading} */
    public Optional<ParticularReading> reading() {
        return candidates.stream()
                .filter(candidate -> candidate.value().equals(value))
                .findFirst();
    }

    /** {@return whether a person should look at it} */
    public boolean doubtful() {
        return !confirmed && confidence() < FieldValue.DOUBTFUL;
    }

    ParticularValue confirmedAs(String newValue) {
        return new ParticularValue(newValue, true, candidates);
    }

    ParticularValue after(int pages) {
        return new ParticularValue(
                value,
                confirmed,
                candidates.stream().map(one -> one.after(pages)).toList());
    }
}

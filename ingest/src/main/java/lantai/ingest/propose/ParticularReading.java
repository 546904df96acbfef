package lantai.ingest.propose;

import java.util.Optional;

/**
 * One possible value of a particular.
 *
 * @param value normalised: ISO date, yuan with two decimals, digits
 * @param shown as printed
 * @param confidence 0 to 1
 * @param evidence where it was read; empty when the document has no pages
 * @param reason why, as codes parted by commas, as in {@link Suggestion#reason()}
 */
public record ParticularReading(
        String value, String shown, double confidence, Optional<Evidence> evidence, String reason) {
    public ParticularReading {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + ", expected 0 to 1");
        }
    }

    /** {@return the same one on pages that have so many others before them} */
    public ParticularReading after(int pages) {
        return new ParticularReading(
                value,
                shown,
                confidence,
                evidence.map(place -> new Evidence(place.page() + pages, place.box())),
                reason);
    }

    ParticularReading withConfidence(double changed, String because) {
        return new ParticularReading(
                value,
                shown,
                Math.clamp(changed, 0, 1),
                evidence,
                reason.endsWith(because) ? reason : reason + ',' + because);
    }
}

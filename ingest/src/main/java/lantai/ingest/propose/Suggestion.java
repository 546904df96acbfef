package lantai.ingest.propose;

import java.util.List;
import java.util.Optional;

/**
 * One possible value of one field.
 *
 * @param field what it is a value of
 * @param value normalised: ISO date, digits with a decimal point, code
 * @param shown as printed, or the name of the code
 * @param confidence 0 to 1: how sure the reading, the rule and their agreement are together
 * @param evidence where it was read; empty when it was concluded or the document has no pages
 * @param reason why, as codes parted by commas, some with a detail after a colon, for example
 *     {@code label-right:姓名,check-digit}
 */
public record Suggestion(
        Field field, String value, String shown, double confidence, Optional<Evidence> evidence, String reason) {
    private static final String CONTRADICTED = "contradicted";
    private static final String DRAWN = "drawn";
    private static final String FOREIGN = "foreign-fonds";
    static final String LISTED = "one-of-list";
    private static final String WORDS = "words:";
    private static final String BETWEEN_WORDS = "、";
    private static final double EVEN = 0.5;
    private static final double OF_OTHERS = 0.2;

    public Suggestion {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + ", expected 0 to 1");
        }
    }

    /** {@return the same one, contradicted by another paper that belongs to the same document: no surer than even} */
    public Suggestion contradictedByAnother() {
        return contradicted() ? this : withConfidence(Math.min(confidence, EVEN), CONTRADICTED);
    }

    /** {@return whether another paper of the same document says otherwise} */
    public boolean contradicted() {
        return reason.endsWith(CONTRADICTED);
    }

    /** {@return the same one in a document drawn for a check that a rule could have spared} */
    public Suggestion drawnForCheck() {
        return withConfidence(confidence, DRAWN);
    }

    /** {@return whether its document was drawn for such a check} */
    public boolean drawn() {
        return reason.endsWith(DRAWN);
    }

    /** {@return the same code, which belongs to a fonds that is not kept here: hardly the code of this paper} */
    public Suggestion ofForeignFonds() {
        return withConfidence(Math.min(confidence, OF_OTHERS), FOREIGN);
    }

    /** {@return whether it is a code of a fonds that is not kept here} */
    public boolean foreign() {
        return reason.endsWith(FOREIGN);
    }

    /** {@return whether it is one of several that stand in a list} */
    public boolean listed() {
        return reason.endsWith(LISTED);
    }

    /** {@return the words of the document that spoke for it because earlier documents had them, the strongest first} */
    public List<String> words() {
        int at = reason.indexOf(WORDS);
        if (at < 0) {
            return List.of();
        }
        int end = reason.indexOf(',', at);
        String words = reason.substring(at + WORDS.length(), end < 0 ? reason.length() : end);
        return List.of(words.split(BETWEEN_WORDS));
    }

    /** {@return the same one with the words that spoke for it told in its reason} */
    Suggestion because(List<String> words) {
        return words.isEmpty() ? this : withConfidence(confidence, WORDS + String.join(BETWEEN_WORDS, words));
    }

    /** {@return the same one on pages that have so many others before them} */
    public Suggestion after(int pages) {
        return new Suggestion(
                field,
                value,
                shown,
                confidence,
                evidence.map(place -> new Evidence(place.page() + pages, place.box())),
                reason);
    }

    Suggestion withConfidence(double changed, String because) {
        double bounded = Math.clamp(changed, 0, 1);
        String reasons = reason.endsWith(because) ? reason : reason + ',' + because;
        return new Suggestion(field, value, shown, bounded, evidence, reasons);
    }
}

package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the possible values of one field; the same value found again makes it surer. */
final class Candidates {
    private static final double AGREEMENT = 0.4;

    private final Field field;
    private final Map<String, Suggestion> byValue = new LinkedHashMap<>();

    Candidates(Field field) {
        this.field = field;
    }

    /**
     * @param value normalised
     * @param span where it was read; its confidence is a factor
     * @param strength of the rule, 0 to 1
     * @param reason as in {@link Suggestion#reason()}
     */
    void add(String value, Span span, double strength, String reason) {
        double confidence = Math.clamp(strength * span.confidence(), 0, 1);
        add(new Suggestion(field, value, span.shown(), confidence, span.evidence(), reason));
    }

    void add(Suggestion suggestion) {
        byValue.merge(suggestion.value(), suggestion, Candidates::agree);
    }

    private static Suggestion agree(Suggestion one, Suggestion other) {
        boolean first = one.confidence() >= other.confidence();
        Suggestion stronger = first ? one : other;
        Suggestion weaker = first ? other : one;
        double confidence = 1 - (1 - stronger.confidence()) * (1 - AGREEMENT * weaker.confidence());
        return stronger.withConfidence(confidence, "agreement");
    }

    List<Suggestion> list() {
        return new ArrayList<>(byValue.values());
    }

    boolean isEmpty() {
        return byValue.isEmpty();
    }
}

package lantai.ingest.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the possible values of one field; the same value found again makes it surer. */
final class Candidates {
    private static final double AGREEMENT = 0.4;
    private static final double LISTED = 0.35;
    private static final double LATER_ROW = 0.01;
    private static final int MOST_ROWS = 25;

    private final Field field;
    private int listed;
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

    /**
     * Adds one of many: each is as unlikely as the others, the first a little less so, and none grows surer by standing
     * there twice.
     */
    void addListed(String value, Span span, double shape, String reason) {
        if (!byValue.containsKey(value)) {
            double confidence = Math.min(LISTED - LATER_ROW * Math.min(listed, MOST_ROWS), span.confidence()) * shape;
            listed++;
            add(new Suggestion(field, value, span.shown(), confidence, span.evidence(), reason));
        }
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

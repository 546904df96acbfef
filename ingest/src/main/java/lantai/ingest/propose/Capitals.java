package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sums in capital numerals of one document, held against its sums in digits. Not safe for threads. */
final class Capitals {
    /** The reason of a sum that was read in capital numerals. */
    static final String REASON = "capitals";

    private static final double AGREE = 0.985;
    private static final double DIFFER = 0.5;
    private static final double CONTRADICTED = 0.6;

    /** A label of less weight announces a part or a balance rather than the total. */
    private static final double TOTAL = 0.7;

    private final List<Sum> sums = new ArrayList<>();

    private record Sum(BigDecimal value, Optional<Label> label) {

        /** Whether it is announced as another sum than the leading one: a part of it, or what one side pays. */
        boolean isOther(Optional<String> leading) {
            return label.filter(one -> one.role() == LabelRole.AMOUNT || one.role() == LabelRole.OTHER_AMOUNT)
                    .filter(one -> leading.isEmpty() || !leading.get().endsWith(one.text()))
                    .filter(one -> one.role() == LabelRole.OTHER_AMOUNT || one.weight() < TOTAL)
                    .isPresent();
        }
    }

    void add(BigDecimal value, Optional<Label> label) {
        sums.add(new Sum(value, label));
    }

    /**
     * {@return a sum, surer where capitals say the same, less sure where those that are to say the same do not}
     *
     * @param leading the label of the sum that the document is filed under, where one is known
     * @param found all sums, also those in capitals
     */
    Suggestion compared(Suggestion suggestion, Optional<String> leading, Stream<Suggestion> found) {
        BigDecimal value = new BigDecimal(suggestion.value());
        List<Sum> about = sums.stream().filter(sum -> !sum.isOther(leading)).toList();
        boolean same = about.stream().anyMatch(sum -> sum.value().compareTo(value) == 0);
        if (about.isEmpty()) {
            return suggestion;
        }
        boolean bothWays = found.anyMatch(
                other -> !other.reason().startsWith(REASON) && other.value().equals(suggestion.value()));
        if (same && bothWays) {
            return suggestion.withConfidence(Math.max(AGREE, suggestion.confidence()), "capitals-agree");
        }
        if (same) {
            return suggestion.withConfidence(Math.min(CONTRADICTED, suggestion.confidence()), "capitals-only");
        }
        return suggestion.withConfidence(suggestion.confidence() * DIFFER, "capitals-differ");
    }
}

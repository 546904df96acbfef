package lantai.ingest.propose;

import java.util.List;

/**
 * The labels behind which documents of one kind have the value that they are filed under.
 *
 * @param texts folded, the first choice first; empty when the kind has no choice of its own
 */
record LeadingLabels(List<String> texts) {
    /** The rank of a label that the kind does not name. */
    static final int NOT_NAMED = Integer.MAX_VALUE;

    static final LeadingLabels NONE = new LeadingLabels(List.of());
    private static final int LONG_ENOUGH = 3;

    LeadingLabels {
        texts = texts.stream().map(Folding::fold).toList();
    }

    /** {@return the place of a label in the order, from 0; a longer word counts as the named one that it ends with} */
    int rank(Label label) {
        int exact = texts.indexOf(label.text());
        if (exact >= 0) {
            return exact;
        }
        for (int rank = 0; rank < texts.size(); rank++) {
            String text = texts.get(rank);
            if (text.length() >= LONG_ENOUGH && label.text().endsWith(text)) {
                return rank;
            }
        }
        return NOT_NAMED;
    }

    boolean names(Label label) {
        return rank(label) != NOT_NAMED;
    }
}

package lantai.ingest.propose;

/**
 * A phrase that speaks for a document kind.
 *
 * @param text folded
 * @param where it counts
 * @param weight how much it counts, in log odds: 1 is a hint, 4 is strong, 8 settles it; below 0 it speaks against
 */
public record Phrase(String text, Where where, double weight) {
    public Phrase {
        text = Folding.fold(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty phrase");
        }
    }

    /** Where a phrase counts. */
    public enum Where {
        /** In the title. */
        TITLE,
        /** Anywhere in the text, once. */
        ANYWHERE,
        /** In the names of file and folder. */
        FILE_NAME
    }
}

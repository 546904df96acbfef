package lantai.ingest.correction;

import java.util.UUID;

/** Which page lies on the desk. */
public sealed interface Shown {
    /**
     * A page of a filed record. That the person may see it is decided before.
     *
     * @param page from 1
     */
    record Filed(UUID item, int page) implements Shown {}

    /**
     * A page of a document under review.
     *
     * @param ordinal from 1
     */
    record UnderReview(UUID document, int ordinal) implements Shown {}
}

package lantai.web.review;

import java.util.Map;
import java.util.Optional;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.ingest.review.Documents;
import lantai.web.frame.Waiting;
import org.jdbi.v3.core.Jdbi;

/** Counts the documents that wait for a reviewer. */
public final class ReviewWaiting implements Waiting {
    private final Jdbi jdbi;
    private final Documents documents;

    public ReviewWaiting(Jdbi jdbi, Documents documents) {
        this.jdbi = jdbi;
        this.documents = documents;
    }

    @Override
    public Map<String, Long> count(SignedIn who) {
        if (!who.may(Right.REVIEW)) {
            return Map.of();
        }
        return Map.of("/review", (long) jdbi.withHandle(handle -> documents.toReview(handle, Optional.empty())));
    }
}

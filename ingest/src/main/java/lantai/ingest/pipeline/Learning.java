package lantai.ingest.pipeline;

import java.util.UUID;
import lantai.ingest.review.Documents;
import lantai.ingest.review.Teacher;
import org.jdbi.v3.core.Handle;

/** Teaches the classifier with what people accept. */
public final class Learning implements Teacher {
    private final Documents documents;
    private final Proposing proposing;
    private final Rules rules;

    public Learning(Documents documents, Proposing proposing, Rules rules) {
        this.documents = documents;
        this.proposing = proposing;
        this.rules = rules;
    }

    @Override
    public void accepted(Handle transaction, UUID document, String kind) {
        if (!kind.isEmpty()) {
            var pages = documents.get(transaction, document).pages();
            rules.learn(transaction, proposing.read(transaction, pages), kind);
        }
    }
}

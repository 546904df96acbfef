package lantai.ingest.review;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Told what people decided, so that the next proposal is better. */
public interface Teacher {
    /** A person accepted a document, with this kind. Part of the caller's transaction. */
    void accepted(Handle transaction, UUID document, String kind);
}

package lantai.ingest.review;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where the desk orders pages to be read again. The order is part of the caller's transaction. */
public interface PageWork {
    /** Reads the pages of a document again, turned as the document says, and proposes anew what nobody confirmed. */
    void reread(Handle transaction, UUID document);
}

package lantai.ingest.review;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where the desk orders pages to be read again. The order is part of the caller's transaction. */
public interface PageWork {
    /** Reads all pages of a document again, standing as the document says, and proposes anew what nobody confirmed. */
    void reread(Handle transaction, UUID document);

    /** Reads the pages that stand otherwise than when they were read, and proposes anew what nobody confirmed. */
    void propose(Handle transaction, UUID document);

    /** {@return whether such an order is open; one that has failed and waits for another try does not hold people up} */
    boolean isOpen(Handle handle, UUID document);
}

package lantai.ingest.seal;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where the removal of what was made of a sealed paper is ordered. The order is part of the caller's transaction. */
public interface Clearing {
    /** Has everything removed that may go at the state the paper is in. */
    void order(Handle transaction, UUID paper);
}

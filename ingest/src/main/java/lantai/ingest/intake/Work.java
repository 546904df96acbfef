package lantai.ingest.intake;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where the work on received files is ordered. The order is part of the caller's transaction. */
public interface Work {
    /** Has a file read, as soon as a reader is free; once ordered it is done, also after a crash. */
    void read(Handle transaction, UUID file, boolean urgent);
}

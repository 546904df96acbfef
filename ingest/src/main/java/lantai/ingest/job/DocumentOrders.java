package lantai.ingest.job;

import java.util.UUID;
import lantai.ingest.review.PageWork;
import org.jdbi.v3.core.Handle;

/** The desk's orders as jobs. */
public final class DocumentOrders implements PageWork {
    private final JobQueue jobs;
    private final Priority priority;

    public DocumentOrders(JobQueue jobs, Priority priority) {
        this.jobs = jobs;
        this.priority = priority;
    }

    @Override
    public void reread(Handle transaction, UUID document) {
        jobs.order(transaction, JobKind.READ_DOCUMENT, document, priority);
    }

    @Override
    public void propose(Handle transaction, UUID document) {
        jobs.order(transaction, JobKind.PROPOSE_DOCUMENT, document, priority);
    }

    @Override
    public boolean isOpen(Handle handle, UUID document) {
        return jobs.isOpen(handle, JobKind.READ_DOCUMENT, document)
                || jobs.isOpen(handle, JobKind.PROPOSE_DOCUMENT, document);
    }
}

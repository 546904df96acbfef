package lantai.web.scan;

import java.util.UUID;
import lantai.account.SignedIn;
import lantai.ingest.derive.PagePictures;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.review.Documents;
import lantai.ingest.scan.ScanDesk;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The doors behind the quality of scans. */
public record ScanDoors(
        Jdbi jdbi,
        Batches batches,
        ReceivedFiles files,
        Documents documents,
        ScanDesk scans,
        PagePictures pictures,
        Staging staging) {
    /**
     * Finds a batch among those that a person may see.
     *
     * @throws lantai.problem.NotFound when there is none
     */
    Batch batch(Handle handle, SignedIn who, UUID id) {
        return batches.get(handle, BatchScope.of(who), id);
    }
}

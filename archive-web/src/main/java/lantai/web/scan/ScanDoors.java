package lantai.web.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.ingest.derive.PagePictures;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.ReceivedFiles;
import lantai.ingest.review.Documents;
import lantai.ingest.scan.ScanDesk;
import lantai.problem.Malformed;
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
     * What was decided on findings.
     *
     * @param back whether their pages are sent back
     */
    record Chosen(List<UUID> findings, boolean back, String reason) {
        Chosen {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Finds a batch among those that a person may see.
     *
     * @throws lantai.problem.NotFound when there is none
     */
    Batch batch(Handle handle, SignedIn who, UUID id) {
        return batches.get(handle, BatchScope.of(who), id);
    }

    /**
     * Lets several pages of a batch pass, or sends them all back; all or none.
     *
     * @throws Malformed when none is chosen, or without a reason
     * @throws lantai.problem.Refused when one has been scanned again meanwhile
     */
    void decide(Handle transaction, SignedIn who, UUID batch, Chosen chosen) {
        batch(transaction, who, batch);
        if (chosen.findings().isEmpty()) {
            throw new Malformed(ScanWebProblem.NOTHING_CHOSEN);
        }
        for (var id : new LinkedHashSet<>(chosen.findings())) {
            var finding = scans.finding(transaction, batch, id);
            if (chosen.back()) {
                scans.sendBack(transaction, who, finding, chosen.reason());
            } else {
                scans.dismiss(transaction, who, finding, chosen.reason());
            }
        }
    }
}

package lantai.web.inbox;

import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditTrail;
import lantai.ingest.filing.FilingDesk;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.Batches;
import lantai.ingest.intake.FileList;
import lantai.ingest.intake.IntakeDesk;
import lantai.ingest.intake.Pace;
import lantai.ingest.intake.UploadDesk;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.reader.PageEngine;
import lantai.ingest.review.Documents;
import lantai.problem.Malformed;
import lantai.record.ItemCatalogue;
import lantai.storage.Staging;
import lantai.web.frame.Visit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The doors that receiving goes through. */
public record Inbox(
        Jdbi jdbi,
        Batches batches,
        IntakeDesk intake,
        UploadDesk uploads,
        Documents documents,
        FilingDesk filing,
        Rules rules,
        ItemCatalogue catalogue,
        Staging staging,
        AuditTrail audit,
        FileList files,
        Pace pace) {

    /**
     * Finds a batch among those that a person may see.
     *
     * @throws lantai.problem.NotFound when there is none
     */
    Batch batch(SignedIn who, UUID id) {
        return jdbi.withHandle(handle -> batch(handle, who, id));
    }

    /** Finds a batch among those that a person may see. */
    Batch batch(Handle handle, SignedIn who, UUID id) {
        return batches.get(handle, BatchScope.of(who), id);
    }

    /**
     * Has the pages of a batch read by another engine from now on.
     *
     * @param code of the engine; empty for the one of the settings
     * @throws Malformed when there is no such engine
     */
    PageEngine choose(Visit visit, UUID id, String code) {
        var engine = PageEngine.of(code).orElseThrow(() -> new Malformed(InboxProblem.NO_SUCH_ENGINE, code));
        jdbi.useTransaction(transaction -> {
            batch(transaction, visit.who(), id);
            batches.read(transaction, visit.actor(), id, engine);
        });
        return engine;
    }
}

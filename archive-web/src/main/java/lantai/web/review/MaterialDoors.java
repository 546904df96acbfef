package lantai.web.review;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.intake.Batch;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.Batches;
import lantai.ingest.pipeline.Rules;
import lantai.ingest.review.MaterialDesk;
import lantai.ingest.review.MaterialDesk.Matter;
import lantai.scheme.SchemePolicy;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The doors behind the list of materials of a batch. */
public record MaterialDoors(
        Jdbi jdbi, Batches batches, MaterialDesk desk, SchemePolicy scheme, Rules rules, AuditTrail audit) {
    /** What is told of a batch. */
    record Told(Batch batch, List<Matter> matters) {}

    /** Tells it to a person; the names of those whose matters they are make it a look at personal data. */
    Told told(Handle transaction, SignedIn who, UUID id) {
        var batch = batches.get(transaction, BatchScope.of(who), id);
        var matters = desk.matters(transaction, id, scheme.scheme(transaction), rules.kinds());
        if (matters.stream().anyMatch(matter -> !matter.person().isEmpty())) {
            audit.record(
                    transaction,
                    who.actor(),
                    AuditAction.SEARCHED,
                    new Subject("search", "materials"),
                    Map.of("question", id.toString(), "shown", Integer.toString(matters.size())));
        }
        return new Told(batch, matters);
    }
}

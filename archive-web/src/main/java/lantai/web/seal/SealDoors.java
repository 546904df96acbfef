package lantai.web.seal;

import java.util.List;
import java.util.Map;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.seal.SealedPaper;
import lantai.ingest.seal.SealedPapers;
import lantai.web.frame.Visit;
import org.jdbi.v3.core.Jdbi;

/** The doors that sealed papers go through. */
public record SealDoors(Jdbi jdbi, SealedPapers papers, AuditTrail audit) {
    /** How many papers one page shows. */
    static final int SIZE = 50;

    /** {@return one page of sealed papers, the last first; that somebody looked is written down} */
    List<SealedPaper> list(Visit visit, int page) {
        return jdbi.inTransaction(transaction -> {
            audit.record(
                    transaction,
                    visit.actor(),
                    AuditAction.SEALED_PAPERS_READ,
                    new Subject("sealed-papers", "list"),
                    Map.of());
            return papers.list(transaction, (page - 1) * SIZE, SIZE);
        });
    }
}

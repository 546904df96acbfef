package lantai.web.imports;

import java.time.InstantSource;
import java.util.UUID;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.catalogue.CatalogueDesk;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.web.frame.Visit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The doors behind the screens of catalogues from outside. */
public record ImportDoors(Jdbi jdbi, CatalogueDesk desk, AuditTrail audit, InstantSource clock) {
    CatalogueImport get(Handle handle, UUID id) {
        return desk.imports().get(handle, id);
    }

    /** Notes that somebody saw rows of a catalogue, which may tell of persons. */
    void seen(Handle transaction, Visit visit, CatalogueImport of, AuditAction action) {
        audit.record(
                transaction,
                visit.actor(),
                action,
                Subject.of("catalogue-import", of.id()),
                java.util.Map.of("file", of.title()));
    }
}

package lantai.web.imports;

import lantai.audit.AuditTrail;
import lantai.ingest.hooking.HookDesk;
import lantai.ingest.intake.Batches;
import org.jdbi.v3.core.Jdbi;

/** The doors behind the screens that join pages to entries. */
public record HookDoors(Jdbi jdbi, HookDesk desk, Batches batches, AuditTrail audit) {}

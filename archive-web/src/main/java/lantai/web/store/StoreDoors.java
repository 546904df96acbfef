package lantai.web.store;

import java.util.Map;
import lantai.audit.AuditTrail;
import lantai.storage.ArchivalStore;
import lantai.storage.LedgerRows;
import lantai.storage.ScrubRows;
import lantai.storage.s3.Capabilities;
import org.jdbi.v3.core.Jdbi;

/**
 * What the pages of the store need.
 *
 * @param quorum how many locations must hold a version before it is acknowledged
 * @param capabilities what each bucket really does, by the name of its location
 */
public record StoreDoors(
        Jdbi jdbi,
        ArchivalStore store,
        ScrubRows scrubs,
        LedgerRows ledger,
        int quorum,
        Map<String, Capabilities> capabilities,
        AuditTrail audit) {
    public StoreDoors {
        capabilities = Map.copyOf(capabilities);
    }
}

package lantai.transfer;

import java.nio.file.Path;
import java.util.UUID;
import lantai.account.SignInDesk;
import lantai.audit.AuditTrail;
import lantai.check.CheckDesk;
import lantai.description.DescriptionDesk;
import lantai.fonds.FondsRegister;
import lantai.key.SigningKey;
import lantai.record.ItemRegister;
import lantai.removal.Obstacle;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The doors that a transfer goes through.
 *
 * @param obstacles what keeps a record in the house
 * @param orders what is done afterwards, in the background
 * @param key by which packages are signed
 * @param root the folder in which packages lie
 * @param temporary where files are put together, on the same volume as the store
 */
public record TransferDoors(
        Jdbi jdbi,
        ItemRegister items,
        ArchivalStore store,
        FondsRegister fonds,
        DescriptionDesk descriptions,
        TransferRules rules,
        CheckDesk checks,
        SignInDesk signIns,
        Obstacle obstacles,
        Orders orders,
        TransferPapers papers,
        AuditTrail audit,
        SigningKey key,
        Path root,
        Path temporary) {
    /** Orders work of the archive itself, in the transaction of the deed that needs it. */
    public interface Orders {
        /** Has a list packed, or what was packed of it cleared away. */
        void pack(Handle transaction, UUID list);

        /** Has written into the object of a record that it changed hands. */
        void describe(Handle transaction, UUID item);
    }
}

package lantai.check;

import lantai.audit.AuditTrail;
import lantai.fonds.FondsRegister;
import lantai.key.SigningKey;
import lantai.policy.PolicyCentre;
import lantai.record.CodeGaps;
import lantai.record.ItemRegister;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Jdbi;

/**
 * The doors that a check goes through.
 *
 * @param contents who opens files
 * @param viruses the scanner, if there is one
 * @param backups what is known of backups
 * @param key the archive's own key, which signs the reports
 * @param words Chinese sentences for what was found
 */
public record CheckDoors(
        Jdbi jdbi,
        ItemRegister items,
        ArchivalStore store,
        FondsRegister fonds,
        PolicyCentre policies,
        CodeGaps gaps,
        Contents contents,
        Viruses viruses,
        Backups backups,
        SigningKey key,
        Words words,
        AuditTrail audit) {}

package lantai.web.list;

import lantai.access.ListedItems;
import lantai.audit.AuditTrail;
import lantai.fonds.FondsRegister;
import lantai.photo.PhotoGroups;
import lantai.photo.PhotoLines;
import lantai.print.ListRules;
import lantai.scheme.SchemePolicy;
import lantai.volume.VolumeRegister;
import org.jdbi.v3.core.Jdbi;

/** What statutory lists go through. */
public record ListDoors(
        Jdbi jdbi,
        ListedItems items,
        VolumeRegister volumes,
        PhotoGroups photos,
        PhotoLines photoLines,
        ListRules rules,
        SchemePolicy scheme,
        FondsRegister fonds,
        AuditTrail audit) {}

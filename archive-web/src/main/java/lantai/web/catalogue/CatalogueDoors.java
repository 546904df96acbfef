package lantai.web.catalogue;

import lantai.access.VisibleItems;
import lantai.audit.AuditTrail;
import lantai.fonds.FondsRegister;
import lantai.photo.PhotoGroups;
import lantai.record.ItemCatalogue;
import lantai.scheme.SchemePolicy;
import lantai.volume.VolumeRegister;
import lantai.volume.VolumeRules;
import org.jdbi.v3.core.Jdbi;

/** What browsing the catalogue goes through. */
public record CatalogueDoors(
        Jdbi jdbi,
        VisibleItems visible,
        ItemCatalogue catalogue,
        SchemePolicy scheme,
        FondsRegister fonds,
        VolumeRegister volumes,
        VolumeRules volumeRules,
        PhotoGroups photos,
        AuditTrail audit) {}

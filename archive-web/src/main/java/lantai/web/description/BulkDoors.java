package lantai.web.description;

import lantai.audit.AuditTrail;
import lantai.description.BulkDesk;
import lantai.description.DescriptionPolicy;
import lantai.record.ItemCatalogue;
import lantai.search.SearchIndex;
import org.jdbi.v3.core.Jdbi;

/** What describing many records goes through. */
public record BulkDoors(
        Jdbi jdbi,
        BulkDesk desk,
        DescriptionPolicy policy,
        ItemCatalogue catalogue,
        SearchIndex index,
        AuditTrail audit) {}

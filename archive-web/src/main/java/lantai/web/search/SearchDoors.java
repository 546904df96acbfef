package lantai.web.search;

import lantai.audit.AuditTrail;
import lantai.record.ItemCatalogue;
import lantai.record.ItemRegister;
import lantai.search.SearchIndex;
import org.jdbi.v3.core.Jdbi;

/** The doors that searching goes through. */
public record SearchDoors(
        Jdbi jdbi, SearchIndex index, ItemRegister items, ItemCatalogue catalogue, AuditTrail audit) {}

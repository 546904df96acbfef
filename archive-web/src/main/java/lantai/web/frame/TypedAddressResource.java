package lantai.web.frame;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import lantai.web.security.Needs;

/** Names of things that a person types as an address: each leads to the page where these things are listed. */
@Path("{name : batches|quarantine|items|imports|hooking|leftovers?|exports|descriptions|appraisals|tasks|holds|schedule"
        + "|destructions|destruction-lists|statistics|inspections|gaps|rules}")
public final class TypedAddressResource {
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("batches", "/inbox"),
            Map.entry("quarantine", "/inbox/quarantine"),
            Map.entry("items", "/catalogue"),
            Map.entry("imports", "/catalogue/imports"),
            Map.entry("hooking", "/catalogue/hooking"),
            Map.entry("leftover", "/catalogue/leftover"),
            Map.entry("leftovers", "/catalogue/leftover"),
            Map.entry("exports", "/catalogue/export"),
            Map.entry("descriptions", "/descriptions/bulk"),
            Map.entry("appraisals", "/appraisal/tasks"),
            Map.entry("tasks", "/appraisal/tasks"),
            Map.entry("holds", "/appraisal/holds"),
            Map.entry("schedule", "/appraisal/schedule"),
            Map.entry("destructions", "/appraisal/lists"),
            Map.entry("destruction-lists", "/appraisal/lists"),
            Map.entry("statistics", "/reports"),
            Map.entry("inspections", "/reports/inspections"),
            Map.entry("gaps", "/codes/gaps"),
            Map.entry("rules", "/policies"));

    /** Leads there. */
    @GET
    @Needs
    public Response lead(@BeanParam Visit visit, @PathParam("name") String name) {
        return visit.seeOther(Optional.ofNullable(PAGES.get(name)).orElseThrow(NotFoundException::new));
    }
}

package lantai.web.imports;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.ingest.hooking.HookPlan;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** Pages are joined to entries, over the interface. */
@Path("/api/v1/catalogue/hooking/{batch}")
@Produces(MediaType.APPLICATION_JSON)
public final class HookApiResource {
    private final HookDoors doors;

    public HookApiResource(HookDoors doors) {
        this.doors = doors;
    }

    /** One entry with the pages that belong to it. */
    public record MatchJson(
            UUID item,
            String referenceCode,
            int files,
            int pages,
            @Nullable Integer catalogued) {}

    /** One file that belongs to no entry. */
    public record StrayJson(String path, String why) {}

    /**
     * What of a batch belongs where.
     *
     * @param without the first entries that will still have no pages
     * @param allWithout how many there are
     */
    public record PlanJson(
            boolean working,
            int done,
            int total,
            List<MatchJson> matches,
            List<StrayJson> strays,
            List<String> without,
            int allWithout) {}

    /** What of a batch belongs where, and how far joining it has come. */
    @GET
    @Needs(Right.FILE)
    public PlanJson plan(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.batches().get(transaction, batch);
            doors.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.CATALOGUE_READ,
                            Subject.of("batch", batch),
                            Map.of());
            var plan = doors.desk().plan(transaction, batch);
            var progress = doors.desk().progress(transaction, batch);
            return new PlanJson(
                    progress.filter(one -> one.working()).isPresent(),
                    progress.map(one -> one.done()).orElse(0),
                    progress.map(one -> one.total()).orElse(0),
                    plan.matches().stream()
                            .map(match -> new MatchJson(
                                    match.item(),
                                    match.referenceCode(),
                                    match.files(),
                                    match.pages().size(),
                                    match.catalogued().orElse(null)))
                            .toList(),
                    plan.strays().stream()
                            .map(stray ->
                                    new StrayJson(stray.path(), stray.why().name()))
                            .toList(),
                    plan.without().first().stream()
                            .map(HookPlan.Entry::referenceCode)
                            .toList(),
                    plan.without().all());
        });
    }

    /** Joins what belongs together. */
    @POST
    @Needs(Right.FILE)
    public PlanJson hook(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        doors.jdbi().useTransaction(transaction -> {
            doors.batches().get(transaction, batch);
            doors.desk().order(transaction, visit.who(), batch);
        });
        return plan(visit, batch);
    }
}

package lantai.web.imports;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** Originals without an entry, over the interface. */
@Path("/api/v1/catalogue/leftover")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LeftoverApiResource {
    private final HookDoors doors;

    public LeftoverApiResource(HookDoors doors) {
        this.doors = doors;
    }

    /** One file: its document under review, its path, and why it belongs to no entry. */
    public record FileJson(UUID document, String path, String why) {}

    /**
     * What hooking left of a batch.
     *
     * @param all how many files there are; the first are listed
     */
    public record LeftoverJson(UUID batch, String title, int all, List<FileJson> files) {}

    /** Files for an entry. */
    public record AssignJson(
            @Nullable List<UUID> documents, @Nullable String referenceCode) {}

    /** What hooking left, the newest batches first. */
    @GET
    @Needs(Right.FILE)
    public List<LeftoverJson> all(@BeanParam Visit visit) {
        return doors.jdbi().inTransaction(transaction -> {
            var left = doors.desk().leftover(transaction, LeftoverResource.BATCHES, LeftoverResource.FILES);
            left.forEach(batch -> doors.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.CATALOGUE_READ,
                            Subject.of("batch", batch.batch()),
                            Map.of()));
            return left.stream()
                    .map(batch -> new LeftoverJson(
                            batch.batch(),
                            batch.title(),
                            batch.all(),
                            batch.files().stream()
                                    .map(file -> new FileJson(
                                            file.document(),
                                            file.path(),
                                            file.why().name()))
                                    .toList()))
                    .toList();
        });
    }

    /** Joins files of a batch to an entry. */
    @POST
    @Path("{batch}")
    @Needs(Right.FILE)
    public void assign(@BeanParam Visit visit, @PathParam("batch") UUID batch, @Nullable AssignJson sent) {
        var documents = Optional.ofNullable(sent).map(AssignJson::documents).orElse(List.of());
        var code = Optional.ofNullable(sent).map(AssignJson::referenceCode).orElse("");
        doors.jdbi()
                .useTransaction(transaction -> doors.desk().assign(transaction, visit.who(), batch, documents, code));
    }
}

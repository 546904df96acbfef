package lantai.web.imports;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /catalogue/leftover}: originals that came in and belong to no entry, and the way to their entries. */
@Path("catalogue/leftover")
@Produces(MediaType.TEXT_HTML)
public final class LeftoverResource {
    static final int BATCHES = 20;
    static final int FILES = 200;

    private final HookDoors doors;

    public LeftoverResource(HookDoors doors) {
        this.doors = doors;
    }

    /** What hooking left. */
    @GET
    @Needs(Right.FILE)
    public View all(@BeanParam Visit visit) {
        return view(visit, Optional.empty(), "");
    }

    /** Joins chosen files of a batch to an entry. */
    @POST
    @Path("{batch}")
    @Needs(Right.FILE)
    public Response assign(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @FormParam("document") List<UUID> documents,
            @FormParam("code") @DefaultValue("") String code) {
        try {
            doors.jdbi()
                    .useTransaction(
                            transaction -> doors.desk().assign(transaction, visit.who(), batch, documents, code));
        } catch (Refused failure) {
            return told(visit, failure, Response.Status.CONFLICT, code);
        } catch (Malformed failure) {
            return told(visit, failure, Response.Status.BAD_REQUEST, code);
        }
        return visit.seeOther("/catalogue/leftover", visit.text().say("imports.leftover.said", code.strip()));
    }

    private Response told(Visit visit, ArchiveException failure, Response.Status status, String code) {
        return Response.status(status)
                .entity(view(visit, Optional.of(ProblemText.of(visit.text(), failure)), code))
                .build();
    }

    private View view(Visit visit, Optional<String> error, String code) {
        var batches = doors.jdbi().inTransaction(transaction -> {
            var left = doors.desk().leftover(transaction, BATCHES, FILES);
            left.forEach(batch -> doors.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.CATALOGUE_READ,
                            Subject.of("batch", batch.batch()),
                            java.util.Map.of()));
            return left;
        });
        return new View(
                "imports/leftover.jte",
                new LeftoverView(visit.page(visit.text().say("imports.leftover.title")), batches, error, code));
    }
}

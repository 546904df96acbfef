package lantai.web.description;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.description.BulkEdit;
import lantai.description.BulkLine;
import lantai.description.BulkState;
import lantai.description.Demand;
import lantai.description.Element;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /descriptions/bulk}: one element of many records: choose, look, do, take back. */
@Path("descriptions/bulk")
@Produces(MediaType.TEXT_HTML)
public final class BulkResource {
    private static final int SHOWN = 50;

    private final BulkDoors doors;

    public BulkResource(BulkDoors doors) {
        this.doors = doors;
    }

    /** The newest edits. */
    @GET
    @Needs(Right.FILE)
    public View edits(@BeanParam Visit visit) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "description/bulks.jte",
                        new BulksView(
                                visit.page(visit.text().say("description.bulks")),
                                doors.desk().newest(handle, SHOWN),
                                doors.policy().rule(handle))));
    }

    /** The form for the records chosen. */
    @GET
    @Path("new")
    @Needs(Right.FILE)
    public View form(@BeanParam Visit visit, @Context UriInfo address) {
        return form(
                visit,
                Selection.of(address.getQueryParameters()),
                new BulkForm("set", "", "", "", ""),
                Optional.empty());
    }

    /** Looks what an edit would do. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.FILE)
    public Response prepare(@BeanParam Visit visit, MultivaluedMap<String, String> sent) {
        var selection = Selection.of(sent);
        var typed = BulkForm.of(sent);
        try {
            BulkEdit edit = doors.jdbi()
                    .inTransaction(transaction -> doors.desk()
                            .prepare(
                                    transaction,
                                    visit.who(),
                                    typed.order(),
                                    selection.ids(transaction, doors, visit.who())));
            return visit.seeOther("/descriptions/bulk/" + edit.id());
        } catch (Malformed | Refused failure) {
            return conflict(form(visit, selection, typed, Optional.of(ProblemText.of(visit.text(), failure))));
        }
    }

    /** One edit: preview, progress, outcome. */
    @GET
    @Path("{id}")
    @Needs(Right.FILE)
    public View edit(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var view = view(visit, id, Optional.empty());
        if (visit.wantsPart() && view.edit().state() == BulkState.RUNNING) {
            return new View("description/progress.jte", view);
        }
        doors.jdbi()
                .useTransaction(transaction -> doors.audit()
                        .record(
                                transaction,
                                visit.actor(),
                                AuditAction.SEARCHED,
                                Subject.of("bulk-edit", id),
                                Map.of("shown", Integer.toString(view.lines().size()))));
        return new View("description/bulk.jte", view);
    }

    /** Begins. */
    @POST
    @Path("{id}/start")
    @Needs(Right.FILE)
    public Response start(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(
                visit,
                id,
                "description.bulk.started",
                transaction -> doors.desk().start(transaction, visit.who(), id));
    }

    /** Gives it up. */
    @POST
    @Path("{id}/cancel")
    @Needs(Right.FILE)
    public Response cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(
                visit,
                id,
                "description.bulk.cancelled",
                transaction -> doors.desk().cancel(transaction, visit.who(), id));
    }

    /** Looks what it would mean to take it back. */
    @POST
    @Path("{id}/undo")
    @Needs(Right.FILE)
    public Response undo(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            BulkEdit edit =
                    doors.jdbi().inTransaction(transaction -> doors.desk().undo(transaction, visit.who(), id, reason));
            return visit.seeOther("/descriptions/bulk/" + edit.id());
        } catch (Malformed | Refused failure) {
            return failed(visit, id, failure);
        }
    }

    private Response deed(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return failed(visit, id, failure);
        }
        return visit.seeOther("/descriptions/bulk/" + id, visit.text().say(said));
    }

    private Response failed(Visit visit, UUID id, ArchiveException failure) {
        return conflict(new View(
                "description/bulk.jte", view(visit, id, Optional.of(ProblemText.of(visit.text(), failure)))));
    }

    private BulkView view(Visit visit, UUID id, Optional<String> error) {
        return doors.jdbi().withHandle(handle -> {
            var edit = doors.desk().get(handle, id);
            var state = edit.state() == BulkState.DONE ? BulkLine.State.DONE : BulkLine.State.WAITING;
            return new BulkView(
                    visit.page(visit.text().say("description.bulk")),
                    edit,
                    doors.policy().rule(handle).name(edit.order().element()),
                    doors.desk().lines(handle, id, state, SHOWN),
                    doors.desk().lines(handle, id, BulkLine.State.LEFT, SHOWN),
                    edit.accountId().equals(visit.who().account().id()),
                    error);
        });
    }

    private View form(Visit visit, Selection selection, BulkForm typed, Optional<String> error) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "description/bulk-new.jte",
                        new BulkNewView(
                                visit.page(visit.text().say("description.bulk")),
                                selection.parts(),
                                selection.ids(handle, doors, visit.who()).size(),
                                doors.policy().rule(handle).elements().stream()
                                        .filter(BulkResource::isWritten)
                                        .toList(),
                                typed.deed(),
                                typed.element(),
                                typed.find(),
                                typed.value(),
                                typed.reason(),
                                error)));
    }

    private static boolean isWritten(Element element) {
        return new Demand(element, lantai.description.Obligation.OPTIONAL).isWritten();
    }

    private static Response conflict(View view) {
        return Response.status(Response.Status.CONFLICT).entity(view).build();
    }
}

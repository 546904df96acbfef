package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.Right;
import lantai.audit.Subject;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /appraisal/holds}: what is held, by whom and why; holding and letting go. */
@Path("appraisal")
@Produces(MediaType.TEXT_HTML)
public final class HoldResource {
    private final AppraisalDoors doors;

    public HoldResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** Holds in force, or those that have ended. */
    @GET
    @Path("holds")
    @Needs({Right.APPRAISE, Right.HOLD})
    public View holds(
            @BeanParam Visit visit,
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        var open = !state.equals("ended");
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "appraisal/holds.jte",
                        new HoldsView(
                                visit.page(visit.text().say("appraisal.holds")),
                                open,
                                doors.holds().list(handle, open, Pages.offset(page), AppraisalDoors.SIZE),
                                new Pages(page, doors.holds().count(handle, open)))));
    }

    /** The form of a new hold, filled with what was chosen elsewhere. */
    @GET
    @Path("holds/new")
    @Needs(Right.HOLD)
    public View form(
            @BeanParam Visit visit,
            @QueryParam("item") List<String> items,
            @QueryParam("batch") @DefaultValue("") String batch) {
        var typed = new MultivaluedHashMap<String, String>();
        typed.putSingle("scope", batch.isEmpty() ? "items" : "batch");
        typed.putSingle("batch", batch);
        var ids = items.stream().map(Form::id).toList();
        return doors.jdbi().withHandle(handle -> {
            typed.putSingle("codes", codes(handle, ids));
            return form(handle, visit, new Form(typed), Optional.empty());
        });
    }

    /** Places a hold. */
    @POST
    @Path("holds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.HOLD)
    public Response place(@BeanParam Visit visit, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        try {
            var hold = doors.jdbi()
                    .inTransaction(transaction -> doors.holds()
                            .place(
                                    transaction,
                                    visit.actor(),
                                    HoldOrder.of(form).understood(transaction, doors)));
            return visit.seeOther(
                    "/appraisal/holds/" + hold.id(), visit.text().say("appraisal.hold.placed", hold.items()));
        } catch (Malformed | Refused | NotFound failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(doors.jdbi().withHandle(handle -> form(handle, visit, form, told(visit, failure))))
                    .build();
        }
    }

    /** One hold with the records it covers. */
    @GET
    @Path("holds/{id}")
    @Needs({Right.APPRAISE, Right.HOLD})
    public View hold(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return show(visit, id, Optional.empty());
    }

    /** Ends a hold. */
    @POST
    @Path("holds/{id}/release")
    @Needs(Right.HOLD)
    public Response release(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        try {
            doors.jdbi().useTransaction(transaction -> doors.holds().release(transaction, visit.actor(), id, reason));
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(show(visit, id, told(visit, failure)))
                    .build();
        }
        return visit.seeOther("/appraisal/holds/" + id, visit.text().say("appraisal.hold.released"));
    }

    private View show(Visit visit, UUID id, Optional<String> error) {
        var view = doors.jdbi().withHandle(handle -> {
            var hold = doors.holds().get(handle, id);
            var ids = doors.holds().items(handle, id, AppraisalDoors.SIZE);
            var items = doors.catalogue().all(handle, ids);
            return new HoldView(
                    visit.page(visit.text().say("appraisal.hold")),
                    hold,
                    HoldsView.scope(visit.text(), handle, doors, hold),
                    ids.stream()
                            .flatMap(item -> Optional.ofNullable(items.get(item)).stream())
                            .toList(),
                    error);
        });
        doors.read(visit.actor(), Subject.of("hold", id), view.items().size());
        return new View("appraisal/hold.jte", view);
    }

    private View form(Handle handle, Visit visit, Form typed, Optional<String> error) {
        return new View(
                "appraisal/hold-new.jte",
                new NewHoldView(
                        visit.page(visit.text().say("appraisal.hold.new")),
                        typed.values(),
                        doors.with(handle, Right.HOLD),
                        error));
    }

    private String codes(Handle handle, List<UUID> ids) {
        return doors.catalogue().all(handle, ids).values().stream()
                .map(item -> item.referenceCode().text())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> told(Visit visit, ArchiveException failure) {
        return Optional.of(ProblemText.of(visit.text(), failure));
    }
}

package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lantai.account.Right;
import lantai.audit.Subject;
import lantai.disposal.AppraisedItem;
import lantai.disposal.Decision;
import lantai.disposal.Opinion;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /appraisal/tasks}: what an appraisal group has before it, and its opinions. */
@Path("appraisal")
@Produces(MediaType.TEXT_HTML)
public final class TaskResource {
    private final AppraisalDoors doors;

    public TaskResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** All appraisals. */
    @GET
    @Path("tasks")
    @Needs(Right.APPRAISE)
    public View tasks(@BeanParam Visit visit, @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "appraisal/tasks.jte",
                        new TasksView(
                                visit.page(visit.text().say("appraisal.tasks")),
                                doors.board().list(handle, Pages.offset(page), AppraisalDoors.SIZE),
                                new Pages(page, doors.board().count(handle)))));
    }

    /** One appraisal with its records. */
    @GET
    @Path("tasks/{id}")
    @Needs(Right.APPRAISE)
    public View task(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("open") @DefaultValue("") String open,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return show(visit, id, !open.isEmpty(), page, Optional.empty());
    }

    /** Gives one opinion on the chosen records, or on all that have none. */
    @POST
    @Path("tasks/{id}/opinion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.APPRAISE)
    public Response opinion(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        return done(visit, id, transaction -> {
            var decision = decision(form);
            var items = form.text("choice").equals("all")
                    ? doors.board().items(transaction, id, true, 0, Integer.MAX_VALUE).stream()
                            .map(AppraisedItem::id)
                            .toList()
                    : form.ids("item");
            var number = doors.board().decide(transaction, visit.actor(), id, items, decision);
            return visit.seeOther("/appraisal/tasks/" + id, visit.text().say("appraisal.opinion.given", number));
        });
    }

    /** Says that one thinks otherwise of the chosen records. */
    @POST
    @Path("tasks/{id}/differ")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.APPRAISE)
    public Response differ(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        return done(visit, id, transaction -> {
            var number = doors.deliberation().differ(transaction, visit.actor(), id, form.ids("item"), decision(form));
            return visit.seeOther("/appraisal/tasks/" + id, visit.text().say("appraisal.differ.done", number));
        });
    }

    /** Agrees with what is proposed. */
    @POST
    @Path("tasks/{id}/agree")
    @Needs(Right.APPRAISE)
    public Response agree(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, transaction -> {
            doors.deliberation().agree(transaction, visit.actor(), id);
            return visit.seeOther("/appraisal/tasks/" + id, visit.text().say("appraisal.agree.done"));
        });
    }

    /** Notes that a member is absent. */
    @POST
    @Path("tasks/{id}/absent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.APPRAISE)
    public Response absent(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        return done(visit, id, transaction -> {
            var member = Form.id(form.text("member"));
            doors.deliberation().noteAbsent(transaction, visit.actor(), id, member, form.text("absence"));
            return visit.seeOther("/appraisal/tasks/" + id, visit.text().say("appraisal.absent.done"));
        });
    }

    /** Makes the opinions hold. */
    @POST
    @Path("tasks/{id}/conclude")
    @Needs(Right.APPRAISE)
    public Response conclude(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(
                visit,
                id,
                transaction -> doors.conclusion()
                        .conclude(transaction, visit.actor(), id)
                        .map(list -> visit.seeOther(
                                "/appraisal/lists/" + list, visit.text().say("appraisal.list.drawn-up")))
                        .orElseGet(() -> visit.seeOther(
                                "/appraisal/tasks/" + id, visit.text().say("appraisal.task.concluded"))));
    }

    /** Ends the appraisal without effect. */
    @POST
    @Path("tasks/{id}/cancel")
    @Needs(Right.APPRAISE)
    public Response cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, transaction -> {
            doors.board().cancel(transaction, visit.actor(), id);
            return visit.seeOther("/appraisal/tasks", visit.text().say("appraisal.task.cancelled"));
        });
    }

    private static Decision decision(Form form) {
        return Decision.of(
                        form.constant(Opinion.class, "opinion"),
                        form.text("reason"),
                        form.number("years"),
                        form.text("period"))
                .orElseThrow(() -> new Malformed(AppraisalWebProblem.DECISION_INCOMPLETE));
    }

    private Response done(Visit visit, UUID id, Function<Handle, Response> deed) {
        try {
            return doors.jdbi().inTransaction(deed::apply);
        } catch (Malformed | Refused failure) {
            var told = Optional.of(ProblemText.of(visit.text(), failure));
            return Response.status(Response.Status.CONFLICT)
                    .entity(show(visit, id, false, 1, told))
                    .build();
        }
    }

    private View show(Visit visit, UUID id, boolean open, int page, Optional<String> error) {
        var view = doors.jdbi().withHandle(handle -> {
            var appraisal = doors.board().get(handle, id);
            List<AppraisedItem> items = doors.board().items(handle, id, open, Pages.offset(page), AppraisalDoors.SIZE);
            return new TaskView(
                    visit.page(appraisal.title()),
                    appraisal,
                    doors.board().group(handle, id),
                    doors.deliberation().members(handle, id),
                    items,
                    doors.hindrances(
                            handle, items.stream().map(AppraisedItem::id).toList()),
                    open,
                    new Pages(page, open ? appraisal.items() - appraisal.decided() : appraisal.items()),
                    error);
        });
        doors.read(visit.actor(), Subject.of("appraisal", id), view.items().size());
        return new View("appraisal/task.jte", view);
    }
}

package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Optional;
import lantai.account.Right;
import lantai.audit.Subject;
import lantai.disposal.Chosen;
import lantai.disposal.DueFilter;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;

/** {@code /appraisal}: the records whose term has ended, and the beginning of their appraisal. */
@Path("appraisal")
@Produces(MediaType.TEXT_HTML)
public final class DueResource {
    private final AppraisalDoors doors;

    public DueResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** The yearly list; those who do not draw it up are led to the appraisals. */
    @GET
    @Needs({Right.APPRAISE, Right.HOLD, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public Response due(
            @BeanParam Visit visit,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("term") @DefaultValue("") String term,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        if (!visit.who().may(Right.HOLD)) {
            return visit.seeOther(visit.who().may(Right.APPRAISE) ? "/appraisal/tasks" : "/appraisal/lists");
        }
        return Response.ok(view(visit, new DueQuery(category, term, until, page), Optional.empty()))
                .build();
    }

    /** Opens an appraisal of the chosen records. */
    @POST
    @Path("tasks")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.HOLD)
    public Response open(@BeanParam Visit visit, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        var query = new DueQuery(form.text("category"), form.text("term"), form.text("until"), 1);
        try {
            var chosen = form.text("choice").equals("all")
                    ? new Chosen.AllDue(query.filter())
                    : new Chosen.These(form.ids("item"));
            var task = doors.jdbi()
                    .inTransaction(transaction -> doors.board()
                            .open(
                                    transaction,
                                    visit.actor(),
                                    form.text("title"),
                                    new HashSet<>(form.ids("member")),
                                    chosen));
            return visit.seeOther(
                    "/appraisal/tasks/" + task.id(), visit.text().say("appraisal.task.opened", task.items()));
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, query, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
    }

    private View view(Visit visit, DueQuery query, Optional<String> error) {
        DueFilter filter = query.filter();
        var view = doors.jdbi().withHandle(handle -> {
            var items = doors.due().page(handle, filter, Pages.offset(query.page()), AppraisalDoors.SIZE);
            return new DueView(
                    visit.page(visit.text().say("appraisal.due")),
                    query,
                    items,
                    doors.hindrances(
                            handle, items.stream().map(item -> item.id()).toList()),
                    new Pages(query.page(), doors.due().count(handle, filter)),
                    doors.due().today(),
                    Group.candidates(doors.accounts(), handle),
                    error);
        });
        doors.read(visit.actor(), new Subject("appraisal", "due"), view.items().size());
        return new View("appraisal/due.jte", view);
    }
}

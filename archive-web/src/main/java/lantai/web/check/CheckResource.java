package lantai.web.check;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /checks}: reports on the four-property check, and the runs that are on their way. */
@Path("checks")
@Produces(MediaType.TEXT_HTML)
public final class CheckResource {
    private final CheckScreenDoors doors;

    public CheckResource(CheckScreenDoors doors) {
        this.doors = doors;
    }

    /** All reports, and what runs. */
    @GET
    @Needs({Right.FILE, Right.REVIEW})
    public View list(@BeanParam Visit visit, @BeanParam CheckQuery query) {
        return doors.jdbi().withHandle(handle -> {
            var reports = doors.desk().reports();
            return new View(
                    "check/checks.jte",
                    new ChecksView(
                            visit.page(visit.text().say("check.title")),
                            query,
                            reports.list(
                                    handle,
                                    query.filter(),
                                    query.order(),
                                    query.isDescending(),
                                    query.offset(),
                                    CheckScreenDoors.SIZE),
                            reports.count(handle, query.filter()),
                            doors.desk().open(handle),
                            Optional.empty()));
        });
    }

    /** The form for a check of a part of the archive, or of a batch. */
    @GET
    @Path("new")
    @Needs(Right.FILE)
    public View form(@BeanParam Visit visit, @QueryParam("batch") @DefaultValue("") String batch) {
        return form(visit, Map.of("batch", batch, "stage", batch.isEmpty() ? "long-term" : "filing"), Optional.empty());
    }

    private View form(Visit visit, Map<String, String> typed, Optional<String> error) {
        var batch = Optional.ofNullable(typed.get("batch")).filter(id -> !id.isEmpty());
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "check/new.jte",
                        new NewCheckView(
                                visit.page(visit.text().say("check.new")),
                                typed,
                                batch.map(id -> doors.batches()
                                        .get(handle, CheckForm.id(id))
                                        .title()),
                                error)));
    }

    /** Orders a check. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.FILE)
    public Response order(@BeanParam Visit visit, MultivaluedMap<String, String> sent) {
        var form = CheckForm.of(sent);
        try {
            var run = doors.jdbi()
                    .inTransaction(transaction ->
                            doors.order(transaction, visit, form.stage(), form.target(), form.declared()));
            return visit.seeOther("/checks/runs/" + run.id());
        } catch (Malformed | Refused failure) {
            var error = Optional.of(ProblemText.of(visit.text(), failure));
            return Response.status(Response.Status.CONFLICT)
                    .entity(form(visit, form.values(), error))
                    .build();
        }
    }

    /** One run on its way; leads on to the report once it is there. */
    @GET
    @Path("runs/{id}")
    @Needs({Right.FILE, Right.REVIEW})
    public Response run(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var run = doors.jdbi().withHandle(handle -> doors.desk().run(handle, id));
        var view = new RunView(visit.page(visit.text().say("check.run", run.title())), run);
        if (run.report().isPresent()) {
            var path = "/checks/reports/" + run.report().get();
            return visit.wantsPart()
                    ? Response.noContent().header("HX-Redirect", path).build()
                    : visit.seeOther(path);
        }
        return Response.ok(new View(visit.wantsPart() ? "check/progress.jte" : "check/run.jte", view))
                .build();
    }

    /** Pauses a run. */
    @POST
    @Path("runs/{id}/pause")
    @Needs(Right.FILE)
    public Response pause(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return moved(visit, id, "check.said-paused", transaction -> doors.desk().pause(transaction, visit.who(), id));
    }

    /** Lets a run go on. */
    @POST
    @Path("runs/{id}/resume")
    @Needs(Right.FILE)
    public Response resume(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return moved(
                visit, id, "check.said-resumed", transaction -> doors.desk().resume(transaction, visit.who(), id));
    }

    /** Cancels a run. */
    @POST
    @Path("runs/{id}/cancel")
    @Needs(Right.FILE)
    public Response cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return moved(
                visit, id, "check.said-cancelled", transaction -> doors.desk().cancel(transaction, visit.who(), id));
    }

    private Response moved(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        var path = "/checks/runs/" + id;
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Refused late) {
            return visit.seeOther(path, ProblemText.of(visit.text(), late));
        }
        return visit.seeOther(path, visit.text().say(said));
    }

    /** One report. */
    @GET
    @Path("reports/{id}")
    @Needs({Right.FILE, Right.REVIEW})
    public View report(
            @BeanParam Visit visit, @PathParam("id") UUID id, @QueryParam("part") @DefaultValue("1") int part) {
        return report(visit, id, part, Optional.empty());
    }

    private View report(Visit visit, UUID id, int part, Optional<String> error) {
        return doors.jdbi().withHandle(handle -> {
            var reports = doors.desk().reports();
            var report = reports.get(handle, id);
            return new View(
                    "check/report.jte",
                    new ReportView(
                            visit.page(visit.text().say("check.report", report.title())),
                            report,
                            reports.content(handle, id),
                            reports.family(handle, report),
                            Math.max(1, part),
                            error));
        });
    }

    /** Tests again what a report tested. */
    @POST
    @Path("reports/{id}/retest")
    @Needs(Right.FILE)
    public Response retest(@BeanParam Visit visit, @PathParam("id") UUID id) {
        try {
            var run = doors.jdbi().inTransaction(transaction -> doors.desk().retest(transaction, visit.who(), id));
            return visit.seeOther("/checks/runs/" + run.id());
        } catch (Refused failure) {
            return refused(visit, id, failure);
        }
    }

    /** Notes what only a person can see. */
    @POST
    @Path("reports/{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs({Right.FILE, Right.REVIEW})
    public Response note(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = CheckForm.of(sent);
        try {
            var report = doors.jdbi()
                    .inTransaction(transaction -> doors.desk()
                            .note(
                                    transaction,
                                    visit.who(),
                                    id,
                                    form.text("rule"),
                                    form.text("result").equals("passed"),
                                    form.text("note")));
            return visit.seeOther(
                    "/checks/reports/" + report.id(), visit.text().say("check.said-noted", report.version()));
        } catch (Malformed | Refused failure) {
            return refused(visit, id, failure);
        }
    }

    private Response refused(Visit visit, UUID id, lantai.problem.ArchiveException failure) {
        return Response.status(Response.Status.CONFLICT)
                .entity(report(visit, id, 1, Optional.of(ProblemText.of(visit.text(), failure))))
                .build();
    }

    /** One line on the newest report of a record, for its page; whoever comes by a link is led to the report itself. */
    @GET
    @Path("of-item/{id}")
    @Needs({Right.FILE, Right.REVIEW})
    public Response ofItem(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var report = doors.jdbi().withHandle(handle -> doors.desk().reports().ofItem(handle, id));
        if (visit.wantsPart()) {
            return Response.ok(new View("check/line.jte", new LineView(visit.page(""), "item", id, report)))
                    .build();
        }
        return report.map(found -> visit.seeOther("/checks/reports/" + found.id()))
                .orElseGet(() -> visit.seeOther("/items/" + id, visit.text().say("check.line.none")));
    }

    /** One line on the newest report of a batch, for its page. */
    @GET
    @Path("of-batch/{id}")
    @Needs({Right.FILE, Right.REVIEW})
    public View ofBatch(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var report = doors.jdbi().withHandle(handle -> doors.desk().reports().ofBatch(handle, id));
        return new View("check/line.jte", new LineView(visit.page(""), "batch", id, report));
    }
}

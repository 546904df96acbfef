package lantai.web.workflow;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.workflow.Deed;
import lantai.ingest.workflow.Stage;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /workflow}: batches on their way into the archive, and who is late. */
@Path("workflow")
@Produces(MediaType.TEXT_HTML)
public final class WorkflowResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Jdbi jdbi;
    private final WorkflowDesk desk;

    public WorkflowResource(Jdbi jdbi, WorkflowDesk desk) {
        this.jdbi = jdbi;
        this.desk = desk;
    }

    /** {@return who has anything to do with filing} */
    static Right[] rights() {
        return new Right[] {Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE};
    }

    /** The batches whose stage the reader may do. */
    @GET
    @Needs({Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE})
    public View mine(@BeanParam Visit visit) {
        return jdbi.withHandle(handle -> new View(
                "workflow/tasks.jte",
                new TasksView(
                        visit.page(visit.text().say("workflow.title")),
                        desk.mine(handle, visit.who()),
                        desk.lateness(handle),
                        false)));
    }

    /** Who is late, of all departments. */
    @GET
    @Path("late")
    @Needs({Right.REVIEW, Right.FILE, Right.APPRAISE})
    public View late(@BeanParam Visit visit) {
        return jdbi.withHandle(handle -> new View(
                "workflow/tasks.jte",
                new TasksView(
                        visit.page(visit.text().say("workflow.late")),
                        desk.mine(handle, visit.who()),
                        desk.lateness(handle),
                        true)));
    }

    /** Who is late, as PDF/A. */
    @GET
    @Path("late.pdf")
    @Produces("application/pdf")
    @Needs({Right.REVIEW, Right.FILE, Right.APPRAISE})
    public Response pdf() {
        var table = table();
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"late.pdf\"")
                .build();
    }

    /** Who is late, as a spreadsheet. */
    @GET
    @Path("late.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.REVIEW, Right.FILE, Right.APPRAISE})
    public Response spreadsheet() {
        var table = table();
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return Response.ok(sheet, SPREADSHEET)
                .header("Content-Disposition", "attachment; filename=\"late.xlsx\"")
                .build();
    }

    private Table table() {
        return LatePaper.table(jdbi.withHandle(desk::lateness));
    }

    /** One batch. */
    @GET
    @Path("{batch: [0-9a-f-]{36}}")
    @Needs({Right.REVIEW, Right.FILE, Right.APPRAISE})
    public View batch(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return batch(visit, batch, "", Optional.empty());
    }

    /** The stage is done. */
    @POST
    @Path("{batch}/pass")
    @Needs({Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE})
    public Response pass(@BeanParam Visit visit, @PathParam("batch") UUID batch, @FormParam("seen") int seen) {
        return move(visit, batch, seen, new Deed.Pass());
    }

    /** The batch goes back. */
    @POST
    @Path("{batch}/return")
    @Needs({Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE})
    public Response giveBack(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @FormParam("seen") int seen,
            @FormParam("to") @DefaultValue("") String to,
            @FormParam("reason") @DefaultValue("") String reason) {
        var stage = Stage.of(to).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return move(visit, batch, seen, new Deed.GiveBack(stage, reason));
    }

    private Response move(Visit visit, UUID batch, int seen, Deed deed) {
        try {
            var stage = jdbi.inTransaction(transaction -> desk.move(transaction, visit.who(), batch, seen, deed));
            return visit.seeOther("/workflow", visit.text().say("workflow.moved", stageName(visit, stage)));
        } catch (Malformed | Refused failure) {
            var reason = deed instanceof Deed.GiveBack back ? back.reason() : "";
            return Response.status(Response.Status.CONFLICT)
                    .entity(batch(visit, batch, reason, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
    }

    private static String stageName(Visit visit, Stage stage) {
        return visit.text().say("workflow.stage." + stage.name());
    }

    private View batch(Visit visit, UUID batch, String reason, Optional<String> error) {
        return jdbi.withHandle(handle -> {
            var task = desk.get(handle, batch);
            return new View(
                    "workflow/batch.jte",
                    new BatchWayView(
                            visit.page(task.title()),
                            task,
                            desk.rule(handle),
                            desk.deeds(handle, batch),
                            desk.mayDo(handle, visit.who(), task),
                            reason,
                            error));
        });
    }
}

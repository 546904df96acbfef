package lantai.web.workflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.workflow.BatchTask;
import lantai.ingest.workflow.Deed;
import lantai.ingest.workflow.Stage;
import lantai.ingest.workflow.WorkflowDesk;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/workflow}: batches on their way into the archive, for programs. */
@Path("api/v1/workflow")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkflowApiResource {
    private final Jdbi jdbi;
    private final WorkflowDesk desk;

    public WorkflowApiResource(Jdbi jdbi, WorkflowDesk desk) {
        this.jdbi = jdbi;
        this.desk = desk;
    }

    /**
     * A batch on its way.
     *
     * @param version to be sent back with a deed
     * @param open how many documents are not filed yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TaskJson(
            UUID batch,
            String title,
            String department,
            String owner,
            String stage,
            String since,
            long days,
            int version,
            int open,
            int accepted,
            @Nullable Integer firstYear) {}

    /**
     * A deed.
     *
     * @param to the stage it is given back to; missing when the stage is done
     */
    public record DeedJson(
            @Nullable Integer version,
            @Nullable String to,
            @Nullable String reason) {}

    /** The batches whose stage the caller may do. */
    @GET
    @Needs({Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE})
    public List<TaskJson> mine(@BeanParam Visit visit) {
        return jdbi.withHandle(handle ->
                desk.mine(handle, visit.who()).stream().map(this::told).toList());
    }

    /** Who is late. */
    @GET
    @Path("late")
    @Needs({Right.REVIEW, Right.FILE, Right.APPRAISE})
    public List<TaskJson> late() {
        return jdbi.withHandle(
                handle -> desk.lateness(handle).late().stream().map(this::told).toList());
    }

    /** Passes a batch on, or gives it back. */
    @POST
    @Path("{batch}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Right.RECEIVE, Right.REVIEW, Right.FILE, Right.APPRAISE})
    public TaskJson move(@BeanParam Visit visit, @PathParam("batch") UUID batch, DeedJson sent) {
        var seen = Optional.ofNullable(sent.version()).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        var deed = Optional.ofNullable(sent.to())
                .<Deed>map(to -> new Deed.GiveBack(
                        Stage.of(to).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD)),
                        Optional.ofNullable(sent.reason()).orElse("")))
                .orElseGet(Deed.Pass::new);
        return jdbi.inTransaction(transaction -> {
            desk.move(transaction, visit.who(), batch, seen, deed);
            return told(desk.get(transaction, batch));
        });
    }

    private TaskJson told(BatchTask task) {
        return new TaskJson(
                task.batch(),
                task.title(),
                task.department(),
                task.owner(),
                task.stage().name(),
                task.since().toString(),
                desk.days(task),
                task.version(),
                task.open(),
                task.accepted(),
                task.firstYear().orElse(null));
    }
}

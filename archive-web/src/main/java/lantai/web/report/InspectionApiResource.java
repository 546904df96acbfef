package lantai.web.report;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.inspection.Answer;
import lantai.inspection.Found;
import lantai.inspection.Inspection;
import lantai.inspection.InspectionDesk;
import lantai.inspection.Verdict;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** Self-inspections over the interface. */
@Path("/api/v1/inspections")
@Produces(MediaType.APPLICATION_JSON)
public final class InspectionApiResource {
    private static final int SIZE = 50;

    private final ReportDoors doors;

    public InspectionApiResource(ReportDoors doors) {
        this.doors = doors;
    }

    /** A point and what was found. */
    public record AnswerJson(
            String number,
            String section,
            String question,
            String verdict,
            String note,
            String owner,
            @Nullable String due,
            @Nullable String mendedAt,
            String mended) {
        static AnswerJson of(Answer answer) {
            return new AnswerJson(
                    answer.point().number(),
                    answer.point().section(),
                    answer.point().question(),
                    answer.verdict().name(),
                    answer.note(),
                    answer.owner(),
                    answer.due().map(LocalDate::toString).orElse(null),
                    answer.mendedAt().map(Object::toString).orElse(null),
                    answer.mended());
        }
    }

    /** One inspection. */
    public record InspectionJson(
            UUID id, String title, String openedBy, String openedAt, boolean closed, List<AnswerJson> answers) {
        static InspectionJson of(Inspection inspection) {
            return new InspectionJson(
                    inspection.id(),
                    inspection.title(),
                    inspection.openedBy(),
                    inspection.openedAt().toString(),
                    inspection.closedAt().isPresent(),
                    inspection.answers().stream().map(AnswerJson::of).toList());
        }
    }

    /** What is sent to open one. */
    public record NewInspection(@Nullable String title) {}

    /**
     * What was found at a point.
     *
     * @param due a day as 2026-12-31
     */
    public record FoundJson(
            Verdict verdict,
            @Nullable String note,
            @Nullable String owner,
            @Nullable LocalDate due) {}

    /** How a finding was mended. */
    public record MendedJson(@Nullable String how) {}

    /** Inspections, the last first, 50 a page. */
    @GET
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public List<InspectionDesk.Summary> all(@QueryParam("page") @DefaultValue("1") int page) {
        return doors.jdbi()
                .withHandle(handle -> doors.inspections().page(handle, (Math.max(1, page) - 1) * SIZE, SIZE));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public InspectionJson one(@PathParam("id") UUID id) {
        return InspectionJson.of(
                doors.jdbi().withHandle(handle -> doors.inspections().get(handle, id)));
    }

    /** Opens one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public Response open(@BeanParam Visit visit, NewInspection fresh) {
        var inspection = doors.jdbi()
                .inTransaction(
                        transaction -> doors.inspections().open(transaction, visit.actor(), text(fresh.title())));
        return Response.created(URI.create("/api/v1/inspections/" + inspection.id()))
                .entity(InspectionJson.of(inspection))
                .build();
    }

    /** Writes down what was found at a point. */
    @PUT
    @Path("{id}/points/{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public InspectionJson answer(
            @BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("number") String number, FoundJson found) {
        return InspectionJson.of(doors.jdbi()
                .inTransaction(transaction -> doors.inspections()
                        .answer(
                                transaction,
                                visit.actor(),
                                id,
                                number,
                                new Found(
                                        found.verdict(),
                                        text(found.note()),
                                        text(found.owner()),
                                        Optional.ofNullable(found.due())))));
    }

    /** Tells that a finding is mended. */
    @POST
    @Path("{id}/points/{number}/mend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public InspectionJson mend(
            @BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("number") String number, MendedJson mended) {
        return InspectionJson.of(doors.jdbi()
                .inTransaction(transaction ->
                        doors.inspections().mend(transaction, visit.actor(), id, number, text(mended.how()))));
    }

    /** Closes it. */
    @POST
    @Path("{id}/close")
    @Needs(Right.FILE)
    public InspectionJson close(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return InspectionJson.of(
                doors.jdbi().inTransaction(transaction -> doors.inspections().close(transaction, visit.actor(), id)));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}

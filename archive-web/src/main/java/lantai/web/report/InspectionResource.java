package lantai.web.report;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.inspection.Found;
import lantai.inspection.Verdict;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import lantai.web.security.TypedDay;
import lantai.web.text.Language;
import lantai.web.text.Text;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /reports/inspections}: self-inspections, their findings and what was mended. */
@Path("reports/inspections")
@Produces(MediaType.TEXT_HTML)
public final class InspectionResource {
    private static final int SIZE = 50;

    private final ReportDoors doors;

    public InspectionResource(ReportDoors doors) {
        this.doors = doors;
    }

    /** All of them. */
    @GET
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public View all(@BeanParam Visit visit, @QueryParam("page") @DefaultValue("1") int page) {
        return list(visit, Math.max(1, page), Optional.empty());
    }

    /** Opens one. */
    @POST
    @Needs(Right.FILE)
    public Response open(@BeanParam Visit visit, @FormParam("title") @DefaultValue("") String title) {
        try {
            var inspection = doors.jdbi()
                    .inTransaction(transaction -> doors.inspections().open(transaction, visit.actor(), title));
            return visit.seeOther(address(inspection.id()), visit.text().say("report.said.opened"));
        } catch (Malformed failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(list(visit, 1, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public View one(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return view(visit, id, Optional.empty());
    }

    /** Writes down what was found at a point. */
    @POST
    @Path("{id}/points/{number}")
    @Needs(Right.FILE)
    public Response answer(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("number") String number,
            @FormParam("verdict") @DefaultValue("") String verdict,
            @FormParam("note") @DefaultValue("") String note,
            @FormParam("owner") @DefaultValue("") String owner,
            @FormParam("due") @DefaultValue("") String due) {
        return deed(
                visit,
                id,
                "point-" + number,
                "report.said.answered",
                transaction -> doors.inspections()
                        .answer(
                                transaction,
                                visit.actor(),
                                id,
                                number,
                                new Found(verdict(verdict), note, owner, TypedDay.MEND_BY.ifAny(due))));
    }

    /** Tells that a finding is mended. */
    @POST
    @Path("{id}/points/{number}/mend")
    @Needs(Right.FILE)
    public Response mend(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("number") String number,
            @FormParam("how") @DefaultValue("") String how) {
        return deed(
                visit,
                id,
                "point-" + number,
                "report.said.mended",
                transaction -> doors.inspections().mend(transaction, visit.actor(), id, number, how));
    }

    /** Closes it. */
    @POST
    @Path("{id}/close")
    @Needs(Right.FILE)
    public Response close(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(
                visit,
                id,
                "main",
                "report.said.inspection-closed",
                transaction -> doors.inspections().close(transaction, visit.actor(), id));
    }

    /** One of them as PDF/A. */
    @GET
    @Path("{id}/list.pdf")
    @Produces(Printed.PDF)
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public Response pdf(@PathParam("id") UUID id) {
        return printed(id).pdf();
    }

    /** One of them as a spreadsheet. */
    @GET
    @Path("{id}/list.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public Response spreadsheet(@PathParam("id") UUID id) {
        return printed(id).spreadsheet();
    }

    private Printed printed(UUID id) {
        var inspection = doors.jdbi().withHandle(handle -> doors.inspections().get(handle, id));
        return new Printed("inspection", InspectionPaper.of(Text.in(Language.CHINESE), inspection));
    }

    private Response deed(Visit visit, UUID id, String place, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, id, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
        var answer = visit.seeOther(address(id), visit.text().say(said));
        return Response.fromResponse(answer)
                .location(
                        UriBuilder.fromUri(answer.getLocation()).fragment(place).build())
                .build();
    }

    private View list(Visit visit, int page, Optional<String> error) {
        var found = doors.jdbi().withHandle(handle -> doors.inspections().page(handle, (page - 1) * SIZE, SIZE + 1));
        var today = doors.inspections().today();
        return new View(
                "report/inspections.jte",
                new InspectionsView(
                        visit.page(visit.text().say("report.inspections")),
                        found.stream().limit(SIZE).toList(),
                        page,
                        found.size() > SIZE,
                        visit.text()
                                .say(
                                        "report.inspection.proposed",
                                        Integer.toString(today.getYear()),
                                        today.getMonthValue()),
                        error));
    }

    private View view(Visit visit, UUID id, Optional<String> error) {
        var inspection = doors.jdbi().withHandle(handle -> doors.inspections().get(handle, id));
        return new View(
                "report/inspection.jte",
                new InspectionView(
                        visit.page(inspection.title()),
                        inspection,
                        doors.inspections().today(),
                        error));
    }

    private static String address(UUID id) {
        return "/reports/inspections/" + id;
    }

    private static Verdict verdict(String name) {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
    }
}

package lantai.web.report;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.statistics.AnnualReport;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Text;
import lantai.web.view.View;

/** {@code /reports/statistics}: the annual statistics, counted and typed, closed once a year. */
@Path("reports")
@Produces(MediaType.TEXT_HTML)
public final class StatisticsResource {
    private static final int YEARS_SHOWN = 15;
    private static final String LINE = "line-";

    private final ReportDoors doors;

    public StatisticsResource(ReportDoors doors) {
        this.doors = doors;
    }

    /** The statistics of the year before, which is the one that is due. */
    @GET
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public Response due(@BeanParam Visit visit) {
        return visit.seeOther("/reports/statistics/" + (doors.statistics().thisYear() - 1));
    }

    /** Leads to the years. */
    @GET
    @Path("statistics")
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public Response years(@BeanParam Visit visit) {
        return visit.seeOther("/reports");
    }

    /** One year. */
    @GET
    @Path("statistics/{year : \\d{4}}")
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public View year(@BeanParam Visit visit, @PathParam("year") int year) {
        return view(visit, year, Map.of(), Optional.empty());
    }

    /** Keeps what was typed. */
    @POST
    @Path("statistics/{year : \\d{4}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Needs(Right.FILE)
    public Response type(@BeanParam Visit visit, @PathParam("year") int year, MultivaluedMap<String, String> sent) {
        Map<String, String> figures = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(LINE)) {
                figures.put(name.substring(LINE.length()), values.getFirst());
            }
        });
        try {
            doors.jdbi()
                    .useTransaction(transaction -> doors.statistics().type(transaction, visit.actor(), year, figures));
        } catch (Malformed | Refused failure) {
            return refused(visit, year, figures, ProblemText.of(visit.text(), failure));
        }
        return visit.seeOther("/reports/statistics/" + year, visit.text().say("report.said.kept"));
    }

    /** Closes the year. */
    @POST
    @Path("statistics/{year : \\d{4}}/close")
    @Needs(Right.FILE)
    public Response close(@BeanParam Visit visit, @PathParam("year") int year) {
        try {
            doors.jdbi().useTransaction(transaction -> doors.statistics().close(transaction, visit.actor(), year));
        } catch (Refused failure) {
            return refused(visit, year, Map.of(), ProblemText.of(visit.text(), failure));
        }
        return visit.seeOther("/reports/statistics/" + year, visit.text().say("report.said.closed", year));
    }

    /** One year as PDF/A. */
    @GET
    @Path("statistics/{year : \\d{4}}/form.pdf")
    @Produces(Printed.PDF)
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public Response pdf(@PathParam("year") int year) {
        return printed(year).pdf();
    }

    /** One year as a spreadsheet. */
    @GET
    @Path("statistics/{year : \\d{4}}/form.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public Response spreadsheet(@PathParam("year") int year) {
        return printed(year).spreadsheet();
    }

    private Printed printed(int year) {
        var report = report(year);
        return new Printed("statistics-" + year, StatisticsPaper.of(Text.in(Language.CHINESE), report));
    }

    private AnnualReport report(int year) {
        return doors.jdbi().withHandle(handle -> doors.statistics().report(handle, year));
    }

    private Response refused(Visit visit, int year, Map<String, String> typed, String why) {
        return Response.status(Response.Status.CONFLICT)
                .entity(view(visit, year, typed, Optional.of(why)))
                .build();
    }

    private View view(Visit visit, int year, Map<String, String> typed, Optional<String> error) {
        var running = doors.statistics().thisYear();
        return new View(
                "report/statistics.jte",
                new StatisticsView(
                        visit.page(visit.text().say("report.statistics")),
                        report(year),
                        IntStream.range(0, YEARS_SHOWN)
                                .mapToObj(ago -> running - ago)
                                .toList(),
                        running,
                        typed,
                        error));
    }
}

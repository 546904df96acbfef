package lantai.web.report;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import lantai.account.Right;
import lantai.statistics.AnnualReport;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** The annual statistics over the interface. */
@Path("/api/v1/statistics/{year : \\d{4}}")
@Produces(MediaType.APPLICATION_JSON)
public final class StatisticsApiResource {
    private final ReportDoors doors;

    public StatisticsApiResource(ReportDoors doors) {
        this.doors = doors;
    }

    /**
     * One line.
     *
     * @param counted whether the archive counted it
     * @param evidence S seen in a source, K to be confirmed by the agency, A confirmed by it
     */
    public record LineJson(
            String number,
            String section,
            String name,
            String unit,
            boolean counted,
            @Nullable BigDecimal value,
            String evidence) {
        static LineJson of(AnnualReport.Line line) {
            return new LineJson(
                    line.number(),
                    line.section(),
                    line.name(),
                    line.unit(),
                    line.counted(),
                    line.value().orElse(null),
                    line.evidence());
        }
    }

    /** The report of a year. */
    public record ReportJson(
            int year,
            String title,
            @Nullable String closedBy,
            @Nullable String closedAt,
            List<LineJson> lines) {
        static ReportJson of(AnnualReport report) {
            return new ReportJson(
                    report.year(),
                    report.title(),
                    report.closing().map(AnnualReport.Closing::by).orElse(null),
                    report.closing().map(closing -> closing.at().toString()).orElse(null),
                    report.lines().stream().map(LineJson::of).toList());
        }
    }

    /** The report of a year. */
    @GET
    @Needs({Right.FILE, Right.APPROVE_POLICY})
    public ReportJson report(@PathParam("year") int year) {
        return ReportJson.of(
                doors.jdbi().withHandle(handle -> doors.statistics().report(handle, year)));
    }

    /** Keeps figures by the numbers of their lines; an empty text takes one back. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public ReportJson type(@BeanParam Visit visit, @PathParam("year") int year, Map<String, String> figures) {
        return ReportJson.of(doors.jdbi()
                .inTransaction(transaction -> doors.statistics().type(transaction, visit.actor(), year, figures)));
    }

    /** Closes the year. */
    @POST
    @Path("close")
    @Needs(Right.FILE)
    public ReportJson close(@BeanParam Visit visit, @PathParam("year") int year) {
        return ReportJson.of(
                doors.jdbi().inTransaction(transaction -> doors.statistics().close(transaction, visit.actor(), year)));
    }
}

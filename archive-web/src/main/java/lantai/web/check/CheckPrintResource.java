package lantai.web.check;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import lantai.account.Right;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** {@code /checks/reports/ID/report.pdf}, {@code .xlsx} and {@code .json}: a report to be taken away. */
@Path("checks")
public final class CheckPrintResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CheckScreenDoors doors;

    public CheckPrintResource(CheckScreenDoors doors) {
        this.doors = doors;
    }

    private record Paper(Table table, String number) {}

    /** The report as PDF/A, with lines for three signatures. */
    @GET
    @Path("reports/{id}/report.pdf")
    @Produces("application/pdf")
    @Needs({Right.FILE, Right.REVIEW})
    public Response pdf(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var paper = paper(visit, id);
        StreamingOutput pdf = out -> new TablePdf(paper.table()).write(out);
        return answer(pdf, "application/pdf", paper.number(), "pdf");
    }

    /** The report as a spreadsheet. */
    @GET
    @Path("reports/{id}/report.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.FILE, Right.REVIEW})
    public Response spreadsheet(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var paper = paper(visit, id);
        StreamingOutput sheet = out -> new TableSpreadsheet(paper.table()).write(out);
        return answer(sheet, SPREADSHEET, paper.number(), "xlsx");
    }

    /** The exact bytes that are digested and signed. */
    @GET
    @Path("reports/{id}/report.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Needs({Right.FILE, Right.REVIEW})
    public Response json(@BeanParam Visit visit, @PathParam("id") UUID id) {
        record Kept(String number, String text) {}
        var kept = doors.jdbi().inTransaction(transaction -> {
            var report = doors.desk().reports().get(transaction, id);
            doors.taken(transaction, visit, id, report.number());
            return new Kept(report.number(), doors.desk().reports().text(transaction, id));
        });
        return answer(kept.text(), MediaType.APPLICATION_JSON, kept.number(), "json");
    }

    private Paper paper(Visit visit, UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            var reports = doors.desk().reports();
            var report = reports.get(transaction, id);
            doors.taken(transaction, visit, id, report.number());
            return new Paper(
                    new ReportPaper(Text.in(Language.CHINESE), report, reports.content(transaction, id)).table(),
                    report.number());
        });
    }

    private static Response answer(Object file, String type, String name, String ending) {
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"")
                .build();
    }
}

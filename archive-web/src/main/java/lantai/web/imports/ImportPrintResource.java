package lantai.web.imports;

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
import lantai.audit.AuditAction;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.ImportState;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** {@code /catalogue/imports/ID/findings/findings.xlsx}, {@code .csv} and {@code .pdf}: what is to be said about a catalogue, to be taken away. */
@Path("catalogue/imports/{id}/findings")
public final class ImportPrintResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportDoors doors;

    public ImportPrintResource(ImportDoors doors) {
        this.doors = doors;
    }

    /** As a spreadsheet. */
    @GET
    @Path("findings.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.FILE)
    public Response spreadsheet(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var of = taken(visit, id);
        var table = new FindingTable(doors, visit.text(), of).table();
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return answer(sheet, SPREADSHEET, "xlsx");
    }

    /** As text with commas. */
    @GET
    @Path("findings.csv")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.FILE)
    public Response text(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var of = taken(visit, id);
        var table = new FindingTable(doors, visit.text(), of);
        StreamingOutput text = out -> table.csv(out);
        return answer(text, "text/csv;charset=UTF-8", "csv");
    }

    /** To be printed. */
    @GET
    @Path("findings.pdf")
    @Produces("application/pdf")
    @Needs(Right.FILE)
    public Response pdf(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var of = taken(visit, id);
        var table = new FindingTable(doors, visit.text(), of).table();
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return answer(pdf, "application/pdf", "pdf");
    }

    private CatalogueImport taken(Visit visit, UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            var of = doors.get(transaction, id);
            if (of.state() != ImportState.CHECKED) {
                throw new Refused(ImportProblem.NOT_CHECKED);
            }
            doors.seen(transaction, visit, of, AuditAction.COPY_EXPORTED);
            return of;
        });
    }

    private static Response answer(StreamingOutput file, String type, String ending) {
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"findings." + ending + "\"")
                .build();
    }
}

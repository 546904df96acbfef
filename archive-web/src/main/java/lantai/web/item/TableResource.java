package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.print.TableSpreadsheet;
import lantai.problem.NotFound;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** The tables on the pages of an item as a spreadsheet, taken away like any other copy. */
@Path("items/{id}/tables.xlsx")
public final class TableResource {
    private final Shelf shelf;
    private final ReadingLog log;
    private final ExportReasons reasons;

    public TableResource(ItemDoors doors) {
        shelf = new Shelf(doors);
        reasons = new ExportReasons(doors);
        log = new ReadingLog(doors.jdbi(), doors.audit(), doors.clock());
    }

    /** All tables of all pages, one below the other. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response spreadsheet(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = shelf.open(visit.who(), id);
        if (reasons.isMissing(visit.who(), opened)) {
            return visit.seeOther("/items/" + id + "/reason");
        }
        var tables = shelf.tables(opened);
        if (tables.isEmpty()) {
            throw new NotFound(ItemProblem.NO_TABLES);
        }
        log.record(visit.who(), AuditAction.COPY_EXPORTED, opened, Map.of("format", "XLSX"));
        var item = opened.item();
        var sheet = new TableSpreadsheet(ReadTables.sheet(
                item.title(),
                item.referenceCode().text(),
                tables,
                visit.text().say("item.tables.page"),
                visit.text().say("item.tables.number")));
        StreamingOutput out = sheet::write;
        return Response.ok(out, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", "attachment; filename=\"tables-" + id + ".xlsx\"")
                .build();
    }
}

package lantai.web.imports;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.ingest.hooking.HookDesk.Progress;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /catalogue/hooking}: the pages of batches are joined to entries by the codes in their names. */
@Path("catalogue/hooking")
@Produces(MediaType.TEXT_HTML)
public final class HookResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST = 100;

    private final HookDoors doors;

    public HookResource(HookDoors doors) {
        this.doors = doors;
    }

    /** The batches with documents under review. */
    @GET
    @Needs(Right.FILE)
    public View all(@BeanParam Visit visit) {
        var batches = doors.jdbi().withHandle(handle -> doors.desk().waiting(handle, MOST));
        return new View(
                "imports/hooks.jte", new HooksView(visit.page(visit.text().say("imports.hook.title")), batches));
    }

    /** What of a batch belongs where; only how far it has come, when a part is wanted. */
    @GET
    @Path("{batch}")
    @Needs(Right.FILE)
    public Response one(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        var view = view(visit, batch, Optional.empty());
        if (visit.wantsPart()) {
            var answer = Response.ok(new View("imports/hooking.jte", view));
            return view.isWorking()
                    ? answer.build()
                    : answer.header("HX-Refresh", "true").build();
        }
        return Response.ok(new View("imports/hook.jte", view)).build();
    }

    /** Joins what belongs together. */
    @POST
    @Path("{batch}")
    @Needs(Right.FILE)
    public Response hook(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        try {
            doors.jdbi().useTransaction(transaction -> doors.desk().order(transaction, visit.who(), batch));
        } catch (Refused failure) {
            var told = view(visit, batch, Optional.of(ProblemText.of(visit.text(), failure)));
            return Response.status(Response.Status.CONFLICT)
                    .entity(new View("imports/hook.jte", told))
                    .build();
        }
        return visit.seeOther("/catalogue/hooking/" + batch, visit.text().say("imports.hook.said"));
    }

    /** What does not fit, to be printed. */
    @GET
    @Path("{batch}/list.pdf")
    @Produces("application/pdf")
    @Needs(Right.FILE)
    public Response pdf(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        var table = table(visit, batch);
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return answer(pdf, "application/pdf", "pdf");
    }

    /** What does not fit, as a spreadsheet. */
    @GET
    @Path("{batch}/list.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.FILE)
    public Response spreadsheet(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        var table = table(visit, batch);
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return answer(sheet, SPREADSHEET, "xlsx");
    }

    private static Response answer(StreamingOutput file, String type, String ending) {
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"hooking." + ending + "\"")
                .build();
    }

    private Table table(Visit visit, UUID batch) {
        return doors.jdbi().inTransaction(transaction -> {
            var of = doors.batches().get(transaction, batch);
            doors.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.COPY_EXPORTED,
                            Subject.of("batch", batch),
                            Map.of("list", "hooking"));
            return new HookTable(visit.text()).table(of.title(), doors.desk().plan(transaction, batch));
        });
    }

    private HookView view(Visit visit, UUID batch, Optional<String> error) {
        return doors.jdbi().inTransaction(transaction -> {
            var of = doors.batches().get(transaction, batch);
            doors.audit()
                    .record(
                            transaction,
                            visit.actor(),
                            AuditAction.CATALOGUE_READ,
                            Subject.of("batch", batch),
                            Map.of());
            Optional<Progress> progress = doors.desk().progress(transaction, batch);
            return new HookView(
                    visit.page(visit.text().say("imports.hook.of", of.title())),
                    of,
                    doors.desk().plan(transaction, batch),
                    progress,
                    error);
        });
    }
}

package lantai.web.imports;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.ingest.catalogue.CatalogueField;
import lantai.ingest.catalogue.CatalogueFiles.Row;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.CatalogueRow;
import lantai.ingest.catalogue.Finding;
import lantai.ingest.catalogue.ImportState;
import lantai.ingest.catalogue.Mapping;
import lantai.ingest.catalogue.RowState;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.imports.ImportView.ColumnView;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /catalogue/imports}: catalogues from outside. */
@Path("catalogue/imports")
@Produces(MediaType.TEXT_HTML)
public final class ImportResource {
    private static final int SIZE = 50;
    private static final int PREVIEW = 10;
    private static final int SAMPLES = 3;

    private final ImportDoors doors;

    public ImportResource(ImportDoors doors) {
        this.doors = doors;
    }

    /** All of them, and where a new one is handed in. */
    @GET
    @Needs(Right.FILE)
    public View all(@BeanParam Visit visit, @QueryParam("before") @Nullable UUID before) {
        var last = Optional.ofNullable(before);
        var imports = doors.jdbi().withHandle(handle -> doors.desk().imports().list(handle, last, SIZE + 1));
        return new View(
                "imports/imports.jte",
                new ImportsView(
                        visit.page(visit.text().say("imports.title")),
                        imports.stream().limit(SIZE).toList(),
                        imports.size() > SIZE,
                        doors.jdbi().withHandle(doors.desk()::rule).keepDays(),
                        doors.clock().instant()));
    }

    /** One of them; only how far it has come, when a part is wanted. */
    @GET
    @Path("{id}")
    @Needs(Right.FILE)
    public Response one(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("findings") @DefaultValue("0") int findings,
            @QueryParam("differences") @DefaultValue("0") int differences) {
        if (visit.wantsPart()) {
            var of = doors.jdbi().withHandle(handle -> doors.get(handle, id));
            var answer = Response.ok(new View("imports/progress.jte", bare(visit, of)));
            return of.state().isWorking()
                    ? answer.build()
                    : answer.header("HX-Refresh", "true").build();
        }
        return Response.ok(view(visit, id, findings, differences, Optional.empty()))
                .build();
    }

    /** Says what the columns mean; with {@code check}, has every row looked at. */
    @POST
    @Path("{id}/mapping")
    @Needs(Right.FILE)
    public Response map(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("version") int version,
            @FormParam("heading") @DefaultValue("0") int heading,
            @FormParam("field") List<String> fields,
            @FormParam("check") @DefaultValue("") String check) {
        return deed(visit, id, check.isEmpty() ? "imports.said.mapped" : "imports.said.checking", transaction -> {
            doors.desk().map(transaction, id, version, Mapping.of(Math.max(0, heading), fields));
            if (!check.isEmpty()) {
                doors.desk().check(transaction, visit.who(), id);
            }
        });
    }

    /** Makes the entries visible. */
    @POST
    @Path("{id}/apply")
    @Needs(Right.FILE)
    public Response apply(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(
                visit, id, "imports.said.applying", transaction -> doors.desk().apply(transaction, visit.who(), id));
    }

    /** Gives it up. */
    @POST
    @Path("{id}/cancel")
    @Needs(Right.FILE)
    public Response cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(
                visit, id, "imports.said.cancelled", transaction -> doors.desk().cancel(transaction, visit.who(), id));
    }

    /** Gives up several; those that are visible already stay. */
    @POST
    @Path("cancel")
    @Needs(Right.FILE)
    public Response cancelMany(@BeanParam Visit visit, @FormParam("import") List<UUID> ids) {
        var done = doors.jdbi().inTransaction(transaction -> doors.desk().cancel(transaction, visit.who(), ids));
        return visit.seeOther("/catalogue/imports", visit.text().say("imports.said.cancelled-many", done));
    }

    /** Takes its entries out again. */
    @POST
    @Path("{id}/undo")
    @Needs(Right.FILE)
    public Response undo(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        return deed(
                visit,
                id,
                "imports.said.undoing",
                transaction -> doors.desk().undo(transaction, visit.who(), id, reason));
    }

    private Response deed(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, id, 0, 0, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
        return visit.seeOther("/catalogue/imports/" + id, visit.text().say(said));
    }

    private View view(Visit visit, UUID id, int findings, int differences, Optional<String> error) {
        return doors.jdbi().inTransaction(transaction -> {
            var of = doors.get(transaction, id);
            var mappable = of.state() == ImportState.READ;
            var checked = of.state() == ImportState.CHECKED;
            if (mappable || checked) {
                doors.seen(transaction, visit, of, AuditAction.CATALOGUE_READ);
            }
            var rows = doors.desk().rows();
            var found = checked ? rows.findings(transaction, id, findings, SIZE + 1) : List.<Finding>of();
            var differing = checked
                    ? rows.in(transaction, id, RowState.DIFFERENT, differences, SIZE + 1)
                    : List.<CatalogueRow>of();
            return new View(
                    "imports/import.jte",
                    new ImportView(
                            visit.page(of.title()),
                            of,
                            facts(of),
                            mappable ? columns(of) : List.of(),
                            mappable ? doors.desk().preview(transaction, of, PREVIEW) : List.of(),
                            found.stream().limit(SIZE).toList(),
                            found.size() > SIZE,
                            differing.stream().limit(SIZE).toList(),
                            differing.size() > SIZE,
                            error));
        });
    }

    private ImportView.Facts facts(CatalogueImport of) {
        return new ImportView.Facts(doors.desk().records(of), doors.desk().headings(of));
    }

    private ImportView bare(Visit visit, CatalogueImport of) {
        return new ImportView(
                visit.page(of.title()),
                of,
                facts(of),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                false,
                Optional.empty());
    }

    private List<ColumnView> columns(CatalogueImport of) {
        var heading = of.mapping().heading();
        var first = doors.desk().files().first(of.id(), heading + SAMPLES + 1);
        var headings = first.stream().filter(row -> row.number() == heading).findFirst();
        var samples = first.stream()
                .filter(row -> row.number() > heading)
                .limit(SAMPLES)
                .toList();
        return IntStream.range(0, of.mapping().fields().size())
                .mapToObj(column -> {
                    var field = of.mapping().fields().get(column);
                    return new ColumnView(
                            column,
                            headings.map(row -> cell(row, column)).orElse(""),
                            samples(samples, column, field),
                            field);
                })
                .toList();
    }

    private static List<String> samples(List<Row> rows, int column, Optional<CatalogueField> field) {
        var cells = new ArrayList<String>();
        for (var row : rows) {
            var cell = cell(row, column);
            if (!cell.isEmpty()) {
                cells.add(field.equals(Optional.of(CatalogueField.PERSON_ID)) ? Finding.masked(cell) : cell);
            }
        }
        return cells;
    }

    private static String cell(Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).strip() : "";
    }
}

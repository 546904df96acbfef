package lantai.web.imports;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.ingest.catalogue.CatalogueImport;
import lantai.ingest.catalogue.CatalogueRow;
import lantai.ingest.catalogue.Finding;
import lantai.ingest.catalogue.Mapping;
import lantai.ingest.catalogue.RowState;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Catalogues from outside, over the interface. */
@Path("/api/v1/catalogue/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportApiResource {
    private static final int MOST = 1_000;

    private final ImportDoors doors;

    public ImportApiResource(ImportDoors doors) {
        this.doors = doors;
    }

    /**
     * One import.
     *
     * @param columns the name of the field of each column, empty for none
     * @param rows of the table, the heading included
     * @param records rows below the headings
     * @param counts rows by state, findings by severity
     */
    public record ImportJson(
            UUID id,
            String file,
            String state,
            String reason,
            String form,
            String charset,
            String separator,
            String sheet,
            int heading,
            List<String> columns,
            int rows,
            int records,
            int done,
            Map<String, Integer> counts,
            String createdBy,
            String createdAt,
            @Nullable String appliedBy,
            @Nullable String appliedAt,
            int version) {
        static ImportJson of(CatalogueImport of, int records) {
            return new ImportJson(
                    of.id(),
                    of.title(),
                    of.state().name(),
                    of.reason(),
                    of.table().form(),
                    of.table().charset(),
                    of.table().separator(),
                    of.table().sheet(),
                    of.mapping().heading(),
                    of.mapping().fields().stream()
                            .map(field -> field.map(Enum::name).orElse(""))
                            .toList(),
                    of.rowCount(),
                    records,
                    of.done(),
                    of.counts(),
                    of.createdBy(),
                    of.createdAt().toString(),
                    of.appliedBy().orElse(null),
                    of.appliedAt().map(Object::toString).orElse(null),
                    of.version());
        }
    }

    /**
     * One finding.
     *
     * @param column from 1, 0 when the table has none for the field
     * @param heading of the column, empty when it has none
     * @param rule what the value was held to, with its version where it is a rule of the house
     * @param sentence all of it in words
     */
    public record FindingJson(
            int row,
            String severity,
            String field,
            int column,
            String heading,
            String value,
            String code,
            String rule,
            String sentence) {
        static FindingJson of(Finding finding, Sentences sentences) {
            var column = finding.column();
            return new FindingJson(
                    finding.row(),
                    finding.severity().name(),
                    finding.field().name(),
                    column,
                    column > 0 && column <= sentences.headings().size()
                            ? sentences.headings().get(column - 1).strip()
                            : "",
                    finding.value(),
                    finding.problem().substring(finding.problem().indexOf('.') + 1),
                    sentences.rule(finding),
                    sentences.sentence(finding));
        }
    }

    /** One row. */
    public record RowJson(
            int row,
            String state,
            @Nullable UUID item,
            String referenceCode,
            String title,
            Map<String, List<String>> change) {
        static RowJson of(CatalogueRow row) {
            var change = new java.util.TreeMap<String, List<String>>();
            row.change().forEach((field, values) -> change.put(field.name(), values));
            return new RowJson(
                    row.row(), row.state().name(), row.item().orElse(null), row.referenceCode(), row.title(), change);
        }
    }

    /** What the columns mean. */
    public record MappingJson(int heading, @Nullable List<String> columns, int version) {}

    /** Why something is done. */
    public record Reason(@Nullable String reason) {}

    /** Takes a catalogue in, whose bytes are the body. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Needs(Right.FILE)
    public Response receive(
            @BeanParam Visit visit, @QueryParam("name") @DefaultValue("") String name, InputStream bytes)
            throws IOException {
        var plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (plain.isEmpty() || plain.length() > 200) {
            throw new Malformed(ImportProblem.NAME_MISSING);
        }
        var id = doors.desk().receive(visit.who(), plain, bytes);
        return Response.created(URI.create("/api/v1/catalogue/imports/" + id))
                .entity(json(id))
                .build();
    }

    /** All of them, the newest first. */
    @GET
    @Needs(Right.FILE)
    public List<ImportJson> list(
            @QueryParam("before") @Nullable UUID before, @QueryParam("limit") @DefaultValue("100") int limit) {
        return doors.jdbi()
                .withHandle(handle ->
                        doors
                                .desk()
                                .imports()
                                .list(handle, Optional.ofNullable(before), Math.clamp(limit, 1, MOST))
                                .stream()
                                .map(this::told)
                                .toList());
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Needs(Right.FILE)
    public ImportJson one(@PathParam("id") UUID id) {
        return json(id);
    }

    /** Says what the columns mean. */
    @PUT
    @Path("{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public ImportJson map(@PathParam("id") UUID id, MappingJson mapping) {
        var columns = Optional.ofNullable(mapping.columns()).orElse(List.of());
        if (columns.size() > MOST || columns.stream().anyMatch(java.util.Objects::isNull)) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        return deed(
                id,
                transaction -> doors.desk()
                        .map(transaction, id, mapping.version(), Mapping.of(Math.max(0, mapping.heading()), columns)));
    }

    /** Has every row looked at. */
    @POST
    @Path("{id}/check")
    @Needs(Right.FILE)
    public ImportJson check(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(id, transaction -> doors.desk().check(transaction, visit.who(), id));
    }

    /** Makes the entries visible. */
    @POST
    @Path("{id}/apply")
    @Needs(Right.FILE)
    public ImportJson apply(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(id, transaction -> doors.desk().apply(transaction, visit.who(), id));
    }

    /** Gives it up. */
    @POST
    @Path("{id}/cancel")
    @Needs(Right.FILE)
    public ImportJson cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(id, transaction -> doors.desk().cancel(transaction, visit.who(), id));
    }

    /** How many were given up. */
    public record GivenUp(int imports) {}

    /** Gives up several; those that are visible already stay. */
    @POST
    @Path("cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public GivenUp cancelMany(@BeanParam Visit visit, List<UUID> ids) {
        return new GivenUp(
                doors.jdbi().inTransaction(transaction -> doors.desk().cancel(transaction, visit.who(), ids)));
    }

    /** Takes its entries out again. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public ImportJson undo(@BeanParam Visit visit, @PathParam("id") UUID id, Reason reason) {
        return deed(
                id,
                transaction -> doors.desk()
                        .undo(
                                transaction,
                                visit.who(),
                                id,
                                Optional.ofNullable(reason.reason()).orElse("")));
    }

    /** The findings after a row, in the order of the table. */
    @GET
    @Path("{id}/findings")
    @Needs(Right.FILE)
    public List<FindingJson> findings(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var headings = doors.desk().headings(doors.jdbi().withHandle(handle -> doors.get(handle, id)));
        var sentences = new Sentences(visit.text(), headings);
        return read(visit, id, handle -> doors.desk().rows().findings(handle, id, after, Math.clamp(limit, 1, MOST)))
                .map(finding -> FindingJson.of(finding, sentences))
                .toList();
    }

    /** The rows in a state after a row, in the order of the table. */
    @GET
    @Path("{id}/rows")
    @Needs(Right.FILE)
    public List<RowJson> rows(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("state") @DefaultValue("NEW") String state,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        var wanted = Stream.of(RowState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return read(visit, id, handle -> doors.desk().rows().in(handle, id, wanted, after, Math.clamp(limit, 1, MOST)))
                .map(RowJson::of)
                .toList();
    }

    private <T> Stream<T> read(Visit visit, UUID id, java.util.function.Function<Handle, List<T>> reading) {
        return doors
                .jdbi()
                .inTransaction(transaction -> {
                    doors.seen(transaction, visit, doors.get(transaction, id), AuditAction.CATALOGUE_READ);
                    return reading.apply(transaction);
                })
                .stream();
    }

    private ImportJson deed(UUID id, Consumer<Handle> deed) {
        doors.jdbi().useTransaction(deed::accept);
        return json(id);
    }

    private ImportJson json(UUID id) {
        return told(doors.jdbi().withHandle(handle -> doors.get(handle, id)));
    }

    private ImportJson told(CatalogueImport of) {
        return ImportJson.of(of, doors.desk().records(of));
    }
}

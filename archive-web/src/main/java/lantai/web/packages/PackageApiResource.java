package lantai.web.packages;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.ingest.intake.Source;
import lantai.web.frame.Visit;
import lantai.web.packages.PackageImport.Outcome;
import lantai.web.packages.Packing.Wanted;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;
import org.jspecify.annotations.Nullable;

/** Packages over the interface. */
@Path("/api/v1/packages")
public final class PackageApiResource {
    private final Packing packing;
    private final PackageReceipts receipts;
    private final PackageImport imports;

    public PackageApiResource(Packing packing, PackageReceipts receipts, PackageImport imports) {
        this.packing = packing;
        this.imports = imports;
        this.receipts = receipts;
    }

    /**
     * What was noted.
     *
     * @param again whether it had been noted before
     */
    public record Noted(boolean again) {}

    /** Notes that a package has come in as a batch; all of its files must have arrived there. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.RECEIVE)
    public Response received(@BeanParam Visit visit, PackageReceipts.@Nullable Received received) {
        var again = receipts.note(visit, received);
        return Response.status(again ? Response.Status.OK : Response.Status.CREATED)
                .entity(new Noted(again))
                .build();
    }

    /**
     * What came of a package.
     *
     * @param batch where its files are; absent when it is not valid or was only looked at
     * @param errors with {@code code}, {@code place}, {@code message} and a {@code sentence} in the language of the reader
     */
    public record Looked(
            String name,
            String format,
            boolean valid,
            @Nullable UUID batch,
            int files,
            boolean again,
            Map<String, String> facts,
            List<Map<String, String>> errors,
            List<Map<String, String>> warnings) {
        static Looked of(Outcome outcome, Visit visit) {
            var report = outcome.report();
            return new Looked(
                    outcome.name(),
                    report.format(),
                    report.isValid(),
                    outcome.batch().orElse(null),
                    outcome.files(),
                    outcome.again(),
                    report.facts(),
                    PackageImport.found(report.errors(), visit.text()),
                    PackageImport.found(report.warnings(), visit.text()));
        }
    }

    /** Takes a package in, whose bytes are the body. */
    @POST
    @Path("import")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.RECEIVE)
    public Response receive(
            @BeanParam Visit visit,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("from") @DefaultValue("") String from,
            InputStream bytes)
            throws IOException {
        var source = from.equals("screen") ? Source.SCREEN : Source.INTERFACE;
        var looked = Looked.of(imports.look(visit, name, bytes, true, source), visit);
        var status = looked.batch() == null
                ? Response.Status.CONFLICT
                : looked.again() ? Response.Status.OK : Response.Status.CREATED;
        return Response.status(status).entity(looked).build();
    }

    /** Only looks at a package, whose bytes are the body. */
    @POST
    @Path("validate")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.RECEIVE)
    public Looked validate(@BeanParam Visit visit, @QueryParam("name") @DefaultValue("") String name, InputStream bytes)
            throws IOException {
        return Looked.of(imports.look(visit, name, bytes, false, Source.INTERFACE), visit);
    }

    /** Records as a zip file: those with the codes named, or all at a place of the tree. */
    @GET
    @Path("{form}")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.FILE)
    public Response export(
            @BeanParam Visit visit,
            @PathParam("form") String form,
            @QueryParam("reason") @DefaultValue("") String reason,
            @QueryParam("code") List<String> codes,
            @QueryParam("fonds") @DefaultValue("") String fonds,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("class") @DefaultValue("") String classCode,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("kept") @DefaultValue("") String kept) {
        var node = new Node(fonds, category, classCode, Packing.year(year), PlaceQuery.kept(kept));
        return packing.pack(visit, new Wanted(form, reason, List.copyOf(codes), node));
    }
}

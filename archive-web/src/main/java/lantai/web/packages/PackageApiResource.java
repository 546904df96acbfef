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
import java.util.List;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.packages.Packing.Wanted;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;
import org.jspecify.annotations.Nullable;

/** Packages over the interface. */
@Path("/api/v1/packages")
public final class PackageApiResource {
    private final Packing packing;
    private final PackageReceipts receipts;

    public PackageApiResource(Packing packing, PackageReceipts receipts) {
        this.packing = packing;
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

package lantai.web.packages;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.packages.Packing.Wanted;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;

/** {@code /catalogue/export}: a place of the tree as a package. */
@Path("catalogue/export")
public final class PackageResource {
    private final Packing packing;

    public PackageResource(Packing packing) {
        this.packing = packing;
    }

    /** Everything at the place that the reader may see. */
    @POST
    @Produces(MediaType.WILDCARD)
    @Needs(Right.FILE)
    public Response export(
            @BeanParam Visit visit,
            @FormParam("form") @DefaultValue("") String form,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("fonds") @DefaultValue("") String fonds,
            @FormParam("category") @DefaultValue("") String category,
            @FormParam("class") @DefaultValue("") String classCode,
            @FormParam("year") @DefaultValue("") String year,
            @FormParam("kept") @DefaultValue("") String kept) {
        var node = new Node(fonds, category, classCode, Packing.year(year), PlaceQuery.kept(kept));
        return packing.pack(visit, new Wanted(form, reason, List.of(), node));
    }
}

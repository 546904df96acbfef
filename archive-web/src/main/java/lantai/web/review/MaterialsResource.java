package lantai.web.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /review/materials/BATCH}: what belongs to the matters of a batch, and what of it is missing. */
@Path("review/materials/{batch}")
@Produces(MediaType.TEXT_HTML)
public final class MaterialsResource {
    private final MaterialDoors doors;

    public MaterialsResource(MaterialDoors doors) {
        this.doors = doors;
    }

    /** The page; one line for the page of the batch when a part is wanted. */
    @GET
    @Needs({Right.REVIEW, Right.FILE})
    public View materials(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        var told = doors.jdbi().inTransaction(transaction -> doors.told(transaction, visit.who(), batch));
        return new View(
                visit.wantsPart() ? "review/materials-line.jte" : "review/materials.jte",
                new MaterialsView(visit.page(visit.text().say("review.materials")), told.batch(), told.matters()));
    }
}

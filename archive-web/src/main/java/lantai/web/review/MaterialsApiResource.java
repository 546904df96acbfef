package lantai.web.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** The materials of the matters of a batch, over the interface. */
@Path("/api/v1/review/materials/{batch}")
@Produces(MediaType.APPLICATION_JSON)
public final class MaterialsApiResource {
    private final MaterialDoors doors;

    public MaterialsApiResource(MaterialDoors doors) {
        this.doors = doors;
    }

    /**
     * One material.
     *
     * @param evidence S seen in a source, K to be confirmed by the agency, A confirmed by it
     * @param document the first paper that is it
     */
    public record MaterialJson(
            String name,
            boolean required,
            boolean main,
            String evidence,
            @Nullable UUID document) {}

    /**
     * One matter.
     *
     * @param link the business link that asks for the materials
     * @param missing how many required ones are not there
     */
    public record MatterJson(
            String link, String name, String person, int papers, long missing, List<MaterialJson> materials) {}

    /** What of each matter is there. */
    @GET
    @Needs({Right.REVIEW, Right.FILE})
    public List<MatterJson> materials(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi().inTransaction(transaction -> doors.told(transaction, visit.who(), batch)).matters().stream()
                .map(matter -> new MatterJson(
                        matter.link(),
                        matter.name(),
                        matter.person(),
                        matter.papers(),
                        matter.missing(),
                        matter.lines().stream()
                                .map(line -> new MaterialJson(
                                        line.material().name(),
                                        line.material().required(),
                                        line.material().main(),
                                        line.material().evidence(),
                                        line.there().orElse(null)))
                                .toList()))
                .toList();
    }
}

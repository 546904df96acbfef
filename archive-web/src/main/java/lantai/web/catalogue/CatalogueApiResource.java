package lantai.web.catalogue;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.scheme.ClassNode;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** The tree of the catalogue over the interface. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogueApiResource {
    private final CatalogueDoors doors;

    public CatalogueApiResource(CatalogueDoors doors) {
        this.doors = doors;
    }

    /** How many records lie in one lowest place. */
    public record CountJson(String fonds, String category, String classCode, String className, int year, int items) {}

    /**
     * One class of the scheme.
     *
     * @param evidence S seen in a source, K to be confirmed by the agency, A confirmed by it
     */
    public record ClassJson(String code, String category, String name, String evidence) {
        static ClassJson of(ClassNode node) {
            return new ClassJson(node.code(), node.category().name(), node.name(), node.evidence());
        }
    }

    /** Counts of what the caller may see, in the order of the tree. */
    @GET
    @Path("tree")
    @Needs(Right.SEARCH)
    public List<CountJson> tree(@BeanParam Visit visit) {
        return doors.jdbi().withHandle(handle -> {
            var scheme = doors.scheme().scheme(handle);
            return doors.visible().counts(handle, Viewer.visibility(visit.who())).stream()
                    .map(count -> new CountJson(
                            count.fonds(),
                            count.category(),
                            count.classCode(),
                            scheme.nameOf(count.classCode()),
                            count.year(),
                            count.items()))
                    .toList();
        });
    }

    /** The classes of the scheme in force. */
    @GET
    @Path("classes")
    @Needs(Right.SEARCH)
    public List<ClassJson> classes() {
        return doors.jdbi()
                .withHandle(handle -> doors.scheme().scheme(handle).classes().stream()
                        .map(ClassJson::of)
                        .toList());
    }
}

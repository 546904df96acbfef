package lantai.web.catalogue;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.scheme.ClassNode;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;

/** The tree of the catalogue over the interface. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogueApiResource {
    private static final int MOST = 200;

    private final CatalogueDoors doors;

    public CatalogueApiResource(CatalogueDoors doors) {
        this.doors = doors;
    }

    /**
     * How many records lie in one lowest place.
     *
     * @param electronic how many are born digital or of the category of electronic records
     * @param digitised how many are pictures of paper
     * @param withoutFiles how many are entries without an original
     */
    public record CountJson(
            String fonds,
            String category,
            String classCode,
            String className,
            int year,
            int items,
            int electronic,
            int digitised,
            int withoutFiles) {}

    /**
     * One record of the list.
     *
     * @param origin how it came to be: BORN_DIGITAL, DIGITISED, EDITED, PHYSICAL or UNKNOWN
     * @param hasFiles whether there is an original here
     */
    public record RecordJson(
            UUID id, String referenceCode, String title, int year, String origin, boolean hasFiles, int pages) {}

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
                            count.items(),
                            count.electronic(),
                            count.digitised(),
                            count.withoutFiles()))
                    .toList();
        });
    }

    /** The first records of a place, at most 200, in the order of their codes; {@code kept} narrows them by form. */
    @GET
    @Path("records")
    @Needs(Right.SEARCH)
    public List<RecordJson> records(
            @BeanParam Visit visit, @BeanParam PlaceQuery place, @QueryParam("after") @DefaultValue("") String after) {
        return doors.jdbi().inTransaction(transaction -> {
            var ids = doors.visible().in(transaction, Viewer.visibility(visit.who()), place.node(), after, MOST);
            var items = doors.catalogue().all(transaction, ids);
            var withFiles = doors.catalogue().withFiles(transaction, ids);
            var found = ids.stream()
                    .flatMap(id -> Optional.ofNullable(items.get(id)).stream())
                    .toList();
            CatalogueResource.record(doors, transaction, visit, place.node(), found);
            return found.stream()
                    .map(item -> new RecordJson(
                            item.id(),
                            item.referenceCode().text(),
                            PersonalNumbers.masked(item.title()),
                            item.year(),
                            item.origin().name(),
                            withFiles.contains(item.id()),
                            item.pageCount()))
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

package lantai.web.description;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.account.SignedIn;
import lantai.description.DescriptionEdit;
import lantai.description.DescriptionVersion;
import lantai.description.RelationKind;
import lantai.description.Tie;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.item.Opened;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/items/ID/description}: descriptions, their versions and relations for programs. */
@Path("api/v1/items/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class DescriptionApiResource {
    private final DescriptionDoors doors;

    public DescriptionApiResource(DescriptionDoors doors) {
        this.doors = doors;
    }

    /**
     * A description as it is now.
     *
     * @param version to be sent back with a change
     */
    public record DescriptionJson(long version, List<ElementJson> elements, List<RelationJson> relations) {}

    /**
     * One element.
     *
     * @param obligation M, C or O
     * @param value empty when it has none
     * @param written whether it can be changed here
     * @param values what may be chosen, of a choice
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ElementJson(
            String code,
            String name,
            String obligation,
            String type,
            String value,
            boolean written,
            List<String> values) {}

    /**
     * A relation to a record that the caller may see.
     *
     * @param own whether it was written at this record
     */
    public record RelationJson(String kind, boolean own, UUID item, String referenceCode) {}

    /** One version. {@code objectVersion} is 0 until the object holds it. */
    public record VersionJson(
            long version, String by, String at, String reason, int objectVersion, Map<String, String> values) {
        static VersionJson of(DescriptionVersion version) {
            return new VersionJson(
                    version.number(),
                    version.writtenBy(),
                    version.writtenAt().toString(),
                    version.reason(),
                    version.objectVersion(),
                    version.description().values());
        }
    }

    /** A change: the elements not named stay as they are, an empty one is taken away. */
    public record ChangeJson(
            @Nullable Long version,
            @Nullable Map<String, String> values,
            @Nullable String reason) {}

    /** A relation as wanted. */
    public record TieJson(
            @Nullable Long version,
            @Nullable String kind,
            @Nullable String referenceCode,
            @Nullable Boolean remove,
            @Nullable String reason) {}

    /** The description. */
    @GET
    @Path("description")
    @Needs(Right.SEARCH)
    public DescriptionJson description(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = doors.opened(visit.who(), id);
        return doors.jdbi().withHandle(handle -> told(handle, visit.who(), opened));
    }

    /** Writes a new version. */
    @PUT
    @Path("description")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public DescriptionJson change(@BeanParam Visit visit, @PathParam("id") UUID id, ChangeJson change) {
        doors.shelf().open(visit.who(), id);
        var edit = new DescriptionEdit(
                needed(change.version()),
                needed(change.values()),
                Optional.ofNullable(change.reason()).orElse(""));
        doors.jdbi().useTransaction(transaction -> doors.desk().change(transaction, visit.who(), id, edit));
        return description(visit, id);
    }

    /** All versions, the newest first. */
    @GET
    @Path("description/versions")
    @Needs(Right.SEARCH)
    public List<VersionJson> versions(
            @BeanParam Visit visit, @PathParam("id") UUID id, @QueryParam("version") @DefaultValue("0") long number) {
        var item = doors.opened(visit.who(), id).item();
        return doors.jdbi()
                .withHandle(handle -> number == 0
                        ? doors.desk().versions(handle, item).stream()
                                .map(VersionJson::of)
                                .toList()
                        : List.of(VersionJson.of(doors.desk().version(handle, item, number))));
    }

    /** Relates the record to another, or takes the relation away. */
    @POST
    @Path("relations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public DescriptionJson relate(@BeanParam Visit visit, @PathParam("id") UUID id, TieJson wanted) {
        doors.shelf().open(visit.who(), id);
        var kind = Optional.ofNullable(wanted.kind()).orElse("");
        var reason = Optional.ofNullable(wanted.reason()).orElse("");
        doors.jdbi().useTransaction(transaction -> {
            var other = doors.byCode(
                    transaction,
                    visit.who(),
                    Optional.ofNullable(wanted.referenceCode()).orElse(""));
            var tie = new Tie(
                    RelationKind.of(kind)
                            .orElseThrow(() -> new Malformed(DescriptionWebProblem.NO_SUCH_RELATION, kind)),
                    true,
                    other.id());
            if (Boolean.TRUE.equals(wanted.remove())) {
                doors.desk().unrelate(transaction, visit.who(), id, needed(wanted.version()), tie, reason);
            } else {
                doors.desk().relate(transaction, visit.who(), id, needed(wanted.version()), tie, reason);
            }
        });
        return description(visit, id);
    }

    private static <T> T needed(@Nullable T value) {
        if (value == null) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        return value;
    }

    private DescriptionJson told(Handle handle, SignedIn who, Opened opened) {
        var item = opened.item();
        var values = doors.desk().whole(handle, item, opened.components());
        var relations = new ArrayList<RelationJson>();
        for (var tie : doors.desk().ties(handle, item.id())) {
            doors.items()
                    .find(handle, tie.other())
                    .filter(other -> Viewer.sees(Viewer.visibility(who), other))
                    .ifPresent(other -> relations.add(new RelationJson(
                            tie.kind().name(),
                            tie.own(),
                            other.id(),
                            other.referenceCode().text())));
        }
        return new DescriptionJson(
                item.version(),
                doors.desk().demands(handle, item).stream()
                        .map(demand -> new ElementJson(
                                demand.element().code(),
                                demand.element().name(),
                                demand.obligation().code(),
                                demand.element().type().name(),
                                values.getOrDefault(demand.element().code(), ""),
                                demand.isWritten(),
                                demand.element().values()))
                        .toList(),
                relations);
    }
}

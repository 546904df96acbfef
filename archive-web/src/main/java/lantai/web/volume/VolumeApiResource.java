package lantai.web.volume;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.access.Viewer;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.retention.RetentionPeriod;
import lantai.search.PersonalNumbers;
import lantai.volume.Volume;
import lantai.volume.VolumeForming.Chosen;
import lantai.volume.VolumeLine;
import lantai.volume.VolumeRegister;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/volumes}: volumes for programs. */
@Path("api/v1/volumes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class VolumeApiResource {
    private final VolumeDoors doors;

    public VolumeApiResource(VolumeDoors doors) {
        this.doors = doors;
    }

    /** One page of volumes; {@code total} on all pages. */
    public record VolumesJson(long total, int page, List<VolumeJson> volumes) {}

    /**
     * A volume; the title with personal numbers masked.
     *
     * @param referenceCode missing until it is closed for the first time
     * @param state {@code OPEN} or {@code CLOSED}
     * @param lines only of a single volume
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VolumeJson(
            UUID id,
            @Nullable String referenceCode,
            String title,
            String fonds,
            String category,
            String classCode,
            int year,
            @Nullable String retention,
            String state,
            int items,
            int pages,
            String arrangedBy,
            @Nullable String checkedBy,
            String remarks,
            @Nullable UUID forming,
            @Nullable List<LineJson> lines) {
        static VolumeJson of(Volume volume, @Nullable List<LineJson> lines) {
            return new VolumeJson(
                    volume.id(),
                    volume.code().orElse(null),
                    PersonalNumbers.masked(volume.title()),
                    volume.fonds(),
                    volume.category().name(),
                    volume.classCode(),
                    volume.year(),
                    volume.retention().map(RetentionPeriod::code).orElse(null),
                    volume.state().name(),
                    volume.items(),
                    volume.pages(),
                    volume.arrangedBy(),
                    volume.closing().map(Volume.Closing::by).orElse(null),
                    volume.remarks(),
                    volume.forming().orElse(null),
                    lines);
        }
    }

    /** One line of a volume; {@code pages} is the span in the volume, {@code goneAt} when the record was destroyed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LineJson(
            int ordinal,
            UUID item,
            String referenceCode,
            String title,
            @Nullable String dated,
            String pages,
            @Nullable String goneAt) {
        static LineJson of(VolumeLine line) {
            return new LineJson(
                    line.ordinal(),
                    line.item(),
                    line.referenceCode(),
                    PersonalNumbers.masked(line.title()),
                    line.dated().map(LocalDate::toString).orElse(null),
                    line.span(),
                    line.gone().map(Instant::toString).orElse(null));
        }
    }

    /**
     * Records to bind: {@code items}, or all loose ones of a place.
     *
     * @param title of one volume; left out, volumes are formed by the rules of the house
     */
    public record BindJson(
            @Nullable String title,
            @Nullable List<UUID> items,
            @Nullable String fonds,
            @Nullable String category,
            @Nullable String classCode,
            @Nullable Integer year) {
        Chosen chosen() {
            return items == null
                    ? new Chosen.Place(
                            new Node(text(fonds), text(category), text(classCode), Optional.ofNullable(year)))
                    : new Chosen.These(items);
        }
    }

    /** What was formed together. */
    public record FormedJson(UUID forming, long volumes) {}

    /** What would be formed; {@code left} is how many records no rule binds, {@code few} how many wait for more of their like. */
    public record PlanJson(List<PlannedJson> volumes, int left, int few, int uninsured) {}

    /** A volume that would be formed. */
    public record PlannedJson(String title, String insurance, String link, int items, int pages) {}

    /** Records. */
    public record ItemsJson(@Nullable List<UUID> items) {
        List<UUID> all() {
            return items == null ? List.of() : items;
        }
    }

    /** A title, the remarks on a volume's state, or why it is opened again. */
    public record WordsJson(
            @Nullable String title,
            @Nullable String remarks,
            @Nullable String reason) {}

    /** Volumes of a place, those in work first. */
    @GET
    @Needs(Right.SEARCH)
    public VolumesJson volumes(
            @BeanParam Visit visit,
            @BeanParam PlaceQuery place,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("forming") @Nullable UUID forming,
            @QueryParam("page") @DefaultValue("1") int page) {
        var filter = new VolumeRegister.Filter(place.node(), VolumeDoors.state(state), Optional.ofNullable(forming));
        var visibility = Viewer.visibility(visit.who());
        var number = Math.max(1, page);
        return doors.jdbi()
                .withHandle(handle -> new VolumesJson(
                        doors.volumes().count(handle, visibility, filter),
                        number,
                        doors
                                .volumes()
                                .list(handle, visibility, filter, (number - 1) * VolumeDoors.SIZE, VolumeDoors.SIZE)
                                .stream()
                                .map(volume -> VolumeJson.of(volume, null))
                                .toList()));
    }

    /** Binds records to one volume. */
    @POST
    @Needs(Right.ARRANGE)
    public Response bind(@BeanParam Visit visit, BindJson wanted) {
        var volume = doors.jdbi()
                .inTransaction(transaction -> doors.desk()
                        .form(
                                transaction,
                                visit.who(),
                                text(wanted.title()),
                                wanted.items() == null ? List.of() : wanted.items()));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/volumes/" + volume.id())
                .entity(VolumeJson.of(volume, null))
                .build();
    }

    /** What the rules would form. */
    @POST
    @Path("plan")
    @Needs(Right.ARRANGE)
    public PlanJson plan(@BeanParam Visit visit, BindJson wanted) {
        var plan = doors.jdbi().withHandle(handle -> doors.forming().plan(handle, visit.who(), wanted.chosen()));
        return new PlanJson(
                plan.volumes().stream()
                        .map(volume -> new PlannedJson(
                                PersonalNumbers.masked(volume.title()),
                                volume.insurance(),
                                volume.link(),
                                volume.items(),
                                volume.pages()))
                        .toList(),
                plan.left(),
                plan.few(),
                plan.uninsured());
    }

    /** Forms volumes by the rules. */
    @POST
    @Path("form")
    @Needs(Right.ARRANGE)
    public FormedJson form(@BeanParam Visit visit, BindJson wanted) {
        return doors.jdbi().inTransaction(transaction -> {
            var forming = doors.forming().form(transaction, visit.who(), wanted.chosen());
            var filter = new VolumeRegister.Filter(Node.ALL, Optional.empty(), Optional.of(forming));
            return new FormedJson(forming, doors.volumes().count(transaction, Viewer.visibility(visit.who()), filter));
        });
    }

    /** Undoes a forming as far as its volumes are open; {@code volumes} is how many are gone. */
    @POST
    @Path("formings/{id}/undo")
    @Needs(Right.ARRANGE)
    public FormedJson undoForming(@BeanParam Visit visit, @PathParam("id") UUID forming) {
        return new FormedJson(
                forming,
                doors.jdbi().inTransaction(transaction -> doors.forming().undo(transaction, visit.who(), forming)));
    }

    /** One volume with its lines. */
    @GET
    @Path("{id}")
    @Needs(Right.SEARCH)
    public VolumeJson volume(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return opened(visit, id);
    }

    /** Gives up a volume that was never closed. */
    @DELETE
    @Path("{id}")
    @Needs(Right.ARRANGE)
    public Response dissolve(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.jdbi().useTransaction(transaction -> doors.desk().dissolve(transaction, visit.who(), id));
        return Response.noContent().build();
    }

    /** Adds records behind the last one. */
    @POST
    @Path("{id}/items")
    @Needs(Right.ARRANGE)
    public VolumeJson add(@BeanParam Visit visit, @PathParam("id") UUID id, ItemsJson wanted) {
        return deed(visit, id, transaction -> doors.desk().add(transaction, visit.who(), id, wanted.all()));
    }

    /** Takes records out. */
    @POST
    @Path("{id}/items/remove")
    @Needs(Right.ARRANGE)
    public VolumeJson remove(@BeanParam Visit visit, @PathParam("id") UUID id, ItemsJson wanted) {
        return deed(visit, id, transaction -> doors.desk().remove(transaction, visit.who(), id, wanted.all()));
    }

    /** Puts all lines into an order. */
    @PUT
    @Path("{id}/order")
    @Needs(Right.ARRANGE)
    public VolumeJson order(@BeanParam Visit visit, @PathParam("id") UUID id, ItemsJson wanted) {
        return deed(visit, id, transaction -> doors.desk().order(transaction, visit.who(), id, wanted.all()));
    }

    /** Gives it another title. */
    @PUT
    @Path("{id}/title")
    @Needs(Right.ARRANGE)
    public VolumeJson retitle(@BeanParam Visit visit, @PathParam("id") UUID id, WordsJson words) {
        return deed(visit, id, transaction -> doors.desk().retitle(transaction, visit.who(), id, text(words.title())));
    }

    /** Undoes the last step. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.WILDCARD)
    @Needs(Right.ARRANGE)
    public VolumeJson undo(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(visit, id, transaction -> doors.desk().undo(transaction, visit.who(), id));
    }

    /** Closes it; the first time it gets its reference code. */
    @POST
    @Path("{id}/close")
    @Needs(Right.ARRANGE)
    public VolumeJson close(@BeanParam Visit visit, @PathParam("id") UUID id, WordsJson words) {
        return deed(
                visit, id, transaction -> doors.closing().close(transaction, visit.who(), id, text(words.remarks())));
    }

    /** Opens it again. */
    @POST
    @Path("{id}/reopen")
    @Needs(Right.ARRANGE)
    public VolumeJson reopen(@BeanParam Visit visit, @PathParam("id") UUID id, WordsJson words) {
        return deed(
                visit, id, transaction -> doors.closing().reopen(transaction, visit.who(), id, text(words.reason())));
    }

    private VolumeJson deed(Visit visit, UUID id, Consumer<Handle> deed) {
        doors.jdbi().useTransaction(deed::accept);
        return opened(visit, id);
    }

    private VolumeJson opened(Visit visit, UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            var opened = doors.open(transaction, visit.who(), id);
            return VolumeJson.of(
                    opened.volume(), opened.lines().stream().map(LineJson::of).toList());
        });
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

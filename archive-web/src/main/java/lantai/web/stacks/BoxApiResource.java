package lantai.web.stacks;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.stacks.Box;
import lantai.stacks.BoxLine;
import lantai.stacks.BoxRegister;
import lantai.stacks.Location;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/boxes}: boxes and places for programs. */
@Path("api/v1/boxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BoxApiResource {
    private final StackDoors doors;

    public BoxApiResource(StackDoors doors) {
        this.doors = doors;
    }

    /** One page of boxes; {@code total} on all pages. */
    public record BoxesJson(long total, int page, List<BoxJson> boxes) {}

    /**
     * A box.
     *
     * @param thickness of its spine, in millimetres
     * @param place for example {@code 一号库-3-2-5}; missing while it has none
     * @param contents only of a single box
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BoxJson(
            UUID id,
            String code,
            String fonds,
            String category,
            String classCode,
            int year,
            String retention,
            int thickness,
            @Nullable String place,
            int items,
            int pages,
            String remarks,
            @Nullable List<ContentJson> contents) {
        static BoxJson of(Box box, @Nullable List<ContentJson> contents) {
            return new BoxJson(
                    box.id(),
                    box.code(),
                    box.fonds(),
                    box.category().name(),
                    box.classCode(),
                    box.year(),
                    box.retention().code(),
                    box.thickness(),
                    box.location().map(Location::toString).orElse(null),
                    box.items(),
                    box.pages(),
                    box.remarks(),
                    contents);
        }
    }

    /** One thing in a box; the title is empty when the caller may not see it. */
    public record ContentJson(int ordinal, UUID id, String kind, String referenceCode, String title, int pages) {
        static ContentJson of(BoxLine line) {
            return new ContentJson(
                    line.ordinal(),
                    line.id(),
                    line.volume() ? "volume" : "item",
                    line.referenceCode(),
                    line.title(),
                    line.pages());
        }
    }

    /**
     * What to pack into one box.
     *
     * @param contents items and closed volumes
     * @param thickness of the spine, in millimetres
     */
    public record PackJson(@Nullable List<UUID> contents, int thickness) {}

    /** Boxes that were given a place. */
    public record PackedJson(List<UUID> boxes) {}

    /** Things in a box. */
    public record ContentsJson(@Nullable List<UUID> contents) {
        List<UUID> all() {
            return contents == null ? List.of() : contents;
        }
    }

    /** Boxes and the place they get. */
    public record MoveJson(
            @Nullable List<UUID> boxes, @Nullable String place) {}

    /** Remarks on the content. */
    public record RemarksJson(@Nullable String remarks) {}

    /** Boxes by place; {@code q} is a part of a box's code or the beginning of a place. */
    @GET
    @Needs(Right.KEEP_STACKS)
    public BoxesJson boxes(
            @BeanParam PlaceQuery place,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("placeless") @DefaultValue("false") boolean placeless,
            @QueryParam("page") @DefaultValue("1") int page) {
        var filter = new BoxRegister.Filter(place.node(), search, placeless);
        var number = Math.max(1, page);
        return doors.jdbi()
                .withHandle(handle -> new BoxesJson(
                        doors.boxes().count(handle, filter),
                        number,
                        doors.boxes().list(handle, filter, (number - 1) * StackDoors.SIZE, StackDoors.SIZE).stream()
                                .map(box -> BoxJson.of(box, null))
                                .toList()));
    }

    /** Packs things into a new box. */
    @POST
    @Needs(Right.KEEP_STACKS)
    public Response pack(@BeanParam Visit visit, PackJson wanted) {
        var contents = wanted.contents() == null ? List.<UUID>of() : wanted.contents();
        var box = doors.jdbi()
                .inTransaction(
                        transaction -> doors.desk().pack(transaction, visit.who(), wanted.thickness(), contents));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/boxes/" + box.id())
                .entity(BoxJson.of(box, null))
                .build();
    }

    /** Gives boxes a place. */
    @POST
    @Path("move")
    @Needs(Right.KEEP_STACKS)
    public PackedJson move(@BeanParam Visit visit, MoveJson wanted) {
        var boxes = wanted.boxes() == null ? List.<UUID>of() : wanted.boxes();
        doors.jdbi()
                .useTransaction(
                        transaction -> doors.desk().move(transaction, visit.who(), boxes, text(wanted.place())));
        return new PackedJson(boxes);
    }

    /** One box with its content. */
    @GET
    @Path("{id}")
    @Needs(Right.KEEP_STACKS)
    public BoxJson box(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return opened(visit, id);
    }

    /** Puts things in. */
    @POST
    @Path("{id}/contents")
    @Needs(Right.KEEP_STACKS)
    public BoxJson put(@BeanParam Visit visit, @PathParam("id") UUID id, ContentsJson wanted) {
        return deed(visit, id, transaction -> doors.desk().put(transaction, visit.who(), id, wanted.all()));
    }

    /** Takes things out. */
    @POST
    @Path("{id}/contents/take")
    @Needs(Right.KEEP_STACKS)
    public BoxJson take(@BeanParam Visit visit, @PathParam("id") UUID id, ContentsJson wanted) {
        return deed(visit, id, transaction -> doors.desk().take(transaction, visit.who(), id, wanted.all()));
    }

    /** Writes down in what state the content is. */
    @PUT
    @Path("{id}/remarks")
    @Needs(Right.KEEP_STACKS)
    public BoxJson note(@BeanParam Visit visit, @PathParam("id") UUID id, RemarksJson wanted) {
        return deed(visit, id, transaction -> doors.desk().note(transaction, visit.who(), id, text(wanted.remarks())));
    }

    private BoxJson deed(Visit visit, UUID id, Consumer<Handle> deed) {
        doors.jdbi().useTransaction(deed::accept);
        return opened(visit, id);
    }

    private BoxJson opened(Visit visit, UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            var opened = doors.open(transaction, visit.who(), id);
            return BoxJson.of(
                    opened.box(), opened.lines().stream().map(ContentJson::of).toList());
        });
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

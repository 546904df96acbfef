package lantai.web.description;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.description.BulkEdit;
import lantai.description.BulkKind;
import lantai.description.BulkOrder;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/descriptions/bulk}: one element of many records, for programs: prepare, begin, follow, take back. */
@Path("api/v1/descriptions/bulk")
@Produces(MediaType.APPLICATION_JSON)
public final class BulkApiResource {
    private final BulkDoors doors;

    public BulkApiResource(BulkDoors doors) {
        this.doors = doors;
    }

    /**
     * An edit as wanted.
     *
     * @param find only when words are replaced
     */
    public record OrderJson(
            @Nullable String element,
            @Nullable String find,
            @Nullable String value,
            @Nullable String reason,
            @Nullable List<UUID> items) {}

    /** Why. */
    public record ReasonJson(@Nullable String reason) {}

    /** An edit; {@code waiting} falls to 0 while {@code done} grows. */
    public record BulkJson(
            UUID id, String state, String element, int waiting, int done, int same, int left, String madeBy) {
        static BulkJson of(BulkEdit edit) {
            return new BulkJson(
                    edit.id(),
                    edit.state().name(),
                    edit.order().element(),
                    edit.waiting(),
                    edit.done(),
                    edit.same(),
                    edit.left(),
                    edit.madeBy());
        }
    }

    /** Looks what an edit would do; nothing is changed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public BulkJson prepare(@BeanParam Visit visit, OrderJson wanted) {
        var find = text(wanted.find());
        var order = new BulkOrder(
                find.isEmpty() ? BulkKind.SET : BulkKind.REPLACE,
                text(wanted.element()),
                find,
                text(wanted.value()),
                text(wanted.reason()));
        var chosen = new MultivaluedHashMap<String, String>();
        Optional.ofNullable(wanted.items()).orElse(List.of()).forEach(id -> chosen.add("item", id.toString()));
        return doors.jdbi()
                .inTransaction(transaction -> BulkJson.of(doors.desk()
                        .prepare(
                                transaction,
                                visit.who(),
                                order,
                                Selection.of(chosen).ids(transaction, doors, visit.who()))));
    }

    /** One edit. */
    @GET
    @Path("{id}")
    @Needs(Right.FILE)
    public BulkJson edit(@PathParam("id") UUID id) {
        return doors.jdbi().withHandle(handle -> BulkJson.of(doors.desk().get(handle, id)));
    }

    /** Begins. */
    @POST
    @Path("{id}/start")
    @Needs(Right.FILE)
    public BulkJson start(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.jdbi().useTransaction(transaction -> doors.desk().start(transaction, visit.who(), id));
        return edit(id);
    }

    /** Prepares to take it back; the answer is to be begun as any other. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public BulkJson undo(@BeanParam Visit visit, @PathParam("id") UUID id, ReasonJson reason) {
        return doors.jdbi()
                .inTransaction(transaction ->
                        BulkJson.of(doors.desk().undo(transaction, visit.who(), id, text(reason.reason()))));
    }

    private static String text(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }
}

package lantai.web.volume;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.volume.VolumeForming.Chosen;
import lantai.volume.VolumeLine;
import lantai.volume.VolumeRegister;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Handle;

/** Deeds on volumes: form, arrange, undo, close, reopen. */
@Path("volumes")
@Produces(MediaType.TEXT_HTML)
public final class VolumeDeedResource {
    private final VolumeDoors doors;

    public VolumeDeedResource(VolumeDoors doors) {
        this.doors = doors;
    }

    /** Binds the chosen records to one volume. */
    @POST
    @Needs(Right.ARRANGE)
    public Response bind(
            @BeanParam Visit visit,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("item") List<UUID> items) {
        try {
            var volume = doors.jdbi()
                    .inTransaction(transaction -> doors.desk().form(transaction, visit.who(), title, items));
            return visit.seeOther("/volumes/" + volume.id(), visit.text().say("volume.said.formed", volume.items()));
        } catch (Malformed | Refused failure) {
            return refused(visit, failure);
        }
    }

    /** Forms volumes of the loose records of a place, by the rules. */
    @POST
    @Path("form")
    @Needs(Right.ARRANGE)
    public Response form(
            @BeanParam Visit visit,
            @FormParam("fonds") @DefaultValue("") String fonds,
            @FormParam("category") @DefaultValue("") String category,
            @FormParam("class") @DefaultValue("") String classCode,
            @FormParam("year") @DefaultValue("") String year,
            @FormParam("item") List<UUID> items) {
        var chosen = items.isEmpty()
                ? new Chosen.Place(PlaceQuery.node(fonds, category, classCode, year))
                : new Chosen.These(items);
        try {
            var forming =
                    doors.jdbi().inTransaction(transaction -> doors.forming().form(transaction, visit.who(), chosen));
            return visit.seeOther("/volumes?forming=" + forming, visit.text().say("volume.said.formed-all"));
        } catch (Malformed | Refused failure) {
            return refused(visit, failure);
        }
    }

    /** Undoes a forming. */
    @POST
    @Path("formings/{id}/undo")
    @Needs(Right.ARRANGE)
    public Response undoForming(@BeanParam Visit visit, @PathParam("id") UUID forming) {
        try {
            var gone =
                    doors.jdbi().inTransaction(transaction -> doors.forming().undo(transaction, visit.who(), forming));
            return visit.seeOther("/volumes", visit.text().say("volume.said.undone-all", gone));
        } catch (Malformed | Refused failure) {
            return refused(visit, failure);
        }
    }

    /** Closes several volumes that were looked at and found in order. */
    @POST
    @Path("close")
    @Needs(Right.ARRANGE)
    public Response closeAll(
            @BeanParam Visit visit,
            @FormParam("volume") List<UUID> ids,
            @FormParam("remarks") @DefaultValue("") String remarks) {
        try {
            doors.jdbi()
                    .useTransaction(transaction ->
                            ids.forEach(id -> doors.closing().close(transaction, visit.who(), id, remarks)));
            return visit.seeOther("/volumes?state=CLOSED", visit.text().say("volume.said.closed-all", ids.size()));
        } catch (Malformed | Refused failure) {
            return refused(visit, failure);
        }
    }

    /** Adds records by their codes. */
    @POST
    @Path("{id}/add")
    @Needs(Right.ARRANGE)
    public Response add(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("codes") @DefaultValue("") String codes) {
        return deed(
                visit,
                id,
                "volume.said.added",
                transaction ->
                        doors.desk().add(transaction, visit.who(), id, doors.typed(transaction, visit.who(), codes)));
    }

    /** Takes records out. */
    @POST
    @Path("{id}/remove")
    @Needs(Right.ARRANGE)
    public Response remove(@BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("item") List<UUID> items) {
        return deed(
                visit,
                id,
                "volume.said.removed",
                transaction -> doors.desk().remove(transaction, visit.who(), id, items));
    }

    /** Puts all lines into an order, as after dragging. */
    @POST
    @Path("{id}/order")
    @Needs(Right.ARRANGE)
    public Response order(@BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("line") List<UUID> lines) {
        return deed(
                visit,
                id,
                "volume.said.ordered",
                transaction -> doors.desk().order(transaction, visit.who(), id, lines));
    }

    /** Moves one line up or down by one. */
    @POST
    @Path("{id}/move/{direction}")
    @Needs(Right.ARRANGE)
    public Response move(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("direction") String direction,
            @FormParam("moved") UUID moved) {
        return deed(visit, id, "volume.said.ordered", transaction -> {
            var lines = new ArrayList<>(doors.volumes().lines(transaction, id).stream()
                    .map(VolumeLine::item)
                    .toList());
            var at = lines.indexOf(moved);
            var to = direction.equals("up") ? at - 1 : at + 1;
            if (at >= 0 && to >= 0 && to < lines.size()) {
                Collections.swap(lines, at, to);
            }
            doors.desk().order(transaction, visit.who(), id, lines);
        });
    }

    /** Gives it another title. */
    @POST
    @Path("{id}/title")
    @Needs(Right.ARRANGE)
    public Response retitle(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("title") @DefaultValue("") String title) {
        return deed(
                visit,
                id,
                "volume.said.retitled",
                transaction -> doors.desk().retitle(transaction, visit.who(), id, title));
    }

    /** Undoes the last step. */
    @POST
    @Path("{id}/undo")
    @Needs(Right.ARRANGE)
    public Response undo(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return deed(visit, id, "volume.said.undone", transaction -> doors.desk().undo(transaction, visit.who(), id));
    }

    /** Closes it. */
    @POST
    @Path("{id}/close")
    @Needs(Right.ARRANGE)
    public Response close(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("remarks") @DefaultValue("") String remarks) {
        return deed(
                visit,
                id,
                "volume.said.closed",
                transaction -> doors.closing().close(transaction, visit.who(), id, remarks));
    }

    /** Opens it again. */
    @POST
    @Path("{id}/reopen")
    @Needs(Right.ARRANGE)
    public Response reopen(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        return deed(
                visit,
                id,
                "volume.said.reopened",
                transaction -> doors.closing().reopen(transaction, visit.who(), id, reason));
    }

    /** Gives it up. */
    @POST
    @Path("{id}/dissolve")
    @Needs(Right.ARRANGE)
    public Response dissolve(@BeanParam Visit visit, @PathParam("id") UUID id) {
        try {
            doors.jdbi().useTransaction(transaction -> doors.desk().dissolve(transaction, visit.who(), id));
            return visit.seeOther("/volumes", visit.text().say("volume.said.dissolved"));
        } catch (Malformed | Refused failure) {
            return refused(visit, id, failure);
        }
    }

    private Response deed(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
            return visit.seeOther("/volumes/" + id, visit.text().say(said));
        } catch (Malformed | Refused failure) {
            return refused(visit, id, failure);
        }
    }

    private Response refused(Visit visit, UUID id, ArchiveException failure) {
        return conflict(VolumeResource.volume(doors, visit, id, Optional.of(ProblemText.of(visit.text(), failure))));
    }

    private Response refused(Visit visit, ArchiveException failure) {
        return conflict(VolumeResource.list(
                doors,
                visit,
                VolumeRegister.Filter.in(Node.ALL),
                1,
                Optional.of(ProblemText.of(visit.text(), failure))));
    }

    private static Response conflict(Object entity) {
        return Response.status(Response.Status.CONFLICT).entity(entity).build();
    }
}

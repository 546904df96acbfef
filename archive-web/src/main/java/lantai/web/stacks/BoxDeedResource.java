package lantai.web.stacks;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.access.VisibleItems.Node;
import lantai.account.Right;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.stacks.BoxRegister;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Handle;

/** Deeds on boxes: pack, fill, put in, take out, move, note. */
@Path("boxes")
@Produces(MediaType.TEXT_HTML)
public final class BoxDeedResource {
    private static final BoxRegister.Filter ALL = new BoxRegister.Filter(Node.ALL, "", false);

    private final StackDoors doors;

    public BoxDeedResource(StackDoors doors) {
        this.doors = doors;
    }

    /** Packs things with these codes into a new box. */
    @POST
    @Needs(Right.KEEP_STACKS)
    public Response pack(
            @BeanParam Visit visit,
            @FormParam("codes") @DefaultValue("") String codes,
            @FormParam("thickness") int thickness) {
        try {
            var box = doors.jdbi()
                    .inTransaction(transaction ->
                            doors.desk().pack(transaction, visit.who(), thickness, doors.typed(transaction, codes)));
            return visit.seeOther("/boxes/" + box.id(), visit.text().say("stacks.said.packed", box.code()));
        } catch (Malformed | Refused failure) {
            return refused(visit, failure);
        }
    }

    /** Gives the chosen boxes a place. */
    @POST
    @Path("move")
    @Needs(Right.KEEP_STACKS)
    public Response move(
            @BeanParam Visit visit,
            @FormParam("box") List<UUID> boxes,
            @FormParam("place") @DefaultValue("") String place,
            @FormParam("back") @DefaultValue("") String back) {
        try {
            doors.jdbi().useTransaction(transaction -> doors.desk().move(transaction, visit.who(), boxes, place));
            return visit.seeOther(
                    back.startsWith("filling=") ? "/boxes?" + back : "/boxes",
                    visit.text().say("stacks.said.moved", boxes.size(), place));
        } catch (Malformed | Refused failure) {
            return refused(visit, failure);
        }
    }

    /** Gives one box a place. */
    @POST
    @Path("{id}/move")
    @Needs(Right.KEEP_STACKS)
    public Response moveOne(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("place") @DefaultValue("") String place) {
        return deed(
                visit,
                id,
                "stacks.said.moved-one",
                transaction -> doors.desk().move(transaction, visit.who(), List.of(id), place));
    }

    /** Puts things with these codes in. */
    @POST
    @Path("{id}/put")
    @Needs(Right.KEEP_STACKS)
    public Response put(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("codes") @DefaultValue("") String codes) {
        return deed(
                visit,
                id,
                "stacks.said.put",
                transaction -> doors.desk().put(transaction, visit.who(), id, doors.typed(transaction, codes)));
    }

    /** Takes things out. */
    @POST
    @Path("{id}/take")
    @Needs(Right.KEEP_STACKS)
    public Response take(@BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("thing") List<UUID> things) {
        return deed(
                visit, id, "stacks.said.taken", transaction -> doors.desk().take(transaction, visit.who(), id, things));
    }

    /** Writes down in what state the content is. */
    @POST
    @Path("{id}/note")
    @Needs(Right.KEEP_STACKS)
    public Response note(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("remarks") @DefaultValue("") String remarks) {
        return deed(
                visit,
                id,
                "stacks.said.noted",
                transaction -> doors.desk().note(transaction, visit.who(), id, remarks));
    }

    private Response deed(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
            return visit.seeOther("/boxes/" + id, visit.text().say(said));
        } catch (Malformed | Refused failure) {
            return conflict(BoxResource.box(doors, visit, id, Optional.of(ProblemText.of(visit.text(), failure))));
        }
    }

    private Response refused(Visit visit, ArchiveException failure) {
        return refused(doors, visit, failure);
    }

    static Response refused(StackDoors doors, Visit visit, ArchiveException failure) {
        return conflict(BoxResource.list(doors, visit, ALL, 1, Optional.of(ProblemText.of(visit.text(), failure))));
    }

    private static Response conflict(Object entity) {
        return Response.status(Response.Status.CONFLICT).entity(entity).build();
    }
}

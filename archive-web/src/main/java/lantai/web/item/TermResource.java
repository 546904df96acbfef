package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /items/ID/event}: the event from which the term of an item runs, for example that a fixed asset was disposed of. */
@Path("items/{id}")
@Produces(MediaType.TEXT_HTML)
public final class TermResource {
    private final Shelf shelf;
    private final Ending ending;

    public TermResource(ItemDoors doors) {
        shelf = new Shelf(doors);
        ending = new Ending(doors);
    }

    /** The form. */
    @GET
    @Path("event")
    @Needs(Right.FILE)
    public View form(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return form(visit, id, "", "", Optional.empty());
    }

    /** Notes the event. */
    @POST
    @Path("event")
    @Needs(Right.FILE)
    public Response note(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("day") @DefaultValue("") String day,
            @FormParam("reason") @DefaultValue("") String reason) {
        try {
            ending.note(visit, id, day, reason);
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(form(visit, id, day, reason, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
        return visit.seeOther("/items/" + id, visit.text().say("item.event-noted"));
    }

    private View form(Visit visit, UUID id, String day, String reason, Optional<String> error) {
        var item = shelf.open(visit.who(), id).item();
        return new View(
                "item/event.jte",
                new EventView(visit.page(visit.text().say("item.event-note")), item, day, reason, error));
    }
}

package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /items/ID/reason}: why a personal record is taken away. */
@Path("items/{id}/reason")
@Produces(MediaType.TEXT_HTML)
public final class ReasonResource {
    private final Shelf shelf;
    private final ExportReasons reasons;

    public ReasonResource(ItemDoors doors) {
        shelf = new Shelf(doors);
        reasons = new ExportReasons(doors);
    }

    /** The question. */
    @GET
    @Needs(Right.SEARCH)
    public View ask(@BeanParam Visit visit, @PathParam("id") UUID id, @QueryParam("page") @DefaultValue("0") int page) {
        return view(visit, shelf.open(visit.who(), id), page, "", Optional.empty());
    }

    /** The answer; leads back to the record, which can be taken away now, or on to the page that is to be corrected. */
    @POST
    @Needs(Right.SEARCH)
    public Response give(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("page") @DefaultValue("0") int page) {
        var opened = shelf.open(visit.who(), id);
        try {
            reasons.give(visit.who(), opened, reason);
        } catch (Malformed failure) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(view(visit, opened, page, reason, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
        return page > 0
                ? visit.seeOther("/corrections/items/" + id + '/' + page)
                : visit.seeOther("/items/" + id, visit.text().say("item.reason.given"));
    }

    private View view(Visit visit, Opened opened, int page, String typed, Optional<String> error) {
        return new View(
                "item/reason.jte",
                new ReasonView(
                        visit.page(visit.text().say(page > 0 ? "item.reason.title-correct" : "item.reason.title")),
                        opened,
                        reasons.hours(),
                        page,
                        typed,
                        error));
    }
}

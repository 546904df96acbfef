package lantai.web.seal;

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
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /sealed}: papers with the mark of a state secret, and where they went. */
@Path("sealed")
@Produces(MediaType.TEXT_HTML)
public final class SealResource {
    private final SealDoors doors;

    public SealResource(SealDoors doors) {
        this.doors = doors;
    }

    /** The papers, the last first. */
    @GET
    @Needs({Right.HAND_OVER_SECRET, Right.CONFIRM_HAND_OVER})
    public View papers(@BeanParam Visit visit, @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return show(visit, page, Optional.empty());
    }

    /** Says where a paper and its carriers went. */
    @POST
    @Path("{id}/whereabouts")
    @Needs(Right.HAND_OVER_SECRET)
    public Response declare(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("paper") @DefaultValue("") String paper,
            @FormParam("carriers") @DefaultValue("") String carriers) {
        return done(
                visit,
                transaction -> doors.papers().declare(transaction, visit.who(), id, paper, carriers),
                "seal.said.declared");
    }

    /** Confirms that, as the second person. */
    @POST
    @Path("{id}/confirmation")
    @Needs(Right.CONFIRM_HAND_OVER)
    public Response confirm(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, transaction -> doors.papers().confirm(transaction, visit.who(), id), "seal.said.confirmed");
    }

    private Response done(Visit visit, Consumer<Handle> deed, String said) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(show(visit, 1, told(visit, failure)))
                    .build();
        }
        return visit.seeOther("/sealed", visit.text().say(said));
    }

    private static Optional<String> told(Visit visit, ArchiveException failure) {
        return Optional.of(ProblemText.of(visit.text(), failure));
    }

    private View show(Visit visit, int page, Optional<String> error) {
        return new View(
                "seal/sealed.jte",
                new SealedView(
                        visit.page(visit.text().say("seal.title")),
                        doors.list(visit, page),
                        page,
                        doors.jdbi().withHandle(doors.papers()::count),
                        error));
    }
}

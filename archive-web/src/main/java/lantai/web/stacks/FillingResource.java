package lantai.web.stacks;

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
import java.util.UUID;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import lantai.web.volume.PlaceQuery;
import lantai.web.volume.PlaceWords;

/** {@code /boxes/fill}: packing a whole place, looked at first, then done, and undone. */
@Path("boxes")
@Produces(MediaType.TEXT_HTML)
public final class FillingResource {
    private final StackDoors doors;

    public FillingResource(StackDoors doors) {
        this.doors = doors;
    }

    /** What packing a place would do. */
    @GET
    @Path("fill")
    @Needs(Right.KEEP_STACKS)
    public Response plan(
            @BeanParam Visit visit,
            @BeanParam PlaceQuery place,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("thickness") int thickness) {
        try {
            check(year);
            var view = doors.jdbi().withHandle(handle -> {
                var plan = doors.filling().plan(handle, thickness, place.node());
                return new FillView(
                        visit.page(visit.text().say("stacks.fill.plan")),
                        place.node(),
                        thickness,
                        plan,
                        Left.of(handle, visit.who(), plan.out()),
                        doors.rules().stacks(handle),
                        doors.scheme().scheme(handle));
            });
            return Response.ok(new View("stacks/fill.jte", view)).build();
        } catch (Malformed | Refused failure) {
            return BoxDeedResource.refused(doors, visit, failure);
        }
    }

    /** Packs everything of a place that is in no box, when it is still what was looked at. */
    @POST
    @Path("fill")
    @Needs(Right.KEEP_STACKS)
    public Response fill(
            @BeanParam Visit visit,
            @FormParam("fonds") @DefaultValue("") String fonds,
            @FormParam("category") @DefaultValue("") String category,
            @FormParam("class") @DefaultValue("") String classCode,
            @FormParam("year") @DefaultValue("") String year,
            @FormParam("thickness") int thickness,
            @FormParam("items") int items) {
        try {
            check(year);
            var node = PlaceQuery.node(fonds, category, classCode, year);
            var filled = doors.jdbi().inTransaction(transaction -> {
                var done = doors.filling().fill(transaction, visit.who(), thickness, node);
                if (done.plan().items() != items) {
                    throw new Refused(StackWebProblem.PLAN_CHANGED);
                }
                return done;
            });
            return visit.seeOther(
                    "/boxes?filling=" + filled.id() + '&' + PlaceWords.query(node),
                    visit.text().say("stacks.said.filled", filled.boxes().size()));
        } catch (Malformed | Refused failure) {
            return BoxDeedResource.refused(doors, visit, failure);
        }
    }

    /** Unpacks what was packed together. */
    @POST
    @Path("fillings/{id}/undo")
    @Needs(Right.KEEP_STACKS)
    public Response undo(@BeanParam Visit visit, @PathParam("id") UUID filling) {
        try {
            var gone =
                    doors.jdbi().inTransaction(transaction -> doors.filling().undo(transaction, visit.who(), filling));
            return visit.seeOther("/boxes", visit.text().say("stacks.said.unpacked", gone));
        } catch (Malformed | Refused failure) {
            return BoxDeedResource.refused(doors, visit, failure);
        }
    }

    private static void check(String year) {
        if (!year.isBlank() && !year.strip().matches("\\d{4}")) {
            throw new Malformed(StackWebProblem.YEAR_WRONG, year.strip());
        }
    }
}

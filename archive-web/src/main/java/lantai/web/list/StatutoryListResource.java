package lantai.web.list;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.volume.PlaceQuery;
import org.jspecify.annotations.Nullable;

/** {@code /lists/NAME/FORMAT}: a statutory list of a place, a volume or chosen records, from the screens. */
@Path("lists")
@Produces(MediaType.WILDCARD)
public final class StatutoryListResource {
    private final Lists lists;

    public StatutoryListResource(ListDoors doors) {
        lists = new Lists(doors);
    }

    /** Of a place or a volume. */
    @GET
    @Path("{list}/{format}")
    @Needs(Right.SEARCH)
    public Response list(
            @BeanParam Visit visit,
            @PathParam("list") String list,
            @PathParam("format") String format,
            @BeanParam PlaceQuery place,
            @QueryParam("volume") @Nullable UUID volume,
            @QueryParam("group") @Nullable UUID group) {
        var wanted = Wanted.of(list, place.node(), Optional.ofNullable(volume), List.of())
                .ofGroup(Optional.ofNullable(group));
        return lists.answer(visit.who(), wanted, Format.of(format));
    }

    /** Of the records chosen in a table. */
    @POST
    @Path("{list}/{format}")
    @Needs(Right.SEARCH)
    public Response chosen(
            @BeanParam Visit visit,
            @PathParam("list") String list,
            @PathParam("format") String format,
            @FormParam("item") List<UUID> items) {
        return lists.answer(visit.who(), Wanted.ofItems(list, items), Format.of(format));
    }
}

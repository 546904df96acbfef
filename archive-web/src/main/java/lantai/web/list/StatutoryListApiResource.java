package lantai.web.list;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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

/** {@code /api/v1/lists}: statutory lists for programs. */
@Path("api/v1/lists")
@Produces(MediaType.WILDCARD)
public final class StatutoryListApiResource {
    private final Lists lists;

    public StatutoryListApiResource(ListDoors doors) {
        lists = new Lists(doors);
    }

    /** The records of a list, in this order. */
    public record ChosenJson(@Nullable List<UUID> items) {}

    /** A list of a place or a volume; {@code format} is {@code pdf} or {@code xlsx}. */
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

    /** A list of chosen records. */
    @POST
    @Path("{list}/{format}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.SEARCH)
    public Response chosen(
            @BeanParam Visit visit,
            @PathParam("list") String list,
            @PathParam("format") String format,
            ChosenJson chosen) {
        var items = chosen.items() == null ? List.<UUID>of() : chosen.items();
        return lists.answer(visit.who(), Wanted.ofItems(list, items), Format.of(format));
    }
}

package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.disposal.Tombstone;
import lantai.problem.NotFound;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/items/ID/event} and {@code /tombstone}: how the time of an item ends, for programs. */
@Path("api/v1/items/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class TermApiResource {
    private final Ending ending;

    public TermApiResource(ItemDoors doors) {
        ending = new Ending(doors);
    }

    /** An event, for example that a fixed asset was disposed of. */
    public record EventJson(@Nullable String day, @Nullable String reason) {}

    /** What remains of a destroyed record. {@code list} is the number of the destruction list. */
    public record TombstoneJson(
            UUID item,
            String referenceCode,
            String title,
            int year,
            String retention,
            int pageCount,
            String reason,
            String list,
            String destroyedAt) {
        static TombstoneJson of(Tombstone stone) {
            return new TombstoneJson(
                    stone.item(),
                    stone.referenceCode(),
                    PersonalNumbers.masked(stone.title()),
                    stone.year(),
                    stone.period(),
                    stone.pageCount(),
                    stone.reason(),
                    stone.listNumber(),
                    stone.destroyedAt().toString());
        }
    }

    /** Notes the event from which the term of an item runs. */
    @POST
    @Path("event")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public void note(@BeanParam Visit visit, @PathParam("id") UUID id, EventJson event) {
        ending.note(
                visit,
                id,
                Optional.ofNullable(event.day()).orElse(""),
                Optional.ofNullable(event.reason()).orElse(""));
    }

    /** What remains of a destroyed record. */
    @GET
    @Path("tombstone")
    @Needs(Right.SEARCH)
    public TombstoneJson tombstone(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return TombstoneJson.of(ending.remains(visit, id).orElseThrow(() -> new NotFound(ItemProblem.NO_SUCH_ITEM)));
    }
}

package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** {@code /api/v1/items/ID/components/N/waveform}: how loud a recording is, for programs. */
@Path("api/v1/items/{id}/components/{ordinal}/waveform")
@Produces(MediaType.APPLICATION_JSON)
public final class SoundApiResource {
    private final Shelf shelf;

    public SoundApiResource(ItemDoors doors) {
        shelf = new Shelf(doors);
    }

    /**
     * How loud a recording is.
     *
     * @param millis how long it is
     * @param peaks the loudest moment of each of at most 1000 parts of the same length, in percent of full scale
     */
    public record WaveformJson(long millis, List<Integer> peaks) {}

    /** The waveform of a recording as numbers; made now when it is wanted for the first time. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public WaveformJson waveform(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("ordinal") int ordinal) {
        var waveform = shelf.waveform(shelf.open(visit.who(), id), ordinal);
        return new WaveformJson(waveform.millis(), waveform.peaks());
    }
}

package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** How loud a recording of an item is from its beginning to its end, as a picture. */
@Path("items/{id}/components/{ordinal}/waveform.svg")
public final class SoundResource {
    private final ItemDoors doors;
    private final Shelf shelf;

    public SoundResource(ItemDoors doors) {
        this.doors = doors;
        shelf = new Shelf(doors);
    }

    /** The waveform, for staff with the moments of the description marked on it. */
    @GET
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response picture(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("ordinal") int ordinal) {
        var opened = shelf.open(visit.who(), id);
        var waveform = shelf.waveform(opened, ordinal);
        return Response.ok(WaveformPicture.svg(waveform, moments(visit, opened)), "image/svg+xml")
                .build();
    }

    private List<TimeCode> moments(Visit visit, Opened opened) {
        return Viewer.isStaff(visit.who())
                ? doors.jdbi()
                        .withHandle(handle -> Particulars.of(handle, doors, visit.who(), opened))
                        .timeCodes()
                : List.of();
    }
}

package lantai.web.volume;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.Right;
import lantai.volume.VolumeForming.Chosen;
import lantai.volume.VolumeRegister;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jspecify.annotations.Nullable;

/** {@code /volumes}: volumes in work and closed ones, one volume, and what the rules would form. */
@Path("volumes")
@Produces(MediaType.TEXT_HTML)
public final class VolumeResource {
    private final VolumeDoors doors;

    public VolumeResource(VolumeDoors doors) {
        this.doors = doors;
    }

    /** Volumes of a place, those in work first. */
    @GET
    @Needs(Right.SEARCH)
    public View volumes(
            @BeanParam Visit visit,
            @BeanParam PlaceQuery place,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("forming") @Nullable UUID forming,
            @QueryParam("page") @DefaultValue("1") int page) {
        var filter = new VolumeRegister.Filter(place.node(), VolumeDoors.state(state), Optional.ofNullable(forming));
        return list(doors, visit, filter, page, Optional.empty());
    }

    static View list(VolumeDoors doors, Visit visit, VolumeRegister.Filter filter, int page, Optional<String> error) {
        var visibility = Viewer.visibility(visit.who());
        return doors.jdbi().withHandle(handle -> {
            var pages = new Pages(page, doors.volumes().count(handle, visibility, filter));
            var offset = (pages.page() - 1) * VolumeDoors.SIZE;
            return new View(
                    "volume/volumes.jte",
                    new VolumesView(
                            visit.page(visit.text().say("volume.title")),
                            filter.node(),
                            filter.state(),
                            filter.forming(),
                            doors.volumes().list(handle, visibility, filter, offset, VolumeDoors.SIZE),
                            pages,
                            doors.scheme().scheme(handle),
                            error));
        });
    }

    /** What the rules would form of the loose records of a place. */
    @GET
    @Path("form")
    @Needs(Right.ARRANGE)
    public View plan(@BeanParam Visit visit, @BeanParam PlaceQuery place) {
        return doors.jdbi().withHandle(handle -> {
            var node = place.node();
            return new View(
                    "volume/plan.jte",
                    new PlanView(
                            visit.page(visit.text().say("volume.plan")),
                            node,
                            PlaceWords.told(visit.text(), doors.scheme().scheme(handle), node),
                            doors.forming().plan(handle, visit.who(), new Chosen.Place(node))));
        });
    }

    /** One volume. */
    @GET
    @Path("{id}")
    @Needs(Right.SEARCH)
    public View volume(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return volume(doors, visit, id, Optional.empty());
    }

    static View volume(VolumeDoors doors, Visit visit, UUID id, Optional<String> error) {
        return doors.jdbi().inTransaction(transaction -> {
            var opened = doors.open(transaction, visit.who(), id);
            var volume = opened.volume();
            return new View(
                    "volume/volume.jte",
                    new VolumeView(
                            visit.page(lantai.search.PersonalNumbers.masked(volume.title())),
                            volume,
                            opened.lines(),
                            opened.isWhole(),
                            doors.desk().undoable(transaction, id),
                            doors.scheme().scheme(transaction).nameOf(volume.classCode()),
                            error));
        });
    }
}

package lantai.web.store;

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
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.Right;
import lantai.storage.Location;
import lantai.storage.Scrub;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /store}: where objects lie, how far they have been read again, and what was found. */
@Path("store")
@Produces(MediaType.TEXT_HTML)
public final class StoreResource {
    private static final int SHOWN = 50;

    private final StoreDoors doors;
    private final ScrubOrders orders;

    public StoreResource(StoreDoors doors) {
        this.doors = doors;
        this.orders = new ScrubOrders(doors);
    }

    /** The locations and the newest readings. */
    @GET
    @Needs(Right.OPERATE)
    public View list(@BeanParam Visit visit) {
        var newest = doors.store().locations().stream()
                .flatMap(location -> doors.scrubs().newest(location.name()).stream())
                .collect(Collectors.toMap(Scrub::location, scrub -> scrub));
        return new View(
                "store/store.jte",
                new StoreView(
                        visit.page(visit.text().say("store.title")),
                        doors.store().locations(),
                        newest,
                        doors.scrubs().newest(SHOWN),
                        doors.ledger().brokenCopies(SHOWN),
                        doors.quorum(),
                        doors.capabilities(),
                        StoreView.Keys.of(doors)));
    }

    /** Has a location read now; without a name, all of them. */
    @POST
    @Path("scrubs")
    @Needs(Right.OPERATE)
    public Response order(@BeanParam Visit visit, @FormParam("location") @DefaultValue("") String location) {
        orders.order(visit.actor(), location);
        return visit.seeOther("/store", visit.text().say("store.said.ordered"));
    }

    /** One reading with what was found. */
    @GET
    @Path("scrubs/{id}")
    @Needs(Right.OPERATE)
    public View report(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var report = orders.report(id);
        return new View(
                "store/scrub.jte",
                new ScrubView(
                        visit.page(visit.text()
                                .say("store.scrub.title", report.scrub().location())),
                        report));
    }

    /** {@return the word for a kind of location} */
    public static String kind(Location location) {
        return "store.kind." + location.kind().name();
    }
}

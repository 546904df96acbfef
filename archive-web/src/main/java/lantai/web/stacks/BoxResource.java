package lantai.web.stacks;

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
import lantai.account.Right;
import lantai.stacks.BoxRegister;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;
import lantai.web.volume.PlaceQuery;

/** {@code /boxes}: boxes by place, and one box. */
@Path("boxes")
@Produces(MediaType.TEXT_HTML)
public final class BoxResource {
    private final StackDoors doors;

    public BoxResource(StackDoors doors) {
        this.doors = doors;
    }

    /** Boxes of a place of the catalogue or of the stacks. */
    @GET
    @Needs(Right.KEEP_STACKS)
    public View boxes(
            @BeanParam Visit visit,
            @BeanParam PlaceQuery place,
            @QueryParam("q") @DefaultValue("") String search,
            @QueryParam("placeless") @DefaultValue("false") boolean placeless,
            @QueryParam("filling") Optional<UUID> filling,
            @QueryParam("page") @DefaultValue("1") int page) {
        return list(
                doors, visit, new BoxRegister.Filter(place.node(), search, placeless, filling), page, Optional.empty());
    }

    static View list(StackDoors doors, Visit visit, BoxRegister.Filter filter, int page, Optional<String> error) {
        return doors.jdbi().withHandle(handle -> {
            var pages = new Pages(page, doors.boxes().count(handle, filter));
            return new View(
                    "stacks/boxes.jte",
                    new BoxesView(
                            visit.page(visit.text().say("stacks.title")),
                            filter,
                            doors.boxes().list(handle, filter, (pages.page() - 1) * StackDoors.SIZE, StackDoors.SIZE),
                            pages,
                            doors.rules().stacks(handle),
                            doors.scheme().scheme(handle),
                            filter.filling()
                                    .map(id -> new BoxesView.Packed(
                                            doors.boxes().unsettled(handle, id),
                                            Left.of(
                                                    handle,
                                                    visit.who(),
                                                    doors.filling().out(handle, filter.node())))),
                            error));
        });
    }

    /** One box. */
    @GET
    @Path("{id}")
    @Needs(Right.KEEP_STACKS)
    public View box(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return box(doors, visit, id, Optional.empty());
    }

    static View box(StackDoors doors, Visit visit, UUID id, Optional<String> error) {
        return doors.jdbi().inTransaction(transaction -> {
            var opened = doors.open(transaction, visit.who(), id);
            var box = opened.box();
            return new View(
                    "stacks/box.jte",
                    new BoxView(
                            visit.page(visit.text().say("stacks.box", box.code())),
                            box,
                            opened.lines(),
                            doors.scheme().scheme(transaction).nameOf(box.classCode()),
                            doors.rules().stacks(transaction),
                            error));
        });
    }
}

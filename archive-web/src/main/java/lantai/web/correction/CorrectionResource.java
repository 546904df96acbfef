package lantai.web.correction;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /corrections}: the desk itself. What it shows and does goes through {@link CorrectionApiResource}. */
@Path("corrections")
@Produces(MediaType.TEXT_HTML)
public final class CorrectionResource {
    private static final List<String> WORDS = List.of(
            "correction.left",
            "correction.waiting",
            "correction.line",
            "correction.written",
            "correction.was",
            "correction.offline",
            "correction.undone",
            "correction.finished",
            "correction.finished-review",
            "correction.sure",
            "correction.seen",
            "correction.typed",
            "correction.nothing",
            "correction.why.person",
            "correction.why.read_again",
            "correction.why.word",
            "correction.why.check_digit",
            "correction.why.number");

    private final CorrectionDoors doors;

    public CorrectionResource(CorrectionDoors doors) {
        this.doors = doors;
    }

    /** A page of a filed record. */
    @GET
    @Path("items/{id}/{page}")
    @Needs(Right.FILE)
    public Response filed(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return doors.asksReason(visit.who(), id)
                ? visit.seeOther("/items/" + id + "/reason?page=" + page)
                : Response.ok(desk(visit, doors.filed(visit.who(), id, page), "items", id))
                        .build();
    }

    /** A page of a document under review. */
    @GET
    @Path("documents/{id}/{page}")
    @Needs(Right.REVIEW)
    public View reviewed(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return desk(visit, doors.underReview(id, page), "documents", id);
    }

    private View desk(Visit visit, CorrectionDoors.Place place, String kind, UUID id) {
        // a page that has no words is refused here already, with the reason
        doors.jdbi().useHandle(handle -> doors.desk().sheet(handle, place.shown()));
        var words = new TreeMap<String, String>();
        WORDS.forEach(key -> words.put(key, visit.text().say(key)));
        return new View(
                "correction/desk.jte",
                new CorrectionView(
                        visit.page(visit.text().say("correction.title")), place, kind, id.toString(), words));
    }
}

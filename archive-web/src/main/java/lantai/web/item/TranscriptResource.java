package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** What is done on the page of a record with the transcript of its recording: order it, take lines of it, put it away. */
@Path("items/{id}/transcript")
public final class TranscriptResource {
    private final ItemDoors doors;
    private final Shelf shelf;

    public TranscriptResource(ItemDoors doors) {
        this.doors = doors;
        shelf = new Shelf(doors);
    }

    /** Has a recording put into words. */
    @POST
    @Needs(Right.FILE)
    public Response order(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("component") @DefaultValue("1") int component) {
        var opened = shelf.open(visit.who(), id);
        Recordings.require(opened, component);
        doors.jdbi().useTransaction(transaction -> doors.transcripts().order(transaction, visit.who(), id, component));
        return visit.seeOther("/items/" + id, visit.text().say("item.transcript.ordered"));
    }

    /** Writes the chosen lines among the moments of the description. */
    @POST
    @Path("take")
    @Needs(Right.FILE)
    public Response take(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("version") @DefaultValue("0") long version,
            @FormParam("line") List<Integer> lines) {
        shelf.open(visit.who(), id);
        doors.jdbi()
                .useTransaction(transaction -> doors.transcripts()
                        .take(
                                transaction,
                                visit.who(),
                                id,
                                version,
                                new HashSet<>(lines),
                                visit.text().say("item.transcript.reason")));
        return visit.seeOther("/items/" + id, visit.text().say("item.transcript.taken"));
    }

    /** Puts the proposal away. */
    @POST
    @Path("drop")
    @Needs(Right.FILE)
    public Response drop(@BeanParam Visit visit, @PathParam("id") UUID id) {
        shelf.open(visit.who(), id);
        doors.jdbi().useTransaction(transaction -> doors.transcripts().drop(transaction, id));
        return visit.seeOther("/items/" + id, visit.text().say("item.transcript.dropped"));
    }
}

package lantai.web.inbox;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.FileList.Filter;
import lantai.ingest.review.DocumentState;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** What people do with one batch on the screen. */
@Path("/inbox")
public final class BatchDeedResource {
    private static final int MOST_FILED = 2_000;

    private final Inbox inbox;

    public BatchDeedResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Stops reading its files. */
    @POST
    @Path("/{batch}/pause")
    @Needs(Right.RECEIVE)
    public Response pause(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        inbox.batch(visit.who(), id);
        inbox.intake().pause(visit.who(), id);
        return back(visit, id, visit.text().say("inbox.said.paused"));
    }

    /** Goes on reading its files. */
    @POST
    @Path("/{batch}/resume")
    @Needs(Right.RECEIVE)
    public Response resume(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        inbox.batch(visit.who(), id);
        var files = inbox.intake().resume(visit.who(), id);
        return back(visit, id, visit.text().say("inbox.said.resumed", files));
    }

    /** Has its pages read by another engine from now on. */
    @POST
    @Path("/{batch}/engine")
    @Needs(Right.RECEIVE)
    public Response engine(
            @BeanParam Visit visit, @PathParam("batch") UUID id, @FormParam("engine") @DefaultValue("") String engine) {
        var chosen = inbox.choose(visit, id, engine);
        return back(
                visit, id, visit.text().say("inbox.said.engine", visit.text().say("inbox.engine." + chosen)));
    }

    /** Ends the work on what is not filed. */
    @POST
    @Path("/{batch}/cancel")
    @Needs(Right.RECEIVE)
    public Response cancel(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        inbox.batch(visit.who(), id);
        var files = inbox.intake().cancel(visit.who(), id);
        return back(visit, id, visit.text().say("inbox.said.cancelled", files));
    }

    /** Tries files again; all of its quarantine when none are named. */
    @POST
    @Path("/{batch}/retry")
    @Needs(Right.RECEIVE)
    public Response retry(@BeanParam Visit visit, @PathParam("batch") UUID id, @FormParam("file") List<UUID> files) {
        var retried = inbox.intake().retry(visit.who(), quarantined(visit, id, files));
        return back(visit, id, visit.text().say("inbox.said.retried", retried));
    }

    /** Keeps files whose format is not read as they are; all such files of the batch when none are named. */
    @POST
    @Path("/{batch}/keep-as-is")
    @Needs(Right.RECEIVE)
    public Response keepAsIs(@BeanParam Visit visit, @PathParam("batch") UUID id, @FormParam("file") List<UUID> files) {
        var kept = inbox.intake().keepAsIs(visit.who(), quarantined(visit, id, files));
        return back(visit, id, visit.text().say("inbox.said.kept", kept));
    }

    /** Files its accepted documents. */
    @POST
    @Path("/{batch}/file")
    @Needs(Right.FILE)
    public Response file(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        var kinds = inbox.rules().kinds();
        var filed = inbox.jdbi().inTransaction(transaction -> {
            inbox.batch(transaction, visit.who(), id);
            var accepted = inbox.documents().queue(transaction, Optional.of(id), DocumentState.ACCEPTED, 0, MOST_FILED);
            return inbox.filing().file(transaction, visit.who(), accepted, kinds);
        });
        return back(visit, id, visit.text().say("inbox.said.filed", filed));
    }

    private List<UUID> quarantined(Visit visit, UUID id, List<UUID> files) {
        inbox.batch(visit.who(), id);
        var all = inbox.jdbi()
                .withHandle(handle ->
                        inbox.files().ids(handle, BatchScope.of(visit.who()), Filter.quarantined(Optional.of(id), "")));
        return files.isEmpty() ? all : all.stream().filter(files::contains).toList();
    }

    private static Response back(Visit visit, UUID id, String said) {
        return visit.seeOther("/inbox/" + id, said);
    }
}

package lantai.web.transfer;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.check.CheckRun;
import lantai.transfer.OpenOpinion;
import lantai.transfer.TransferEntry;
import lantai.transfer.TransferList;
import lantai.transfer.TransferState;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /transfers}: transfer lists, and the records that might be put on one. */
@Path("transfers")
@Produces(MediaType.TEXT_HTML)
public final class TransferResource {
    private final TransferScreenDoors doors;

    public TransferResource(TransferScreenDoors doors) {
        this.doors = doors;
    }

    /** All lists. */
    @GET
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public View lists(@BeanParam Visit visit, @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "transfer/transfers.jte",
                        new TransfersView(
                                visit.page(visit.text().say("transfer.lists")),
                                doors.desk().list(handle, Pages.offset(page), TransferScreenDoors.SIZE),
                                new Pages(page, doors.desk().count(handle)))));
    }

    /** The records that might be handed over. */
    @GET
    @Path("new")
    @Needs(Right.TRANSFER)
    public View candidates(@BeanParam Visit visit, @BeanParam CandidateQuery query) {
        return candidates(doors, visit, query, Map.of(), Optional.empty());
    }

    static View candidates(
            TransferScreenDoors doors,
            Visit visit,
            CandidateQuery query,
            Map<String, String> typed,
            Optional<String> error) {
        return doors.jdbi().withHandle(handle -> {
            var filter = query.filter();
            var rule = doors.rules().rule(handle);
            return new View(
                    "transfer/new.jte",
                    new CandidatesView(
                            visit.page(visit.text().say("transfer.new")),
                            query,
                            doors.candidates()
                                    .page(handle, filter, Pages.offset(query.page()), TransferScreenDoors.SIZE),
                            new Pages(query.page(), doors.candidates().count(handle, filter)),
                            doors.fonds().all(handle),
                            rule,
                            doors.candidates().year(),
                            typed.getOrDefault("title", visit.text().say("transfer.title.usual")),
                            typed.getOrDefault("archive", rule.archive().name()),
                            error));
        });
    }

    /** One list; only how far its work has come, when a part is wanted. */
    @GET
    @Path("{id}")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public Response list(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("open") @DefaultValue("") String open,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        if (visit.wantsPart()) {
            var view = doors.jdbi()
                    .withHandle(handle -> view(handle, doors, visit, id, new Shown(false, 1, 0), Optional.empty()));
            var answer = Response.ok(new View("transfer/progress.jte", view));
            return view.isWorking()
                    ? answer.build()
                    : answer.header("HX-Refresh", "true").build();
        }
        return Response.ok(show(
                        doors, visit, id, new Shown(!open.isEmpty(), page, TransferScreenDoors.SIZE), Optional.empty()))
                .build();
    }

    /**
     * Which records are shown.
     *
     * @param open only those without an opinion
     * @param page from 1
     */
    record Shown(boolean open, int page, int size) {
        static final Shown FIRST = new Shown(false, 1, TransferScreenDoors.SIZE);
    }

    static View show(TransferScreenDoors doors, Visit visit, UUID id, Shown shown, Optional<String> error) {
        var view = doors.jdbi().withHandle(handle -> view(handle, doors, visit, id, shown, error));
        doors.read(visit.actor(), id, view.entries().size());
        return new View("transfer/transfer.jte", view);
    }

    private static TransferView view(
            Handle handle, TransferScreenDoors doors, Visit visit, UUID id, Shown shown, Optional<String> error) {
        var list = doors.desk().get(handle, id);
        var entries = doors.desk().entries(handle, id, shown.open(), Pages.offset(shown.page()), shown.size());
        var hints = new HashMap<UUID, OpenOpinion>();
        for (TransferEntry entry : entries) {
            doors.drawing().hint(handle, entry).ifPresent(hint -> hints.put(entry.item(), hint));
        }
        var rule = doors.rules().rule(handle);
        return new TransferView(
                visit.page(visit.text().say("transfer.list.title", list.number())),
                list,
                entries,
                shown.open(),
                new Pages(shown.page(), shown.open() ? list.records() - list.decided() : list.records()),
                list.state().isOpen() ? doors.desk().hindrances(handle, id) : Map.of(),
                hints,
                rule.reasons(),
                new Early(rule, doors.candidates().year(), doors.candidates().early(handle, id)),
                run(handle, doors, list),
                doors.desk().report(handle, list),
                doors.receipts().receipts(handle, id),
                doors.files().names(list),
                doors.people(handle, list),
                error);
    }

    private static Optional<CheckRun> run(Handle handle, TransferScreenDoors doors, TransferList list) {
        return list.state() == TransferState.SUBMITTED
                ? list.check().run().map(run -> doors.checks().run(handle, run))
                : Optional.empty();
    }
}

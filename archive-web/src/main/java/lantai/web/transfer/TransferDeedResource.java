package lantai.web.transfer;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.transfer.OpenOpinion;
import lantai.transfer.Selected;
import lantai.transfer.TransferList;
import lantai.web.appraisal.Form;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import org.jdbi.v3.core.Handle;

/** {@code /transfers/ID/DEED}: what is done to a transfer list. A refusal is told on the page of the list. */
@Path("transfers")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class TransferDeedResource {
    private final TransferScreenDoors doors;

    public TransferDeedResource(TransferScreenDoors doors) {
        this.doors = doors;
    }

    /** Draws a list up. */
    @POST
    @Needs(Right.TRANSFER)
    public Response drawUp(
            @BeanParam Visit visit, @BeanParam CandidateQuery query, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        var selected = form.text("choice").equals("all")
                ? new Selected.All(query.filter())
                : new Selected.These(form.ids("item"));
        var archive = new TransferList.Archive(form.text("archive"), form.text("code"));
        try {
            var id = doors.jdbi()
                    .inTransaction(transaction ->
                            doors.drawing().drawUp(transaction, visit.who(), form.text("title"), archive, selected));
            return visit.seeOther("/transfers/" + id, visit.text().say("transfer.said.drawn-up"));
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(TransferResource.candidates(
                            doors,
                            visit,
                            query,
                            Map.of("title", form.text("title"), "archive", form.text("archive")),
                            Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
    }

    /** Gives an opinion on opening. */
    @POST
    @Path("{id}/opinion")
    @Needs({Right.TRANSFER, Right.APPRAISE})
    public Response decide(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        var items = form.text("choice").equals("all") ? List.<UUID>of() : form.ids("item");
        if (items.isEmpty() && !form.text("choice").equals("all")) {
            return refused(visit, id, new Malformed(TransferWebProblem.NOTHING_CHOSEN));
        }
        var usual = form.text("usual").split("\\|", 2);
        var reason = form.text("reason").isEmpty() && usual.length == 2 ? usual[1] : form.text("reason");
        var opinion = OpenOpinion.of(form.text("opinion").isEmpty() ? usual[0] : form.text("opinion"));
        try {
            var decided = doors.jdbi()
                    .inTransaction(transaction -> doors.drawing()
                            .decide(
                                    transaction,
                                    visit.who(),
                                    id,
                                    items,
                                    opinion.orElseThrow(() -> new Malformed(TransferWebProblem.OPINION_MISSING)),
                                    reason));
            return visit.seeOther("/transfers/" + id, visit.text().say("transfer.said.decided", decided));
        } catch (Malformed | Refused failure) {
            return refused(visit, id, failure);
        }
    }

    /** Takes a record off a draft. */
    @POST
    @Path("{id}/strike")
    @Needs(Right.TRANSFER)
    public Response strike(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var item = Form.id(new Form(sent).text("strike"));
        return done(visit, id, "struck", transaction -> doors.drawing().strike(transaction, visit.who(), id, item));
    }

    /** Hands the list in and has it checked. */
    @POST
    @Path("{id}/submit")
    @Needs(Right.TRANSFER)
    public Response submit(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "submitted", transaction -> doors.desk().submit(transaction, visit.who(), id));
    }

    /** Approves the list. */
    @POST
    @Path("{id}/approve")
    @Needs(Right.APPROVE_TRANSFER)
    public Response approve(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var password = new Form(sent).secret("password");
        return done(
                visit,
                id,
                "approved",
                transaction -> doors.desk().approve(transaction, visit.who(), id, password, visit.origin()));
    }

    /** Sends the list back. */
    @POST
    @Path("{id}/return")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER})
    public Response sendBack(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var reason = new Form(sent).text("reason");
        return done(visit, id, "returned", transaction -> doors.desk().sendBack(transaction, visit.who(), id, reason));
    }

    /** Orders the packages. */
    @POST
    @Path("{id}/pack")
    @Needs(Right.TRANSFER)
    public Response pack(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        var carrier = new TransferList.Carrier(form.text("carrier"), form.text("kind"));
        return done(visit, id, "packing", transaction -> doors.desk().pack(transaction, visit.who(), id, carrier));
    }

    /** Notes that the medium changed hands. */
    @POST
    @Path("{id}/hand-over")
    @Needs(Right.TRANSFER)
    public Response handOver(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        return done(visit, id, "handed-over", transaction -> {
            var day = TypedDay.HANDED_OVER.read(form.text("on"));
            doors.receipts()
                    .handOver(
                            transaction,
                            visit.who(),
                            id,
                            new TransferList.HandOver(day, form.text("by"), form.text("to")));
        });
    }

    /** Gives the list up. */
    @POST
    @Path("{id}/cancel")
    @Needs(Right.TRANSFER)
    public Response cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "cancelled", transaction -> doors.desk().cancel(transaction, visit.who(), id));
    }

    private interface Deed {
        void in(Handle transaction) throws IOException;
    }

    private Response done(Visit visit, UUID id, String said, Deed deed) {
        try {
            doors.jdbi().<IOException>useTransaction(deed::in);
        } catch (Malformed | Refused failure) {
            return refused(visit, id, failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return visit.seeOther("/transfers/" + id, visit.text().say("transfer.said." + said));
    }

    private Response refused(Visit visit, UUID id, ArchiveException failure) {
        return Response.status(Response.Status.CONFLICT)
                .entity(TransferResource.show(
                        doors,
                        visit,
                        id,
                        TransferResource.Shown.FIRST,
                        Optional.of(ProblemText.of(visit.text(), failure))))
                .build();
    }
}

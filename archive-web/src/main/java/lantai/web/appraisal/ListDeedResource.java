package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.disposal.DestructionDesk.Signing;
import lantai.disposal.DestructionList;
import lantai.disposal.Side;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import org.jdbi.v3.core.Handle;

/** {@code /appraisal/lists/ID/DEED}: what is done to a destruction list. A refusal is told on the page of the list. */
@Path("appraisal")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ListDeedResource {
    private final AppraisalDoors doors;

    public ListDeedResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** Takes a record off a draft. */
    @POST
    @Path("lists/{id}/strike")
    @Needs(Right.APPRAISE)
    public Response strike(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var item = Form.id(new Form(sent).text("item"));
        return done(
                visit,
                id,
                "appraisal.said.struck",
                transaction -> doors.destruction().strike(transaction, visit.who(), id, item));
    }

    /** Hands the list in. */
    @POST
    @Path("lists/{id}/submit")
    @Needs(Right.APPRAISE)
    public Response submit(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(
                visit,
                id,
                "appraisal.said.submitted",
                transaction -> doors.destruction().submit(transaction, visit.who(), id));
    }

    /** Notes that the authority was told. */
    @POST
    @Path("lists/{id}/filing")
    @Needs(Right.APPRAISE)
    public Response filing(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        return done(visit, id, "appraisal.said.filed", transaction -> {
            var day = TypedDay.FILED.read(form.text("on"));
            doors.destruction()
                    .noteFiling(
                            transaction,
                            visit.who(),
                            id,
                            new DestructionList.Filing(form.text("authority"), form.text("number"), day));
        });
    }

    /** Approves the list. */
    @POST
    @Path("lists/{id}/approve")
    @Needs(Right.APPROVE_DESTRUCTION)
    public Response approve(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var password = new Form(sent).secret("password");
        return done(
                visit,
                id,
                "appraisal.said.approved",
                transaction -> doors.destruction().approve(transaction, visit.who(), id, password, visit.origin()));
    }

    /** Sends the list back. */
    @POST
    @Path("lists/{id}/refuse")
    @Needs(Right.APPROVE_DESTRUCTION)
    public Response refuse(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var reason = new Form(sent).text("reason");
        return done(
                visit,
                id,
                "appraisal.said.refused",
                transaction -> doors.destruction().refuse(transaction, visit.who(), id, reason));
    }

    /** Signs as a witness. */
    @POST
    @Path("lists/{id}/sign")
    @Needs(Right.WITNESS_DESTRUCTION)
    public Response sign(@BeanParam Visit visit, @PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        var form = new Form(sent);
        return done(
                visit,
                id,
                "appraisal.said.signed",
                transaction -> doors.destruction()
                        .sign(
                                transaction,
                                visit.who(),
                                id,
                                new Signing(
                                        form.constant(Side.class, "side"),
                                        form.text("manner"),
                                        form.secret("password"),
                                        visit.origin())));
    }

    /** Begins to destroy. */
    @POST
    @Path("lists/{id}/begin")
    @Needs(Right.HOLD)
    public Response begin(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(
                visit,
                id,
                "appraisal.said.begun",
                transaction -> doors.destruction().begin(transaction, visit.who(), id));
    }

    private Response done(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            var told = Optional.of(ProblemText.of(visit.text(), failure));
            return Response.status(Response.Status.CONFLICT)
                    .entity(ListResource.show(doors, visit, id, 1, told))
                    .build();
        }
        return visit.seeOther("/appraisal/lists/" + id, visit.text().say(said));
    }
}

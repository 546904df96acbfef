package lantai.web.policy;

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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lantai.account.Right;
import lantai.policy.DraftDesk.Seen;
import lantai.policy.RuleContent;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /policies/{name}/draft}: a rule on its way from a draft to a version. */
@Path("policies")
@Produces(MediaType.TEXT_HTML)
public final class DraftResource {
    private static final DraftView.Typed NOTHING = new DraftView.Typed("", "");

    private final PolicyDoors doors;
    private final DraftPages pages;

    public DraftResource(PolicyDoors doors) {
        this.doors = doors;
        this.pages = new DraftPages(doors);
    }

    /** The draft. */
    @GET
    @Path("{name}/draft")
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public View draft(@BeanParam Visit visit, @PathParam("name") String name) {
        return pages.draft(visit, name, NOTHING, Optional.empty());
    }

    /** The draft as text. */
    @GET
    @Path("{name}/draft/text")
    @Needs(Right.MANAGE_POLICY)
    public View text(@BeanParam Visit visit, @PathParam("name") String name) {
        return pages.text(visit, name, Optional.empty(), Optional.empty());
    }

    /** Takes the draft as text. */
    @POST
    @Path("{name}/draft/text")
    @Needs(Right.MANAGE_POLICY)
    public Response writeText(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @FormParam("revision") int revision,
            @FormParam("content") @DefaultValue("") String content) {
        try {
            doors.jdbi()
                    .useTransaction(transaction -> doors.drafts()
                            .edit(transaction, visit.who(), new Seen(name, revision), RuleContent.parse(content)));
        } catch (Malformed | Refused failure) {
            return refused(
                    pages.text(visit, name, Optional.of(content), Optional.of(ProblemText.of(visit.text(), failure))),
                    failure);
        }
        return visit.seeOther(path(name), visit.text().say("policy.said.saved"));
    }

    /** Submits it for approval. */
    @POST
    @Path("{name}/draft/submit")
    @Needs(Right.MANAGE_POLICY)
    public Response submit(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @FormParam("revision") int revision,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("effectiveOn") @DefaultValue("") String effectiveOn) {
        return deed(
                visit,
                name,
                new DraftView.Typed(reason, effectiveOn),
                "policy.said.submitted",
                transaction -> doors.drafts()
                        .submit(
                                transaction,
                                visit.who(),
                                new Seen(name, revision),
                                reason,
                                TypedDay.EFFECTIVE.read(effectiveOn)));
    }

    /** Approves it. */
    @POST
    @Path("{name}/draft/approve")
    @Needs(Right.APPROVE_POLICY)
    public Response approve(
            @BeanParam Visit visit, @PathParam("name") String name, @FormParam("revision") int revision) {
        try {
            var version = doors.jdbi()
                    .inTransaction(
                            transaction -> doors.drafts().approve(transaction, visit.who(), new Seen(name, revision)));
            doors.drafts().rules().get(name).changed();
            return visit.seeOther(
                    "/policies/" + name + "?version=" + version.version(),
                    visit.text()
                            .say(
                                    "policy.said.approved",
                                    version.version(),
                                    visit.text().day(version.effectiveOn())));
        } catch (Malformed | Refused failure) {
            return refused(visit, name, NOTHING, failure);
        }
    }

    /** Sends it back. */
    @POST
    @Path("{name}/draft/return")
    @Needs(Right.APPROVE_POLICY)
    public Response sendBack(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @FormParam("revision") int revision,
            @FormParam("reason") @DefaultValue("") String reason) {
        return deed(
                visit,
                name,
                NOTHING,
                "policy.said.returned",
                transaction -> doors.drafts().sendBack(transaction, visit.who(), new Seen(name, revision), reason));
    }

    /** Gives it up. */
    @POST
    @Path("{name}/draft/withdraw")
    @Needs(Right.MANAGE_POLICY)
    public Response withdraw(
            @BeanParam Visit visit,
            @PathParam("name") String name,
            @FormParam("revision") int revision,
            @FormParam("reason") @DefaultValue("") String reason) {
        return deed(
                visit,
                name,
                NOTHING,
                () -> visit.seeOther("/policies/" + name, visit.text().say("policy.said.withdrawn")),
                transaction -> doors.drafts().withdraw(transaction, visit.who(), new Seen(name, revision), reason));
    }

    private Response deed(Visit visit, String name, DraftView.Typed typed, String said, Consumer<Handle> deed) {
        return deed(
                visit,
                name,
                typed,
                () -> visit.seeOther(path(name), visit.text().say(said)),
                deed);
    }

    private Response deed(
            Visit visit, String name, DraftView.Typed typed, Supplier<Response> done, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return refused(visit, name, typed, failure);
        }
        return done.get();
    }

    private Response refused(Visit visit, String name, DraftView.Typed typed, ArchiveException failure) {
        return refused(pages.draft(visit, name, typed, Optional.of(ProblemText.of(visit.text(), failure))), failure);
    }

    private static Response refused(View view, ArchiveException failure) {
        return Response.status(failure instanceof Malformed ? Response.Status.BAD_REQUEST : Response.Status.CONFLICT)
                .entity(view)
                .build();
    }

    /** {@return the address of the draft of a rule} */
    static String path(String name) {
        return "/policies/" + name + "/draft";
    }
}

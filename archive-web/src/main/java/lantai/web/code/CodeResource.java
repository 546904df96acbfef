package lantai.web.code;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.classification.Category;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.Priority;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.CodeGaps.Counted;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /codes}: numbers given out, gaps and why, renumbering by two people. */
@Path("codes")
@Produces(MediaType.TEXT_HTML)
public final class CodeResource {
    private final CodeDoors doors;

    public CodeResource(CodeDoors doors) {
        this.doors = doors;
    }

    /** All scopes, and the renumberings that wait. */
    @GET
    @Needs(Right.FILE)
    public View scopes(
            @BeanParam Visit visit,
            @QueryParam("of") @DefaultValue("") String of,
            @QueryParam("page") @DefaultValue("1") int page) {
        return scopes(visit, Counted.of(of), Math.max(1, page), Optional.empty());
    }

    /** The gaps of one scope. */
    @GET
    @Path("gaps")
    @Needs(Right.FILE)
    public View gaps(
            @BeanParam Visit visit,
            @QueryParam("of") @DefaultValue("") String of,
            @QueryParam("scope") @DefaultValue("") String scope,
            @QueryParam("after") @DefaultValue("0") int after) {
        return gaps(visit, new Counting(Counted.of(of), scope), after, Optional.empty());
    }

    /** Explains a gap, all its numbers with one reason. */
    @POST
    @Path("gaps")
    @Needs(Right.FILE)
    public Response explain(
            @BeanParam Visit visit,
            @FormParam("of") @DefaultValue("") String of,
            @FormParam("scope") @DefaultValue("") String scope,
            @FormParam("first") int first,
            @FormParam("last") int last,
            @FormParam("reason") @DefaultValue("") String reason) {
        var counted = Counted.of(of);
        try {
            doors.jdbi()
                    .useTransaction(transaction ->
                            doors.gaps().of(counted).explain(transaction, visit.actor(), scope, first, last, reason));
        } catch (Malformed | Refused failure) {
            var said = ProblemText.of(visit.text(), failure);
            return refused(gaps(visit, new Counting(counted, scope), first - 1, Optional.of(said)));
        }
        return visit.seeOther(
                "/codes/gaps?of=" + counted.name() + "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8),
                visit.text().say("code.said.explained"));
    }

    /** The form for another number. */
    @GET
    @Path("renumber")
    @Needs(Right.FILE)
    public View renumber(@BeanParam Visit visit, @QueryParam("item") @Nullable UUID item) {
        if (item == null) {
            throw new Malformed(CodeProblem.ITEM_MISSING);
        }
        var found = doors.jdbi().withHandle(handle -> doors.items().get(handle, item));
        return renumber(visit, item, TargetForm.of(found), Optional.empty());
    }

    /** Proposes another number. */
    @POST
    @Path("renumber")
    @Needs(Right.FILE)
    public Response propose(@BeanParam Visit visit, @FormParam("item") UUID item, @BeanParam TargetForm form) {
        try {
            doors.jdbi()
                    .useTransaction(transaction ->
                            doors.renumbering().propose(transaction, visit.who(), item, form.target(), form.reason()));
        } catch (Malformed | Refused failure) {
            return refused(renumber(visit, item, form, Optional.of(ProblemText.of(visit.text(), failure))));
        }
        return visit.seeOther("/codes", visit.text().say("code.said.proposed"));
    }

    /** Approves another number. */
    @POST
    @Path("changes/{id}/approve")
    @Needs(Right.FILE)
    public Response approve(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return decide(visit, "code.said.approved", transaction -> {
            var change = doors.renumbering().approve(transaction, visit.who(), id);
            doors.jobs().order(transaction, JobKind.DESCRIBE_ITEM, change.item(), Priority.URGENT);
        });
    }

    /** Refuses another number. */
    @POST
    @Path("changes/{id}/refuse")
    @Needs(Right.FILE)
    public Response refuse(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        return decide(
                visit,
                "code.said.refused",
                transaction -> doors.renumbering().refuse(transaction, visit.who(), id, reason));
    }

    private Response decide(Visit visit, String said, Consumer<Handle> deed) {
        try {
            doors.jdbi().useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return refused(scopes(visit, Counted.ITEMS, 1, Optional.of(ProblemText.of(visit.text(), failure))));
        }
        return visit.seeOther("/codes", visit.text().say(said));
    }

    /** Numbers of one scope. */
    private record Counting(Counted counted, String scope) {}

    private View scopes(Visit visit, Counted counted, int page, Optional<String> error) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "code/scopes.jte",
                        new ScopesView(
                                visit.page(visit.text().say("code.title")),
                                counted,
                                doors.gaps()
                                        .of(counted)
                                        .scopes(handle, (page - 1) * CodeDoors.SIZE, CodeDoors.SIZE + 1),
                                page,
                                doors.renumbering().waiting(handle),
                                visit.actor().name(),
                                error)));
    }

    private View gaps(Visit visit, Counting counting, int after, Optional<String> error) {
        var scope = counting.scope();
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "code/gaps.jte",
                        new GapsView(
                                visit.page(visit.text().say("code.gaps.of", scope)),
                                counting.counted(),
                                scope,
                                doors.gaps().of(counting.counted()).gaps(handle, scope, after, CodeDoors.SIZE + 1),
                                after,
                                error)));
    }

    private View renumber(Visit visit, UUID id, TargetForm form, Optional<String> error) {
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "code/renumber.jte",
                        new RenumberView(
                                visit.page(visit.text().say("code.renumber")),
                                doors.items().get(handle, id),
                                List.of(Category.values()),
                                form.category(),
                                form.link(),
                                form.year(),
                                form.retention(),
                                form.group(),
                                form.reason(),
                                doors.renumbering().history(handle, id),
                                error)));
    }

    private static Response refused(View view) {
        return Response.status(Response.Status.CONFLICT).entity(view).build();
    }
}

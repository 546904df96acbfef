package lantai.web.fonds;

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
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.fonds.Creator;
import lantai.fonds.FondsFile.NewPaper;
import lantai.fonds.FondsKind;
import lantai.fonds.FondsRegister;
import lantai.fonds.PaperKind;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@code /fonds}: the register of fonds. */
@Path("fonds")
@Produces(MediaType.TEXT_HTML)
public final class FondsResource {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Jdbi jdbi;
    private final FondsRegister register;
    private final InstantSource clock;

    public FondsResource(Jdbi jdbi, FondsRegister register, InstantSource clock) {
        this.jdbi = jdbi;
        this.register = register;
        this.clock = clock;
    }

    /** All of them. */
    @GET
    @Needs({Right.SEARCH, Right.MANAGE_POLICY})
    public View all(@BeanParam Visit visit) {
        return list(visit, new FondsForm(), Optional.empty());
    }

    /** Opens one. */
    @POST
    @Needs(Right.MANAGE_POLICY)
    public Response open(@BeanParam Visit visit, @BeanParam FondsForm form) {
        try {
            var fonds = jdbi.inTransaction(transaction ->
                    register.open(transaction, visit.actor(), form.number(), form.description(), form.creator()));
            return visit.seeOther("/fonds/" + fonds.number(), visit.text().say("fonds.said.opened"));
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(list(visit, form, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
    }

    /** One of them, with its descriptive file. */
    @GET
    @Path("{number}")
    @Needs({Right.SEARCH, Right.MANAGE_POLICY})
    public View one(@BeanParam Visit visit, @PathParam("number") String number) {
        return view(visit, number, Optional.empty());
    }

    /** Describes it anew. */
    @POST
    @Path("{number}")
    @Needs(Right.MANAGE_POLICY)
    public Response describe(@BeanParam Visit visit, @PathParam("number") String number, @BeanParam FondsForm form) {
        return deed(
                visit,
                number,
                "fonds.said.described",
                transaction ->
                        register.describe(transaction, visit.actor(), number, form.version(), form.description()));
    }

    /** Another name of the body. */
    @POST
    @Path("{number}/names")
    @Needs(Right.MANAGE_POLICY)
    public Response rename(
            @BeanParam Visit visit,
            @PathParam("number") String number,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("from") @DefaultValue("") String from,
            @FormParam("basis") @DefaultValue("") String basis) {
        return deed(
                visit,
                number,
                "fonds.said.renamed",
                transaction -> register.rename(
                        transaction, visit.actor(), number, new Creator(name, FondsForm.day(from), basis)));
    }

    /** Closes it, or opens it again when no day is given. */
    @POST
    @Path("{number}/close")
    @Needs(Right.MANAGE_POLICY)
    public Response close(
            @BeanParam Visit visit,
            @PathParam("number") String number,
            @FormParam("lastDay") @DefaultValue("") String lastDay,
            @FormParam("reason") @DefaultValue("") String reason) {
        var day = lastDay.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(FondsForm.day(lastDay));
        return deed(
                visit,
                number,
                day.isPresent() ? "fonds.said.closed" : "fonds.said.reopened",
                transaction -> register.close(transaction, visit.actor(), number, day, reason));
    }

    /** Adds a paper to its file. */
    @POST
    @Path("{number}/papers")
    @Needs(Right.MANAGE_POLICY)
    public Response add(
            @BeanParam Visit visit,
            @PathParam("number") String number,
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("title") @DefaultValue("") String title,
            @FormParam("dated") @DefaultValue("") String dated,
            @FormParam("note") @DefaultValue("") String note) {
        return deed(
                visit,
                number,
                "fonds.said.paper-added",
                transaction -> register.file()
                        .add(
                                transaction,
                                visit.actor(),
                                number,
                                new NewPaper(paperKind(kind), title, FondsForm.day(dated), note)));
    }

    /** Strikes a paper of its file. */
    @POST
    @Path("{number}/papers/{paper}/strike")
    @Needs(Right.MANAGE_POLICY)
    public Response strike(
            @BeanParam Visit visit,
            @PathParam("number") String number,
            @PathParam("paper") int paper,
            @FormParam("reason") @DefaultValue("") String reason) {
        return deed(
                visit,
                number,
                "fonds.said.paper-struck",
                transaction -> register.file().strike(transaction, visit.actor(), number, paper, reason));
    }

    private Response deed(Visit visit, String number, String said, Consumer<Handle> deed) {
        try {
            jdbi.useTransaction(deed::accept);
        } catch (Malformed | Refused failure) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(view(visit, number, Optional.of(ProblemText.of(visit.text(), failure))))
                    .build();
        }
        return visit.seeOther("/fonds/" + number, visit.text().say(said));
    }

    private View list(Visit visit, FondsForm typed, Optional<String> error) {
        var all = jdbi.withHandle(register::all);
        return new View(
                "fonds/list.jte",
                new FondsListView(
                        visit.page(visit.text().say("fonds.title")), all, List.of(FondsKind.values()), typed, error));
    }

    private View view(Visit visit, String number, Optional<String> error) {
        return jdbi.withHandle(handle -> {
            var fonds = register.get(handle, number);
            return new View(
                    "fonds/fonds.jte",
                    new FondsView(
                            visit.page(fonds.number() + ' ' + fonds.title()),
                            fonds,
                            register.file().papers(handle, number),
                            List.of(FondsKind.values()),
                            List.of(PaperKind.values()),
                            LocalDate.ofInstant(clock.instant(), ZONE),
                            error));
        });
    }

    private static PaperKind paperKind(String kind) {
        return Stream.of(PaperKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
    }
}

package lantai.web.fonds;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.fonds.Creator;
import lantai.fonds.Fonds;
import lantai.fonds.FondsKind;
import lantai.fonds.FondsPaper;
import lantai.fonds.FondsRegister;
import lantai.fonds.FondsRegister.Description;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Fonds over the interface. */
@Path("/api/v1/fonds")
@Produces(MediaType.APPLICATION_JSON)
public final class FondsApiResource {
    private final Jdbi jdbi;
    private final FondsRegister register;

    public FondsApiResource(Jdbi jdbi, FondsRegister register) {
        this.jdbi = jdbi;
        this.register = register;
    }

    /** A name of the body, from a day on. */
    public record NameJson(String name, String from, String basis) {}

    /** One paper of the descriptive file. */
    public record PaperJson(int number, String kind, String title, String dated, String note, String struck) {
        static PaperJson of(FondsPaper paper) {
            return new PaperJson(
                    paper.number(),
                    paper.kind().name(),
                    paper.title(),
                    paper.dated().toString(),
                    paper.note(),
                    paper.struck());
        }
    }

    /** One fonds. */
    public record FondsJson(
            String number,
            String kind,
            String title,
            String note,
            @Nullable String openedOn,
            @Nullable String closedOn,
            List<NameJson> names,
            List<PaperJson> papers) {
        static FondsJson of(Fonds fonds, List<FondsPaper> papers) {
            return new FondsJson(
                    fonds.number(),
                    fonds.kind().name(),
                    fonds.title(),
                    fonds.note(),
                    fonds.openedOn().map(LocalDate::toString).orElse(null),
                    fonds.closedOn().map(LocalDate::toString).orElse(null),
                    fonds.creators().stream()
                            .map(name -> new NameJson(name.name(), name.fromOn().toString(), name.basis()))
                            .toList(),
                    papers.stream().map(PaperJson::of).toList());
        }
    }

    /** A fonds to be opened. */
    public record NewFonds(
            @Nullable String number,
            @Nullable String title,
            @Nullable String note,
            @Nullable String openedOn,
            @Nullable String creator,
            @Nullable String basis) {}

    /** All of them. */
    @GET
    @Needs({Right.SEARCH, Right.MANAGE_POLICY})
    public List<FondsJson> all() {
        return jdbi.withHandle(handle -> register.all(handle).stream()
                .map(fonds -> FondsJson.of(fonds, List.of()))
                .toList());
    }

    /** One of them, with its file. */
    @GET
    @Path("{number}")
    @Needs({Right.SEARCH, Right.MANAGE_POLICY})
    public FondsJson one(@PathParam("number") String number) {
        return jdbi.withHandle(handle ->
                FondsJson.of(register.get(handle, number), register.file().papers(handle, number)));
    }

    /** Opens one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.MANAGE_POLICY)
    public Response open(@BeanParam Visit visit, NewFonds fresh) {
        var day = FondsForm.day(text(fresh.openedOn()));
        var fonds = jdbi.inTransaction(transaction -> register.open(
                transaction,
                visit.actor(),
                text(fresh.number()),
                new Description(FondsKind.INSTITUTION, text(fresh.title()), text(fresh.note()), Optional.of(day)),
                new Creator(text(fresh.creator()), day, text(fresh.basis()))));
        return Response.created(URI.create("/api/v1/fonds/" + fonds.number()))
                .entity(FondsJson.of(fonds, List.of()))
                .build();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

package lantai.web.correction;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.words.WordDesk;
import lantai.ingest.words.WordKind;
import lantai.ingest.words.WordProposal;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/words}: corrected words that wait for the dictionary. */
@Path("api/v1/words")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WordApiResource {
    private final Jdbi jdbi;
    private final WordDesk desk;

    public WordApiResource(Jdbi jdbi, WordDesk desk) {
        this.jdbi = jdbi;
        this.desk = desk;
    }

    /** One word that waits. */
    public record WordJson(UUID id, String word, String was, int times, String by, String at) {
        static WordJson of(WordProposal word) {
            return new WordJson(
                    word.id(),
                    word.word(),
                    word.was(),
                    word.times(),
                    word.by(),
                    word.at().toString());
        }
    }

    /** The word as it is wanted; the kinds are {@code TERM}, {@code PLACE}, {@code HOSPITAL}, {@code BODY}, {@code OTHER}. */
    public record AdoptionJson(
            @Nullable String word, @Nullable String kind) {}

    /** The draft that a word was taken into. */
    public record DraftJson(String rule, int revision) {}

    /** What waits, the most often corrected first. */
    @GET
    @Needs(Right.MANAGE_POLICY)
    public List<WordJson> words() {
        return jdbi.withHandle(desk::open).stream().map(WordJson::of).toList();
    }

    /** Takes a word into the draft of the dictionary; begins one when none is open. */
    @POST
    @Path("{id}/adopt")
    @Needs(Right.MANAGE_POLICY)
    public DraftJson adopt(@BeanParam Visit visit, @PathParam("id") UUID id, AdoptionJson wanted) {
        var word = Optional.ofNullable(wanted.word()).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        var kind = Optional.ofNullable(wanted.kind())
                .flatMap(WordKind::of)
                .orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        var draft = jdbi.inTransaction(transaction -> desk.adopt(transaction, visit.who(), id, word, kind));
        return new DraftJson(draft.name(), draft.revision());
    }

    /** Drops a word. */
    @POST
    @Path("{id}/drop")
    @Needs(Right.MANAGE_POLICY)
    public void drop(@BeanParam Visit visit, @PathParam("id") UUID id) {
        jdbi.useTransaction(transaction -> desk.drop(transaction, visit.who(), id));
    }
}

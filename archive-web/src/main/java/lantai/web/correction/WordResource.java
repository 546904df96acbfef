package lantai.web.correction;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.words.WordDesk;
import lantai.ingest.words.WordKind;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /words}: corrected words that somebody takes into a draft of the dictionary or drops. */
@Path("words")
@Produces(MediaType.TEXT_HTML)
public final class WordResource {
    private final Jdbi jdbi;
    private final WordDesk desk;

    public WordResource(Jdbi jdbi, WordDesk desk) {
        this.jdbi = jdbi;
        this.desk = desk;
    }

    /** What waits. */
    @GET
    @Needs(Right.MANAGE_POLICY)
    public View words(@BeanParam Visit visit) {
        return view(visit, Optional.empty());
    }

    /** Takes a word into the draft. */
    @POST
    @Path("{id}/adopt")
    @Needs(Right.MANAGE_POLICY)
    public Response adopt(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("word") @DefaultValue("") String word,
            @FormParam("kind") @DefaultValue("TERM") String kind) {
        try {
            jdbi.useTransaction(transaction -> desk.adopt(
                    transaction, visit.who(), id, word, WordKind.of(kind).orElse(WordKind.OTHER)));
        } catch (Malformed | Refused | NotFound failure) {
            return again(visit, failure);
        }
        return visit.seeOther("/words", visit.text().say("correction.words.adopted", word));
    }

    /** Drops a word. */
    @POST
    @Path("{id}/drop")
    @Needs(Right.MANAGE_POLICY)
    public Response drop(@BeanParam Visit visit, @PathParam("id") UUID id) {
        try {
            jdbi.useTransaction(transaction -> desk.drop(transaction, visit.who(), id));
        } catch (NotFound failure) {
            return again(visit, failure);
        }
        return visit.seeOther("/words", visit.text().say("correction.words.dropped"));
    }

    private Response again(Visit visit, ArchiveException failure) {
        return Response.status(Response.Status.CONFLICT)
                .entity(view(visit, Optional.of(ProblemText.of(visit.text(), failure))))
                .build();
    }

    private View view(Visit visit, Optional<String> error) {
        return new View(
                "correction/words.jte",
                new WordView(
                        visit.page(visit.text().say("correction.words")),
                        jdbi.withHandle(desk::open),
                        List.of(WordKind.values()),
                        error));
    }
}

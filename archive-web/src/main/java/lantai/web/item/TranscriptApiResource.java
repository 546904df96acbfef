package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.transcribe.SpokenLine;
import lantai.ingest.transcribe.Transcript;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/items/ID/transcript}: the transcript of a recording, for programs. */
@Path("api/v1/items/{id}/transcript")
@Produces(MediaType.APPLICATION_JSON)
public final class TranscriptApiResource {
    private final ItemDoors doors;
    private final Shelf shelf;

    public TranscriptApiResource(ItemDoors doors) {
        this.doors = doors;
        shelf = new Shelf(doors);
    }

    /**
     * How far a transcript is.
     *
     * @param engine whether a program is named that puts speech into words
     * @param state none, ordered, proposed or failed
     * @param reason why it failed: time, output, form or program; else empty
     * @param lines what is proposed, personal numbers masked
     */
    public record TranscriptJson(boolean engine, String state, String reason, List<LineJson> lines) {}

    /** What is said from one moment on. */
    public record LineJson(int seconds, String text) {
        static LineJson of(SpokenLine line) {
            return new LineJson(line.seconds(), PersonalNumbers.masked(line.text()));
        }
    }

    /** Which recording is to be put into words; the first component unless told. */
    public record OrderJson(@Nullable Integer component) {}

    /** Which lines are taken, by their positions from 0, into which version of the record, and why. */
    public record TakeJson(
            @Nullable Long version,
            @Nullable List<Integer> lines,
            @Nullable String reason) {}

    /** How far it is. */
    @GET
    @Needs(Right.FILE)
    public TranscriptJson transcript(@BeanParam Visit visit, @PathParam("id") UUID id) {
        shelf.open(visit.who(), id);
        return told(doors.jdbi().withHandle(handle -> doors.transcripts().of(handle, id)));
    }

    /** Has a recording put into words. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public TranscriptJson order(@BeanParam Visit visit, @PathParam("id") UUID id, OrderJson wanted) {
        var component = Optional.ofNullable(wanted.component()).orElse(1);
        Recordings.require(shelf.open(visit.who(), id), component);
        doors.jdbi().useTransaction(transaction -> doors.transcripts().order(transaction, visit.who(), id, component));
        return transcript(visit, id);
    }

    /** Writes the chosen lines among the moments of the description. */
    @POST
    @Path("take")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.FILE)
    public TranscriptJson take(@BeanParam Visit visit, @PathParam("id") UUID id, TakeJson wanted) {
        shelf.open(visit.who(), id);
        doors.jdbi()
                .useTransaction(transaction -> doors.transcripts()
                        .take(
                                transaction,
                                visit.who(),
                                id,
                                Optional.ofNullable(wanted.version()).orElse(0L),
                                new HashSet<>(
                                        Optional.ofNullable(wanted.lines()).orElse(List.of())),
                                Optional.ofNullable(wanted.reason()).orElse("")));
        return transcript(visit, id);
    }

    /** Puts the proposal, or the note of a failure, away. */
    @POST
    @Path("drop")
    @Needs(Right.FILE)
    public TranscriptJson drop(@BeanParam Visit visit, @PathParam("id") UUID id) {
        shelf.open(visit.who(), id);
        doors.jdbi().useTransaction(transaction -> doors.transcripts().drop(transaction, id));
        return transcript(visit, id);
    }

    private TranscriptJson told(Optional<Transcript> known) {
        return new TranscriptJson(
                doors.transcripts().hasEngine(),
                known.map(one -> one.state().name().toLowerCase(Locale.ROOT)).orElse("none"),
                known.map(Transcript::reason).orElse(""),
                known.map(Transcript::lines).orElse(List.of()).stream()
                        .map(LineJson::of)
                        .toList());
    }
}

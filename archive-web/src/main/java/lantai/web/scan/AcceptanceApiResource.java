package lantai.web.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.scan.HandOverDesk.HandOver;
import lantai.ingest.scan.SampleDesk.Drawn;
import lantai.ingest.scan.SampleDesk.Sample;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Samples and hand-over of a batch of scans, over the interface. */
@Path("/api/v1/scans/{batch}/acceptance")
@Produces(MediaType.APPLICATION_JSON)
public final class AcceptanceApiResource {
    private final AcceptanceDoors doors;

    public AcceptanceApiResource(AcceptanceDoors doors) {
        this.doors = doors;
    }

    /** One page drawn. */
    public record DrawnJson(int ordinal, UUID file, String path, int page, boolean faulty) {
        static DrawnJson of(Drawn drawn) {
            return new DrawnJson(drawn.ordinal(), drawn.file(), drawn.path(), drawn.page(), drawn.faulty());
        }
    }

    /**
     * One sample.
     *
     * @param state open, accepted or refused
     * @param share of the pages drawn, in percent
     * @param needed share of the drawn pages that must be faultless, in percent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SampleJson(
            UUID id,
            String state,
            String seed,
            double share,
            double needed,
            int pages,
            int faulty,
            String reason,
            String drawnBy,
            String drawnAt,
            @Nullable String decidedBy,
            List<DrawnJson> drawn) {}

    /** A hand-over with its counts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HandOverJson(
            int files,
            int pages,
            int read,
            int refused,
            int separators,
            int documents,
            int open,
            String handedBy,
            String handedAt,
            @Nullable String takenBy,
            @Nullable String takenAt) {
        static HandOverJson of(HandOver handed) {
            return new HandOverJson(
                    handed.files(),
                    handed.pages(),
                    handed.read(),
                    handed.refused(),
                    handed.separators(),
                    handed.documents(),
                    handed.open(),
                    handed.handedBy(),
                    handed.handedAt().toString(),
                    handed.takenBy().orElse(null),
                    handed.takenAt().map(Object::toString).orElse(null));
        }
    }

    /** The samples of a batch, the latest first, and its hand-over. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AcceptanceJson(
            List<SampleJson> samples, @Nullable HandOverJson handOver) {}

    /** What a sample showed: the places of its faulty pages, and whether the batch is accepted. */
    public record VerdictJson(
            @Nullable Boolean accept,
            @Nullable List<Integer> faulty,
            @Nullable String reason) {}

    /** A word on a hand-over. */
    public record NoteJson(@Nullable String note) {}

    /** Tells the samples and the hand-over of a batch. */
    @GET
    @Needs({Right.RECEIVE, Right.REVIEW})
    public AcceptanceJson acceptance(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi().withHandle(handle -> told(handle, visit, batch));
    }

    /** Draws a sample. */
    @POST
    @Path("samples")
    @Needs(Right.REVIEW)
    public AcceptanceJson draw(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), batch);
            doors.samples().draw(transaction, visit.who(), batch);
            return told(transaction, visit, batch);
        });
    }

    /** Accepts a batch by a sample, or sends it back. */
    @POST
    @Path("samples/{sample}")
    @Needs(Right.REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    public AcceptanceJson conclude(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @PathParam("sample") UUID sample,
            @Nullable VerdictJson verdict) {
        var accept = verdict != null && Boolean.TRUE.equals(verdict.accept());
        var faulty = verdict == null || verdict.faulty() == null ? List.<Integer>of() : verdict.faulty();
        var reason = verdict == null || verdict.reason() == null ? "" : verdict.reason();
        return doors.jdbi().inTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), batch);
            var open = doors.samples().get(transaction, batch, sample);
            doors.samples().conclude(transaction, visit.who(), open, Set.copyOf(faulty), accept, reason);
            return told(transaction, visit, batch);
        });
    }

    /** Hands a batch over. */
    @POST
    @Path("hand-over")
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.APPLICATION_JSON)
    public AcceptanceJson handOver(@BeanParam Visit visit, @PathParam("batch") UUID batch, @Nullable NoteJson sent) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), batch);
            doors.handOvers().handOver(transaction, visit.who(), batch, note(sent));
            return told(transaction, visit, batch);
        });
    }

    /** Takes a batch over. */
    @POST
    @Path("take-over")
    @Needs(Right.REVIEW)
    @Consumes(MediaType.APPLICATION_JSON)
    public AcceptanceJson takeOver(@BeanParam Visit visit, @PathParam("batch") UUID batch, @Nullable NoteJson sent) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), batch);
            doors.handOvers().takeOver(transaction, visit.who(), batch, note(sent));
            return told(transaction, visit, batch);
        });
    }

    private AcceptanceJson told(Handle handle, Visit visit, UUID batch) {
        doors.scans().batch(handle, visit.who(), batch);
        return new AcceptanceJson(
                doors.samples().all(handle, batch).stream()
                        .map(sample -> told(sample, doors.samples().pages(handle, sample.id())))
                        .toList(),
                doors.handOvers().of(handle, batch).map(HandOverJson::of).orElse(null));
    }

    private static SampleJson told(Sample sample, List<Drawn> drawn) {
        return new SampleJson(
                sample.id(),
                sample.state().name().toLowerCase(Locale.ROOT),
                Long.toString(sample.seed()),
                sample.share(),
                sample.needed(),
                sample.pages(),
                sample.faulty(),
                sample.reason(),
                sample.drawnBy(),
                sample.drawnAt().toString(),
                sample.decidedBy().orElse(null),
                drawn.stream().map(DrawnJson::of).toList());
    }

    private static String note(@Nullable NoteJson sent) {
        return sent == null || sent.note() == null ? "" : sent.note();
    }
}

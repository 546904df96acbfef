package lantai.web.inbox;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.intake.BatchScope;
import lantai.ingest.intake.FileList;
import lantai.ingest.intake.Source;
import lantai.ingest.intake.Step;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Parameters;
import lantai.web.security.RequestProblem;
import lantai.web.security.Within;
import org.jspecify.annotations.Nullable;

/** Batches over the interface: opened, filled with files, watched, retried. The same delivery sent twice is received once. */
@Path("/api/v1/batches")
@Produces(MediaType.APPLICATION_JSON)
public final class BatchApiResource {
    private static final int MOST = 500;
    private static final int LONGEST_TITLE = 300;

    private final Inbox inbox;
    private final Teller teller;
    private final Arrival arrival;
    private final InstantSource clock;

    public BatchApiResource(Inbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.teller = new Teller(inbox);
        this.arrival = new Arrival(inbox);
        this.clock = clock;
    }

    /**
     * A batch to be opened.
     *
     * @param title what people call it; the time when left out
     * @param source screen, command or interface, which is meant when left out
     */
    public record NewBatch(@Nullable String title, @Nullable String source) {}

    /** An upload to be announced. */
    public record NewUpload(
            @Nullable String path,
            @Nullable Long length,
            @Nullable Map<String, String> metadata) {}

    /** Which files a deed concerns; all that it can concern when left out. */
    public record Chosen(@Nullable List<UUID> files) {}

    /** Opens a batch; a key that this account has used before gives the batch opened then. */
    @POST
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(
            @BeanParam Visit visit, @HeaderParam("Idempotency-Key") @Nullable String key, @Nullable NewBatch wanted) {
        if (key != null && key.isBlank()) {
            throw new Malformed(RequestProblem.PARAMETER_EMPTY, "Idempotency-Key");
        }
        var title = title(visit, wanted);
        var source = source(wanted);
        var batch = inbox.jdbi()
                .inTransaction(transaction -> key == null
                        ? inbox.batches().open(transaction, Optional.of(visit.who()), title, source)
                        : inbox.batches().openOnce(transaction, visit.who(), title, source, key.strip()));
        var told = inbox.jdbi()
                .withHandle(handle -> teller.batches(handle, List.of(batch)))
                .getFirst();
        return Response.created(URI.create("/api/v1/batches/" + batch.id()))
                .entity(told)
                .build();
    }

    /** Lists batches, the newest first. */
    @GET
    @Needs(Right.RECEIVE)
    public Told.BatchPage list(
            @BeanParam Visit visit,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Within(from = 1, to = MOST) int limit) {
        return inbox.jdbi().withHandle(handle -> {
            var found = inbox.batches().list(handle, BatchScope.of(visit.who()), Optional.ofNullable(after), limit + 1);
            var page = found.subList(0, Math.min(limit, found.size()));
            return new Told.BatchPage(
                    teller.batches(handle, page),
                    found.size() > limit ? page.getLast().id().toString() : null);
        });
    }

    /** Tells how far a batch has come. */
    @GET
    @Path("/{batch}")
    @Needs(Right.RECEIVE)
    public Told.OneBatch get(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        return inbox.jdbi()
                .withHandle(handle -> teller.batches(handle, List.of(inbox.batch(handle, visit.who(), id))))
                .getFirst();
    }

    /** Lists the files of a batch by path. */
    @GET
    @Path("/{batch}/files")
    @Needs(Right.RECEIVE)
    public Told.FilePage files(
            @BeanParam Visit visit,
            @PathParam("batch") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("100") @Within(from = 1, to = MOST) int limit) {
        inbox.batch(visit.who(), id);
        var filter = FileList.Filter.of(id, Optional.ofNullable(state).map(BatchApiResource::step));
        return inbox.jdbi().withHandle(handle -> {
            var found = inbox.files()
                    .after(handle, BatchScope.of(visit.who()), filter, Optional.ofNullable(after), limit + 1);
            var page = found.subList(0, Math.min(limit, found.size()));
            return new Told.FilePage(
                    teller.files(handle, visit, page),
                    found.size() > limit ? page.getLast().id().toString() : null);
        });
    }

    /** Receives one file whose bytes are the whole body. */
    @PUT
    @Path("/{batch}/files/{path: .+}")
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.WILDCARD)
    @Acknowledging.Acknowledges
    public Response receive(
            @BeanParam Visit visit,
            @BeanParam Arrival.Sent sent,
            @PathParam("batch") UUID id,
            @PathParam("path") String path,
            @Context UriInfo uri,
            InputStream bytes) {
        inbox.batch(visit.who(), id);
        var metadata = Metadata.read(sent.metadata(), uri.getQueryParameters());
        var receipt = arrival.whole(visit.who(), id, path, sent, bytes, metadata);
        return Response.status(receipt.again() ? Response.Status.OK : Response.Status.CREATED)
                .entity(teller.receipt(visit, receipt))
                .build();
    }

    /** Announces a file that will come in pieces. */
    @POST
    @Path("/{batch}/uploads")
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response announce(@BeanParam Visit visit, @PathParam("batch") UUID id, @Nullable NewUpload wanted) {
        inbox.batch(visit.who(), id);
        if (wanted == null || wanted.path() == null || wanted.length() == null) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        var metadata = Metadata.checked(wanted.metadata() == null ? Map.of() : wanted.metadata());
        var upload = inbox.uploads().announce(visit.who(), id, wanted.path(), wanted.length(), metadata);
        return Response.created(URI.create("/api/v1/uploads/" + upload))
                .header("Upload-Offset", 0)
                .entity(teller.upload(visit, inbox.uploads().state(visit.who(), upload)))
                .build();
    }

    /** Stops reading the files of a batch. */
    @POST
    @Path("/{batch}/pause")
    @Needs(Right.RECEIVE)
    public Told.OneBatch pause(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        inbox.batch(visit.who(), id);
        inbox.intake().pause(visit.who(), id);
        return get(visit, id);
    }

    /** Goes on with a paused batch. */
    @POST
    @Path("/{batch}/resume")
    @Needs(Right.RECEIVE)
    public Told.OneBatch resume(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        inbox.batch(visit.who(), id);
        inbox.intake().resume(visit.who(), id);
        return get(visit, id);
    }

    /** By what engine the pages of a batch are read. */
    public record Engine(@Nullable String engine) {}

    /** Has its pages read by another engine from now on. */
    @PUT
    @Path("/{batch}/engine")
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Told.OneBatch engine(@BeanParam Visit visit, @PathParam("batch") UUID id, @Nullable Engine wanted) {
        inbox.choose(visit, id, wanted == null || wanted.engine() == null ? "" : wanted.engine());
        return get(visit, id);
    }

    /** Ends the work on what is not filed. */
    @POST
    @Path("/{batch}/cancel")
    @Needs(Right.RECEIVE)
    public Told.OneBatch cancel(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        inbox.batch(visit.who(), id);
        inbox.intake().cancel(visit.who(), id);
        return get(visit, id);
    }

    /** Tries files in quarantine again. */
    @POST
    @Path("/{batch}/retry")
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.WILDCARD)
    public Told.Done retry(@BeanParam Visit visit, @PathParam("batch") UUID id, @Nullable Chosen chosen) {
        return new Told.Done(inbox.intake().retry(visit.who(), quarantined(visit, id, chosen)));
    }

    /** Keeps files of formats that are not read as they are. */
    @POST
    @Path("/{batch}/keep-as-is")
    @Needs(Right.RECEIVE)
    @Consumes(MediaType.WILDCARD)
    public Told.Done keepAsIs(@BeanParam Visit visit, @PathParam("batch") UUID id, @Nullable Chosen chosen) {
        return new Told.Done(inbox.intake().keepAsIs(visit.who(), quarantined(visit, id, chosen)));
    }

    private List<UUID> quarantined(Visit visit, UUID id, @Nullable Chosen chosen) {
        inbox.batch(visit.who(), id);
        var filter = FileList.Filter.quarantined(Optional.of(id), "");
        var all = inbox.jdbi().withHandle(handle -> inbox.files().ids(handle, BatchScope.of(visit.who()), filter));
        return chosen == null || chosen.files() == null
                ? all
                : all.stream().filter(chosen.files()::contains).toList();
    }

    private String title(Visit visit, @Nullable NewBatch wanted) {
        var title =
                wanted == null || wanted.title() == null ? "" : wanted.title().strip();
        if (title.isEmpty()) {
            return visit.text().say("inbox.untitled", visit.text().moment(clock.instant()));
        }
        if (title.length() > LONGEST_TITLE) {
            throw Parameters.tooLong("title", title, LONGEST_TITLE);
        }
        return title;
    }

    private static Source source(@Nullable NewBatch wanted) {
        var name = wanted == null || wanted.source() == null ? "interface" : wanted.source();
        var known = Arrays.stream(Source.values())
                .filter(source -> source != Source.WATCHED_FOLDER)
                .toList();
        return chosen("source", name, known);
    }

    private static Step step(String name) {
        return chosen("state", name, List.of(Step.values()));
    }

    private static <E extends Enum<E>> E chosen(String parameter, String name, List<E> known) {
        return known.stream()
                .filter(one -> word(one).equals(name))
                .findFirst()
                .orElseThrow(() -> Parameters.noneOf(
                        parameter,
                        name,
                        known.stream().map(BatchApiResource::word).toList()));
    }

    /** A constant as the interface writes it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

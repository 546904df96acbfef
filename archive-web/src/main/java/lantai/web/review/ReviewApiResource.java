package lantai.web.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import lantai.account.Right;
import lantai.ingest.propose.Field;
import lantai.ingest.review.Document;
import lantai.ingest.review.DocumentState;
import lantai.ingest.review.ReviewDesk;
import lantai.problem.Malformed;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/review}: documents under review and what is said to them. */
@Path("api/v1/review")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReviewApiResource {
    private static final int LARGEST_PAGE = 500;
    private static final int MOST_TOGETHER = 100;

    private final ReviewDoors doors;
    private final DocumentReader reader;

    public ReviewApiResource(ReviewDoors doors) {
        this.doors = doors;
        this.reader = new DocumentReader(doors);
    }

    /**
     * The documents that wait, in the order of delivery.
     *
     * @param total how many are in the state and batch asked for
     * @param waiting how many wait for review in all batches: what the head of each page counts
     */
    public record Queue(int total, int waiting, List<UUID> ids) {}

    /** What a deed answers: the version to name in the next one. */
    public record Done(UUID id, String state, int version) {
        static Done of(Document document) {
            return new Done(document.id(), document.state().name(), document.version());
        }
    }

    /** A deed on one document. {@code fields} are typed values by field code; {@code to} is where a page goes. */
    public record Deed(
            int version,
            @Nullable Map<String, String> fields,
            int ordinal,
            int to,
            @Nullable String reason) {}

    /** What to file: these documents, or all accepted ones of a batch, or all. */
    public record FilingOrder(
            @Nullable List<UUID> ids, @Nullable UUID batch) {}

    /** What can be accepted together. */
    public record Clear(List<UUID> ids) {}

    /** What to accept together, and the deed that this goes on with. */
    public record ClearOrder(
            @Nullable List<UUID> ids, @Nullable UUID deed) {}

    /** How many documents were handed over for filing. */
    public record Filed(int filed) {}

    /** The ids of what waits. */
    @GET
    @Path("queue")
    @Needs(Right.REVIEW)
    public Queue queue(
            @QueryParam("batch") @Nullable UUID batch,
            @QueryParam("state") @DefaultValue("PROPOSED") DocumentState state,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("size") @DefaultValue("200") @Within(from = 1, to = LARGEST_PAGE) int size) {
        return doors.jdbi()
                .withHandle(handle -> new Queue(
                        doors.documents().count(handle, Optional.ofNullable(batch), state),
                        doors.documents().toReview(handle, Optional.empty()),
                        doors.documents().queue(handle, Optional.ofNullable(batch), state, offset, size)));
    }

    /** The documents that can be accepted together: nothing doubtful in them, nothing required missing. */
    @GET
    @Path("clear")
    @Needs(Right.REVIEW)
    public Clear clear(@QueryParam("batch") @Nullable UUID batch) {
        return new Clear(
                doors.jdbi().withHandle(handle -> doors.documents().clear(handle, Optional.ofNullable(batch))));
    }

    /**
     * Accepts together what needs nobody's eye, at most 100 in one call; further calls that name the deed are undone together
     * with this one.
     */
    @POST
    @Path("accept-clear")
    @Needs(Right.REVIEW)
    public ReviewDesk.AcceptedTogether acceptClear(@BeanParam Visit visit, ClearOrder order) {
        var ids = order.ids();
        if (ids == null || ids.size() > MOST_TOGETHER) {
            throw new Malformed(ReviewWebProblem.TOO_MANY, MOST_TOGETHER);
        }
        return doors.jdbi()
                .inTransaction(handle ->
                        doors.desk().acceptClear(handle, visit.who(), ids, Optional.ofNullable(order.deed())));
    }

    /** Takes a part of a file that was put aside up again. */
    @POST
    @Path("documents/{id}/take-up")
    @Needs(Right.REVIEW)
    public Done takeUp(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(handle -> doors.desk().takeUp(handle, visit.who(), id));
    }

    /** One document with its fields, candidates, pages and text. */
    @GET
    @Path("documents/{id}")
    @Needs(Right.REVIEW)
    public DocumentJson document(@BeanParam Visit visit, @PathParam("id") UUID id) {
        // of one moment: what says that nothing is being read must not be newer than the version
        return doors.jdbi()
                .inTransaction(
                        TransactionIsolationLevel.REPEATABLE_READ,
                        handle -> reader.read(handle, doors.documents().get(handle, id), visit.text()));
    }

    /** Corrects particulars: {@code fields} are typed values by the codes of the rule {@code particulars}. */
    @POST
    @Path("documents/{id}/particulars")
    @Needs(Right.REVIEW)
    public Done particulars(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        var typed = deed.fields() == null ? Map.<String, String>of() : deed.fields();
        return done(handle -> doors.particularDesk()
                .correct(
                        handle,
                        visit.who(),
                        id,
                        deed.version(),
                        typed,
                        doors.particulars().rules(handle)));
    }

    /** Accepts a document, with corrections if there are any. */
    @POST
    @Path("documents/{id}/accept")
    @Needs(Right.REVIEW)
    public Done accept(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        var rules = doors.rules().kinds();
        return done(handle -> doors.desk().accept(handle, visit.who(), id, deed.version(), typed(deed), rules));
    }

    /** Takes corrections without accepting. */
    @POST
    @Path("documents/{id}/correct")
    @Needs(Right.REVIEW)
    public Done correct(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        var rules = doors.rules().kinds();
        return done(handle -> doors.desk().correct(handle, visit.who(), id, deed.version(), typed(deed), rules));
    }

    /** Joins the next document to this one. */
    @POST
    @Path("documents/{id}/merge")
    @Needs(Right.REVIEW)
    public Done merge(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        return done(handle -> doors.desk().mergeWithNext(handle, visit.who(), id, deed.version()));
    }

    /** Makes a document of its own from the page {@code ordinal} on. {@return the new document} */
    @POST
    @Path("documents/{id}/split")
    @Needs(Right.REVIEW)
    public Done split(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        return done(handle -> doors.desk().split(handle, visit.who(), id, deed.version(), deed.ordinal()));
    }

    /** Turns the page {@code ordinal} by a quarter clockwise. */
    @POST
    @Path("documents/{id}/rotate")
    @Needs(Right.REVIEW)
    public Done rotate(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        return done(handle -> doors.desk().rotate(handle, visit.who(), id, deed.version(), deed.ordinal()));
    }

    /** Puts the page {@code ordinal} at the place {@code to}. */
    @POST
    @Path("documents/{id}/move-page")
    @Needs(Right.REVIEW)
    public Done movePage(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        return done(
                handle -> doors.desk().movePage(handle, visit.who(), id, deed.version(), deed.ordinal(), deed.to()));
    }

    /** Has the document read again. */
    @POST
    @Path("documents/{id}/reread")
    @Needs(Right.REVIEW)
    public Done reread(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        return done(handle -> doors.desk().reread(handle, visit.who(), id, deed.version()));
    }

    /** Puts the document aside. */
    @POST
    @Path("documents/{id}/reject")
    @Needs(Right.REVIEW)
    public Done reject(@BeanParam Visit visit, @PathParam("id") UUID id, Deed deed) {
        var reason = deed.reason() == null ? "" : deed.reason();
        return done(handle -> {
            doors.desk().reject(handle, visit.who(), id, deed.version(), reason);
            return doors.documents().get(handle, id);
        });
    }

    /** Takes back this person's last deed in a batch. */
    @POST
    @Path("batches/{batch}/undo")
    @Needs(Right.REVIEW)
    public List<Done> undo(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        return doors.jdbi()
                .inTransaction(handle -> doors.desk().undo(handle, visit.who(), batch).stream()
                        .map(Done::of)
                        .toList());
    }

    /** Files accepted documents. */
    @POST
    @Path("file")
    @Needs(Right.FILE)
    public Filed file(@BeanParam Visit visit, FilingOrder order) {
        var rules = doors.rules().kinds();
        var named = order.ids();
        var filed = doors.jdbi().inTransaction(handle -> {
            var ids = named != null ? named : accepted(handle, Optional.ofNullable(order.batch()));
            return doors.filing().file(handle, visit.who(), ids, rules);
        });
        return new Filed(filed);
    }

    private List<UUID> accepted(Handle handle, Optional<UUID> batch) {
        var all = doors.documents().count(handle, batch, DocumentState.ACCEPTED);
        return doors.documents().queue(handle, batch, DocumentState.ACCEPTED, 0, Math.max(1, all));
    }

    private Done done(Function<Handle, Document> deed) {
        return doors.jdbi().inTransaction(handle -> Done.of(deed.apply(handle)));
    }

    private static Map<Field, String> typed(Deed deed) {
        var fields = new EnumMap<Field, String>(Field.class);
        var typed = deed.fields();
        if (typed != null) {
            typed.forEach((code, value) -> fields.put(
                    Field.of(code).orElseThrow(() -> new Malformed(ReviewWebProblem.NO_SUCH_FIELD, code)), value));
        }
        return fields;
    }
}

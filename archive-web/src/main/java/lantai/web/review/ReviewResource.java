package lantai.web.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.classification.Category;
import lantai.ingest.propose.Field;
import lantai.ingest.review.DocumentState;
import lantai.web.frame.Visit;
import lantai.web.review.DeskView.Choice;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jspecify.annotations.Nullable;

/** {@code /review}: the desk itself. What it shows and does goes through {@link ReviewApiResource}. */
@Path("review")
@Produces(MediaType.TEXT_HTML)
public final class ReviewResource {
    private static final List<String> RETENTIONS = List.of("Y", "D100", "D50", "D30", "D10", "D2");
    private static final List<String> WORDS = List.of(
            "review.accepted",
            "review.undo",
            "review.undone",
            "review.merged",
            "review.split",
            "review.turned",
            "review.moved",
            "review.rereading",
            "review.reading",
            "review.rejected",
            "review.sealed",
            "review.secret",
            "review.secret.mark",
            "review.secret.do",
            "review.secret.title",
            "review.secret.hint",
            "review.reject",
            "review.reject.title",
            "review.reject.hint",
            "review.no-such-day",
            "review.clear.what",
            "review.clear.going",
            "review.clear.done",
            "review.filing",
            "review.offline",
            "review.no-text",
            "review.text-beside",
            "review.unsent",
            "review.file.what",
            "review.because",
            "review.drawn",
            "review.doubtful",
            "review.contested",
            "review.foreign",
            "review.on-page",
            "review.no-value",
            "review.confidence",
            "review.page-of",
            "review.left",
            "review.required",
            "review.missed",
            "review.reject.reason",
            "review.candidates",
            "review.particulars.count",
            "review.particulars.none",
            "review.loading");

    private final ReviewDoors doors;

    public ReviewResource(ReviewDoors doors) {
        this.doors = doors;
    }

    /** The desk for one batch, or for everything that waits. */
    @GET
    @Needs(Right.REVIEW)
    public View desk(@BeanParam Visit visit, @QueryParam("batch") @Nullable UUID batch) {
        var wanted = Optional.ofNullable(batch);
        var page = visit.page(visit.text().say("review.title"));
        var kinds = doors.rules().kinds().kinds().stream()
                .map(kind -> new Choice(kind.code(), kind.name()))
                .toList();
        return doors.jdbi()
                .withHandle(handle -> new View(
                        "review/desk.jte",
                        new DeskView(
                                page,
                                wanted.map(id -> doors.batches().get(handle, id)),
                                doors.documents().toReview(handle, wanted),
                                doors.documents().count(handle, wanted, DocumentState.ACCEPTED),
                                page.may(Right.FILE),
                                Stream.of(Category.values())
                                        .map(category -> new Choice(category.name(), category.chinese()))
                                        .toList(),
                                kinds,
                                RETENTIONS.stream()
                                        .map(code -> new Choice(code, page.say("review.retention." + code)))
                                        .toList(),
                                words(visit))));
    }

    /** Takes a part of a file that was put aside up again. */
    @POST
    @Path("{document}/take-up")
    @Needs(Right.REVIEW)
    public Response takeUp(@BeanParam Visit visit, @PathParam("document") UUID document) {
        doors.jdbi().useTransaction(transaction -> doors.desk().takeUp(transaction, visit.who(), document));
        return visit.seeOther("/inbox/quarantine", visit.text().say("review.taken-up"));
    }

    private static List<Choice> words(Visit visit) {
        var fields = Stream.of(Field.values()).map(field -> "review.field." + field.code());
        return Stream.concat(WORDS.stream(), fields)
                .map(key -> new Choice(key, visit.text().say(key)))
                .toList();
    }
}

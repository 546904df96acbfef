package lantai.web.review;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.ingest.derive.PagePictures.Picture;
import lantai.ingest.intake.ReceivedFile;
import lantai.ingest.intake.Step;
import lantai.ingest.review.DocumentPage;
import lantai.problem.NotFound;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** {@code /review/pages}: pictures of the pages under review. */
@Path("review/pages/{document}/{ordinal}")
public final class ReviewPageResource {
    private static final int MINUTES = 600;

    private final ReviewDoors doors;

    public ReviewPageResource(ReviewDoors doors) {
        this.doors = doors;
    }

    /** The page. Looking at it is a read of personal data and is audited. */
    @GET
    @Path("page.jpg")
    @Needs(Right.REVIEW)
    public Response page(
            @BeanParam Visit visit, @PathParam("document") UUID document, @PathParam("ordinal") int ordinal) {
        var picture = picture(document, ordinal);
        doors.jdbi()
                .useTransaction(transaction -> doors.audit()
                        .record(
                                transaction,
                                visit.actor(),
                                AuditAction.PAGE_READ,
                                Subject.of("document", document),
                                Map.of("page", Integer.toString(ordinal))));
        return jpeg(picture.file());
    }

    /** A small picture of the page. */
    @GET
    @Path("small.jpg")
    @Needs(Right.REVIEW)
    public Response small(@PathParam("document") UUID document, @PathParam("ordinal") int ordinal) {
        return jpeg(picture(document, ordinal).thumbnail());
    }

    private Picture picture(UUID document, int ordinal) {
        var found = doors.jdbi().withHandle(handle -> {
            var page = doors.documents().get(handle, document).pages().stream()
                    .filter(one -> one.ordinal() == ordinal && one.filePage() > 0)
                    .findFirst()
                    .orElseThrow(() -> new NotFound(ReviewWebProblem.NO_SUCH_PAGE, ordinal));
            return new Found(page, doors.files().get(handle, page.fileId()));
        });
        var file = found.file();
        if (file.step() == Step.SEALED
                || !file.kind().hasPages()
                || !doors.staging().holds(file.sha256())) {
            throw new NotFound(ReviewWebProblem.NO_SUCH_PAGE, ordinal);
        }
        return doors.pictures()
                .picture(
                        file.sha256(),
                        doors.staging().file(file.sha256()),
                        file.kind(),
                        found.page().filePage(),
                        found.page().turn());
    }

    private static Response jpeg(java.nio.file.Path file) {
        var cache = new CacheControl();
        cache.setPrivate(true);
        cache.setMaxAge(MINUTES * 60);
        return Response.ok(file.toFile(), "image/jpeg").cacheControl(cache).build();
    }

    private record Found(DocumentPage page, ReceivedFile file) {}
}

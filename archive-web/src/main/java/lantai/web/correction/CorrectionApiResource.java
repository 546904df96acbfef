package lantai.web.correction;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.correction.CorrectionDesk.Deed;
import lantai.ingest.correction.CorrectionDesk.Finished;
import lantai.problem.Malformed;
import lantai.web.correction.CorrectionDoors.Place;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/corrections}: the words of pages, line by line, and what people write there. */
@Path("api/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CorrectionApiResource {
    private final CorrectionDoors doors;

    public CorrectionApiResource(CorrectionDoors doors) {
        this.doors = doors;
    }

    /** A line as written. {@code was} is what the page said when the person saw it. */
    public record WrittenJson(
            @Nullable String was, @Nullable String text) {}

    /** What a written line leaves. */
    public record LeftJson(int doubts, int waiting) {}

    /** The line that was taken back, from 0. */
    public record BackJson(int line) {}

    /** A page of a filed record; of a personal one, staff get it with a reason. */
    @GET
    @Path("items/{id}/pages/{page}")
    @Needs(Right.FILE)
    public SheetJson filed(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("page") int page,
            @QueryParam("reason") @DefaultValue("") String reason) {
        if (!reason.isEmpty()) {
            doors.give(visit.who(), id, reason);
        }
        return sheet(visit, doors.filed(visit.who(), id, page));
    }

    /** Writes a line of a filed record, from 0. */
    @PUT
    @Path("items/{id}/pages/{page}/lines/{line}")
    @Needs(Right.FILE)
    public LeftJson writeFiled(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("page") int page,
            @PathParam("line") int line,
            WrittenJson written) {
        return write(visit, doors.filed(visit.who(), id, page), line, written);
    }

    /** Takes back the line that the caller wrote last. */
    @POST
    @Path("items/{id}/pages/{page}/take-back")
    @Needs(Right.FILE)
    public BackJson takeBackFiled(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return takeBack(visit, doors.filed(visit.who(), id, page));
    }

    /** Makes the written lines a new version of the record's text. */
    @POST
    @Path("items/{id}/pages/{page}/finish")
    @Needs(Right.FILE)
    public Finished finishFiled(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return finish(visit, doors.filed(visit.who(), id, page));
    }

    /** A page of a document under review. */
    @GET
    @Path("documents/{id}/pages/{page}")
    @Needs(Right.REVIEW)
    public SheetJson reviewed(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return sheet(visit, doors.underReview(id, page));
    }

    /** Writes a line of a document under review, from 0. */
    @PUT
    @Path("documents/{id}/pages/{page}/lines/{line}")
    @Needs(Right.REVIEW)
    public LeftJson writeReviewed(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("page") int page,
            @PathParam("line") int line,
            WrittenJson written) {
        return write(visit, doors.underReview(id, page), line, written);
    }

    /** Takes back the line that the caller wrote last. */
    @POST
    @Path("documents/{id}/pages/{page}/take-back")
    @Needs(Right.REVIEW)
    public BackJson takeBackReviewed(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return takeBack(visit, doors.underReview(id, page));
    }

    /** Makes the written lines the text of the page; what was read first is kept and filed with it. */
    @POST
    @Path("documents/{id}/pages/{page}/finish")
    @Needs(Right.REVIEW)
    public Finished finishReviewed(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("page") int page) {
        return finish(visit, doors.underReview(id, page));
    }

    private SheetJson sheet(Visit visit, Place place) {
        var sheet = doors.jdbi().withHandle(handle -> doors.desk().sheet(handle, place.shown()));
        doors.read(visit.who(), place);
        return SheetJson.of(place, sheet);
    }

    private LeftJson write(Visit visit, Place place, int line, WrittenJson written) {
        var deed = new Deed(line, needed(written.was()), needed(written.text()));
        var sheet = doors.jdbi()
                .inTransaction(transaction -> doors.desk().write(transaction, visit.who(), place.shown(), deed));
        return new LeftJson(sheet.doubts(), sheet.written().size());
    }

    private BackJson takeBack(Visit visit, Place place) {
        return new BackJson(doors.jdbi()
                .inTransaction(transaction -> doors.desk().takeBack(transaction, visit.who(), place.shown()))
                .line());
    }

    private Finished finish(Visit visit, Place place) {
        return doors.jdbi().inTransaction(transaction -> doors.desk().finish(transaction, visit.who(), place.shown()));
    }

    private static String needed(@Nullable String value) {
        if (value == null) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        return value;
    }
}

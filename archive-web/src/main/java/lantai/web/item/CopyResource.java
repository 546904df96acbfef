package lantai.web.item;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.print.FilingStamp;
import lantai.problem.Refused;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** What may be taken away of an item: its originals, byte by byte, and a copy as PDF/A with text. */
@Path("items/{id}")
public final class CopyResource {
    private final ItemDoors doors;
    private final Shelf shelf;
    private final ReadingLog log;
    private final ExportReasons reasons;
    private final TextCopies copies;

    public CopyResource(ItemDoors doors, TextCopies copies) {
        this.doors = doors;
        this.copies = copies;
        shelf = new Shelf(doors);
        reasons = new ExportReasons(doors);
        log = new ReadingLog(doors.jdbi(), doors.audit(), doors.clock());
    }

    /** The original of a component, to be kept as a file. */
    @GET
    @Path("components/{ordinal}/original")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response original(
            @BeanParam Visit visit,
            @BeanParam ByteWish wish,
            @PathParam("id") UUID id,
            @PathParam("ordinal") int ordinal) {
        var opened = shelf.open(visit.who(), id);
        var component = opened.component(ordinal);
        if (reasons.isMissing(visit.who(), opened)) {
            return visit.seeOther("/items/" + id + "/reason");
        }
        log.taken(visit.who(), opened, component);
        return FileAnswer.original(shelf.bytes(opened.item(), component), component, wish);
    }

    /** A component for playing inside a page, as a whole or in ranges; what is not safe inside a page is an original. */
    @GET
    @Path("components/{ordinal}/content")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response content(
            @BeanParam Visit visit,
            @BeanParam ByteWish wish,
            @PathParam("id") UUID id,
            @PathParam("ordinal") int ordinal) {
        var opened = shelf.open(visit.who(), id);
        var component = opened.component(ordinal);
        if (!ComponentView.isSafeInside(component)) {
            return original(visit, wish, id, ordinal);
        }
        log.playing(visit.who(), opened, ordinal);
        return FileAnswer.inside(shelf.bytes(opened.item(), component), component, wish);
    }

    /** The copy with text; made first when it is not there yet. */
    @GET
    @Path("copy.pdf")
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response copy(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = shelf.open(visit.who(), id);
        if (reasons.isMissing(visit.who(), opened)) {
            return visit.seeOther("/items/" + id + "/reason");
        }
        var file = copies.get(opened);
        log.record(visit.who(), AuditAction.COPY_EXPORTED, opened, Map.of("format", "PDF/A"));
        return FileAnswer.attachment(
                file, opened.item().referenceCode().text() + " " + title(opened) + ".pdf", "application/pdf");
    }

    /** The copy with the filing stamp upon its first page; the copy itself and the originals stay as they are. */
    @GET
    @Path("stamped.pdf")
    @Needs(Right.SEARCH)
    public Response stamped(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = shelf.open(visit.who(), id);
        if (reasons.isMissing(visit.who(), opened)) {
            return visit.seeOther("/items/" + id + "/reason");
        }
        var file = copies.get(opened);
        if (!FilingStamp.takes(file)) {
            throw new Refused(ItemProblem.NO_STAMP);
        }
        var stamp = doors.jdbi().withHandle(handle -> Stamps.of(handle, doors, opened.item()));
        log.record(visit.who(), AuditAction.COPY_EXPORTED, opened, Map.of("format", "PDF", "stamp", "filing"));
        StreamingOutput stamped = out -> stamp.write(file, out);
        return Response.ok(stamped, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"stamped.pdf\"")
                .build();
    }

    /** Starts the making of the copy. */
    @POST
    @Path("copy")
    @Produces(MediaType.TEXT_HTML)
    @Needs({Right.SEARCH, Right.READ_OWN})
    public Response make(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var opened = shelf.open(visit.who(), id);
        copies.start(opened);
        return visit.wantsPart()
                ? Response.ok(part(visit, opened)).build()
                : visit.seeOther("/items/" + id + "/copy.pdf");
    }

    /** How far the making of the copy is. */
    @GET
    @Path("copy")
    @Produces(MediaType.TEXT_HTML)
    @Needs({Right.SEARCH, Right.READ_OWN})
    public View state(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return part(visit, shelf.open(visit.who(), id));
    }

    private View part(Visit visit, Opened opened) {
        return new View(
                "item/copy.jte",
                new CopyView(
                        visit.page(""),
                        opened.item().id(),
                        copies.state(opened),
                        reasons.isMissing(visit.who(), opened),
                        opened.pages().size()));
    }

    /** A title that can be part of a file name. */
    private static String title(Opened opened) {
        var safe = PersonalNumbers.masked(opened.item().title())
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
                .strip();
        return safe.length() > 60 ? safe.substring(0, 60) : safe;
    }
}

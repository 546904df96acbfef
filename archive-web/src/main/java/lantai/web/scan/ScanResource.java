package lantai.web.scan;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.Right;
import lantai.ingest.intake.Step;
import lantai.ingest.review.DocumentState;
import lantai.ingest.scan.PageRef;
import lantai.ingest.scan.ScanCheck;
import lantai.ingest.scan.ScanFinding;
import lantai.ingest.scan.ScanFinding.State;
import lantai.problem.NotFound;
import lantai.web.frame.Visit;
import lantai.web.scan.ScanView.FaultyPage;
import lantai.web.security.Needs;
import lantai.web.security.Within;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /scans/BATCH}: what is wrong with the scans of a batch. */
@Path("scans")
@Produces(MediaType.TEXT_HTML)
public final class ScanResource {
    private static final int MINUTES = 600;

    private final ScanDoors doors;

    public ScanResource(ScanDoors doors) {
        this.doors = doors;
    }

    /** The findings; one line for the page of the batch when a part is wanted. */
    @GET
    @Path("{batch}")
    @Needs({Right.RECEIVE, Right.REVIEW})
    public View findings(
            @BeanParam Visit visit,
            @PathParam("batch") UUID id,
            @QueryParam("check") @DefaultValue("") String check,
            @QueryParam("state") @DefaultValue("OPEN") String state,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int number) {
        var shown = Arrays.stream(State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(State.OPEN);
        var view = doors.jdbi().withHandle(handle -> view(handle, visit, id, shown, check, number));
        return new View(visit.wantsPart() ? "scan/line.jte" : "scan/findings.jte", view);
    }

    private ScanView view(Handle handle, Visit visit, UUID id, State state, String check, int number) {
        var batch = doors.batch(handle, visit.who(), id);
        var all = doors.scans().findings(handle, id);
        var inState = all.stream().filter(one -> one.state() == state).toList();
        var wanted = inState.stream()
                .filter(one -> check.isEmpty() || one.check().name().equals(check))
                .toList();
        var pages = pages(wanted);
        var at = Math.clamp(number, 1, Math.max(1, (pages.size() + ScanView.SIZE - 1) / ScanView.SIZE));
        var shown = pages.subList((at - 1) * ScanView.SIZE, Math.min(pages.size(), at * ScanView.SIZE));
        return new ScanView(
                visit.page(visit.text().say("scan.title")),
                batch,
                doors.scans().tally(handle, id),
                all.stream().filter(one -> one.state() == State.OPEN).count(),
                counts(inState),
                check,
                state,
                shown.stream().map(page -> faulty(handle, visit, id, page)).toList(),
                at,
                pages.size());
    }

    private static List<Map.Entry<ScanCheck, Long>> counts(List<ScanFinding> findings) {
        return List.copyOf(findings.stream()
                .collect(Collectors.groupingBy(ScanFinding::check, TreeMap::new, Collectors.counting()))
                .entrySet());
    }

    private static List<List<ScanFinding>> pages(List<ScanFinding> findings) {
        var pages = new LinkedHashMap<PageRef, List<ScanFinding>>();
        findings.forEach(
                finding -> pages.computeIfAbsent(new PageRef(finding.file(), finding.page()), _ -> new ArrayList<>())
                        .add(finding));
        return List.copyOf(pages.values());
    }

    private FaultyPage faulty(Handle handle, Visit visit, UUID batch, List<ScanFinding> findings) {
        var first = findings.getFirst();
        return new FaultyPage(first.file(), first.path(), first.page(), desk(handle, visit, batch, first), findings);
    }

    private Optional<String> desk(Handle handle, Visit visit, UUID batch, ScanFinding finding) {
        if (!visit.who().may(Right.REVIEW)) {
            return Optional.empty();
        }
        return doors.documents().all(handle, doors.documents().ofFile(handle, finding.file())).stream()
                .filter(document -> document.state() == DocumentState.PROPOSED)
                .flatMap(document -> document.pages().stream()
                        .filter(page -> page.fileId().equals(finding.file()) && page.filePage() == finding.page())
                        .map(page -> "/review?batch=" + batch + "#" + document.id() + "/" + page.ordinal()))
                .findFirst();
    }

    /** A small picture of a page as it came in. */
    @GET
    @Path("{batch}/{file}/{page}/small.jpg")
    @Produces("image/jpeg")
    @Needs({Right.RECEIVE, Right.REVIEW})
    public Response small(
            @BeanParam Visit visit,
            @PathParam("batch") UUID id,
            @PathParam("file") UUID fileId,
            @PathParam("page") @Within(from = 1) int number) {
        var file = doors.jdbi().withHandle(handle -> {
            doors.batch(handle, visit.who(), id);
            return doors.files().get(handle, fileId);
        });
        if (!file.batchId().equals(id)
                || file.step() == Step.SEALED
                || !file.kind().hasPages()
                || !doors.staging().holds(file.sha256())) {
            throw new NotFound(ScanWebProblem.NO_PICTURE, number);
        }
        var picture =
                doors.pictures().picture(file.sha256(), doors.staging().file(file.sha256()), file.kind(), number, 0);
        var cache = new CacheControl();
        cache.setPrivate(true);
        cache.setMaxAge(MINUTES * 60);
        return Response.ok(picture.thumbnail().toFile(), "image/jpeg")
                .cacheControl(cache)
                .build();
    }
}

package lantai.web.scan;

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
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.scan.HandOverDesk.HandOver;
import lantai.ingest.scan.ScanCheck;
import lantai.print.Column;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.problem.NotFound;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Text;
import lantai.web.view.View;

/** {@code /scans/BATCH/acceptance}: samples of the scans of a batch, and its hand-over. */
@Path("scans/{batch}/acceptance")
@Produces(MediaType.TEXT_HTML)
public final class AcceptanceResource {
    private final AcceptanceDoors doors;
    private final Text paper = Text.in(Language.CHINESE);

    public AcceptanceResource(AcceptanceDoors doors) {
        this.doors = doors;
    }

    /** Samples and hand-over. */
    @GET
    @Needs({Right.RECEIVE, Right.REVIEW})
    public View acceptance(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        var view = doors.jdbi().withHandle(handle -> {
            var batch = doors.scans().batch(handle, visit.who(), id);
            var samples = doors.samples().all(handle, id);
            return new AcceptanceView(
                    visit.page(visit.text().say("scan.acceptance")),
                    batch,
                    doors.desk().tally(handle, id),
                    doors.desk().rule(handle).unconfirmed().contains(ScanCheck.SAMPLE),
                    samples,
                    samples.isEmpty()
                            ? List.of()
                            : doors.samples().pages(handle, samples.getFirst().id()),
                    doors.handOvers().of(handle, id));
        });
        return new View("scan/acceptance.jte", view);
    }

    /** Draws a sample. */
    @POST
    @Path("samples")
    @Needs(Right.REVIEW)
    public Response draw(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        doors.jdbi().useTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), id);
            doors.samples().draw(transaction, visit.who(), id);
        });
        return back(visit, id, visit.text().say("scan.said.drawn"));
    }

    /** Accepts a batch by a sample, or sends it back. */
    @POST
    @Path("samples/{sample}/{verdict: accept|refuse}")
    @Needs(Right.REVIEW)
    public Response conclude(
            @BeanParam Visit visit,
            @PathParam("batch") UUID id,
            @PathParam("sample") UUID sample,
            @PathParam("verdict") String verdict,
            @FormParam("faulty") List<Integer> faulty,
            @FormParam("reason") @DefaultValue("") String reason) {
        var accept = verdict.equals("accept");
        doors.jdbi().useTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), id);
            var open = doors.samples().get(transaction, id, sample);
            doors.samples().conclude(transaction, visit.who(), open, Set.copyOf(faulty), accept, reason);
        });
        return back(visit, id, visit.text().say(accept ? "scan.said.accepted" : "scan.said.refused"));
    }

    /** Hands the batch over. */
    @POST
    @Path("hand-over")
    @Needs(Right.RECEIVE)
    public Response handOver(
            @BeanParam Visit visit, @PathParam("batch") UUID id, @FormParam("note") @DefaultValue("") String note) {
        doors.jdbi().useTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), id);
            doors.handOvers().handOver(transaction, visit.who(), id, note);
        });
        return back(visit, id, visit.text().say("scan.said.handed-over"));
    }

    /** Takes the batch over. */
    @POST
    @Path("take-over")
    @Needs(Right.REVIEW)
    public Response takeOver(
            @BeanParam Visit visit, @PathParam("batch") UUID id, @FormParam("note") @DefaultValue("") String note) {
        doors.jdbi().useTransaction(transaction -> {
            doors.scans().batch(transaction, visit.who(), id);
            doors.handOvers().takeOver(transaction, visit.who(), id, note);
        });
        return back(visit, id, visit.text().say("scan.said.taken-over"));
    }

    /** The paper of the hand-over (交接单). */
    @GET
    @Path("hand-over.pdf")
    @Produces("application/pdf")
    @Needs({Right.RECEIVE, Right.REVIEW})
    public Response paper(@BeanParam Visit visit, @PathParam("batch") UUID id) {
        var table = doors.jdbi().withHandle(handle -> {
            var title = doors.scans().batch(handle, visit.who(), id).title();
            var handed = doors.handOvers()
                    .of(handle, id)
                    .orElseThrow(() -> new NotFound(ScanWebProblem.NO_HAND_OVER, title));
            return table(title, handed);
        });
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"scan-hand-over.pdf\"")
                .build();
    }

    private Table table(String title, HandOver handed) {
        var rows = new ArrayList<List<String>>();
        fact(rows, "scan.hand-over.files", handed.files());
        fact(rows, "scan.hand-over.pages", handed.pages());
        fact(rows, "scan.hand-over.read", handed.read());
        fact(rows, "scan.hand-over.refused", handed.refused());
        fact(rows, "scan.hand-over.separators", handed.separators());
        fact(rows, "scan.hand-over.documents", handed.documents());
        fact(rows, "scan.hand-over.open", handed.open());
        fact(rows, "scan.hand-over.note", handed.note());
        fact(rows, "scan.hand-over.by", handed.handedBy() + "　" + paper.moment(handed.handedAt()));
        fact(
                rows,
                "scan.hand-over.to",
                handed.takenBy().orElse("")
                        + handed.takenAt().map(at -> "　" + paper.moment(at)).orElse(""));
        fact(rows, "scan.hand-over.taken-note", handed.takenNote());
        return new Table(
                paper.say("scan.hand-over.paper"),
                title,
                List.of(Column.text(paper.say("list.column.fact"), 3), Column.text(paper.say("list.column.value"), 9)),
                rows,
                List.of(paper.say("scan.hand-over.signatures")),
                paper.say("list.foot"));
    }

    private void fact(List<List<String>> rows, String key, Object value) {
        rows.add(List.of(paper.say(key), value.toString()));
    }

    private static Response back(Visit visit, UUID batch, String said) {
        return visit.seeOther("/scans/" + batch + "/acceptance", said);
    }
}

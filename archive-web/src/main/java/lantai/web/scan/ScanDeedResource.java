package lantai.web.scan;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lantai.account.Right;
import lantai.ingest.scan.ScanCheck;
import lantai.ingest.scan.ScanFinding;
import lantai.print.Column;
import lantai.print.Table;
import lantai.print.TableSpreadsheet;
import lantai.web.frame.Visit;
import lantai.web.scan.ScanDoors.Chosen;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** What people do with the findings of a batch, and what they print. */
@Path("scans")
public final class ScanDeedResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ScanDoors doors;
    private final Text paper = Text.in(Language.CHINESE);

    public ScanDeedResource(ScanDoors doors) {
        this.doors = doors;
    }

    /** Lets a page pass. */
    @POST
    @Path("{batch}/{finding}/dismiss")
    @Needs(Right.REVIEW)
    public Response dismiss(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @PathParam("finding") UUID finding,
            @FormParam("reason") @DefaultValue("") String reason) {
        decide(visit, batch, new Chosen(List.of(finding), false, reason));
        return back(visit, batch, visit.text().say("scan.said.dismissed"));
    }

    /** Sends a page back to be scanned again. */
    @POST
    @Path("{batch}/{finding}/send-back")
    @Needs(Right.REVIEW)
    public Response sendBack(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @PathParam("finding") UUID finding,
            @FormParam("reason") @DefaultValue("") String reason) {
        decide(visit, batch, new Chosen(List.of(finding), true, reason));
        return back(visit, batch, visit.text().say("scan.said.sent-back"));
    }

    /** Lets all chosen pages pass. */
    @POST
    @Path("{batch}/dismiss")
    @Needs(Right.REVIEW)
    public Response dismissAll(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @FormParam("finding") List<UUID> findings,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("check") @DefaultValue("") String check) {
        return all(visit, batch, new Chosen(findings, false, reason), check);
    }

    /** Sends all chosen pages back to be scanned again. */
    @POST
    @Path("{batch}/send-back")
    @Needs(Right.REVIEW)
    public Response sendAllBack(
            @BeanParam Visit visit,
            @PathParam("batch") UUID batch,
            @FormParam("finding") List<UUID> findings,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("check") @DefaultValue("") String check) {
        return all(visit, batch, new Chosen(findings, true, reason), check);
    }

    private void decide(Visit visit, UUID batch, Chosen chosen) {
        doors.jdbi().useTransaction(transaction -> doors.decide(transaction, visit.who(), batch, chosen));
    }

    private Response all(Visit visit, UUID batch, Chosen chosen, String check) {
        decide(visit, batch, chosen);
        var shown = Arrays.stream(ScanCheck.values())
                .filter(one -> one.name().equals(check))
                .map(one -> "?check=" + one)
                .findFirst();
        return visit.seeOther(
                "/scans/" + batch + shown.orElse(""),
                visit.text()
                        .say(
                                chosen.back() ? "scan.said.all-sent-back" : "scan.said.all-dismissed",
                                chosen.findings().size()));
    }

    /** Judges all pages anew by the rule in force. */
    @POST
    @Path("{batch}/judge")
    @Needs(Right.REVIEW)
    public Response judge(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        doors.jdbi().useTransaction(transaction -> {
            doors.batch(transaction, visit.who(), batch);
            doors.scans().judge(transaction, batch);
        });
        return back(visit, batch, visit.text().say("scan.said.judged"));
    }

    /** The findings of a batch as a spreadsheet. */
    @GET
    @Path("{batch}/findings.xlsx")
    @Needs({Right.RECEIVE, Right.REVIEW})
    public Response spreadsheet(@BeanParam Visit visit, @PathParam("batch") UUID batch) {
        var table = doors.jdbi().withHandle(handle -> {
            var title = doors.batch(handle, visit.who(), batch).title();
            var rows = doors.scans().findings(handle, batch).stream()
                    .map(this::row)
                    .toList();
            return new Table(
                    paper.say("scan.title"),
                    title,
                    List.of(
                            Column.text(paper.say("scan.column.file"), 4),
                            Column.number(paper.say("scan.column.page"), 1),
                            Column.text(paper.say("scan.column.check"), 2),
                            Column.text(paper.say("scan.column.told"), 5),
                            Column.text(paper.say("scan.column.state"), 1.5),
                            Column.text(paper.say("scan.column.reason"), 3)),
                    rows,
                    List.of(),
                    paper.say("list.foot"));
        });
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return Response.ok(sheet, SPREADSHEET)
                .header("Content-Disposition", "attachment; filename=\"scan-findings.xlsx\"")
                .build();
    }

    private List<String> row(ScanFinding finding) {
        return List.of(
                finding.path(),
                Integer.toString(finding.page()),
                ScanWords.name(paper, finding.check()),
                ScanWords.told(paper, finding),
                paper.say("scan.state." + finding.state().name()),
                finding.reason());
    }

    private static Response back(Visit visit, UUID batch, String said) {
        return visit.seeOther("/scans/" + batch, said);
    }
}

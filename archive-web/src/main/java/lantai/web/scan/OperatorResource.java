package lantai.web.scan;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lantai.account.Right;
import lantai.ingest.scan.HandOverDesk.Count;
import lantai.print.Column;
import lantai.print.Table;
import lantai.print.TableSpreadsheet;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Text;
import lantai.web.view.View;

/** {@code /scans/operators}: what each operator scanned, day by day. */
@Path("scans/operators")
public final class OperatorResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int USUAL_DAYS = 30;

    private final AcceptanceDoors doors;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Text paper = Text.in(Language.CHINESE);

    /** @param zone the agency's time zone, in which a day begins */
    public OperatorResource(AcceptanceDoors doors, InstantSource clock, ZoneId zone) {
        this.doors = doors;
        this.clock = clock;
        this.zone = zone;
    }

    /** The list, of the last thirty days unless others are asked for. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Needs({Right.REVIEW, Right.FILE})
    public View operators(
            @BeanParam Visit visit,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        var last = day(to, today());
        var first = day(from, last.minusDays(USUAL_DAYS));
        return new View(
                "scan/operators.jte",
                new OperatorsView(visit.page(visit.text().say("scan.operators")), first, last, counts(first, last)));
    }

    /** The same as a spreadsheet. */
    @GET
    @Path("counts.xlsx")
    @Produces(SPREADSHEET)
    @Needs({Right.REVIEW, Right.FILE})
    public Response spreadsheet(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("to") @DefaultValue("") String to) {
        var last = day(to, today());
        var first = day(from, last.minusDays(USUAL_DAYS));
        var rows = counts(first, last).stream().map(this::row).toList();
        var table = new Table(
                paper.say("scan.operators"),
                first + " — " + last,
                List.of(
                        Column.text(paper.say("scan.operator.day"), 2),
                        Column.text(paper.say("scan.operator"), 3),
                        Column.number(paper.say("scan.operator.batches"), 1),
                        Column.number(paper.say("scan.operator.files"), 1),
                        Column.number(paper.say("scan.operator.pages"), 1),
                        Column.number(paper.say("scan.operator.findings"), 1),
                        Column.number(paper.say("scan.operator.dismissed"), 1),
                        Column.number(paper.say("scan.operator.rescans"), 1)),
                rows,
                List.of(),
                paper.say("list.foot"));
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return Response.ok(sheet, SPREADSHEET)
                .header("Content-Disposition", "attachment; filename=\"scan-operators.xlsx\"")
                .build();
    }

    private List<String> row(Count count) {
        return List.of(
                count.day().toString(),
                count.operator().isEmpty() ? paper.say("inbox.source." + count.source()) : count.operator(),
                Integer.toString(count.batches()),
                Integer.toString(count.files()),
                Integer.toString(count.pages()),
                Integer.toString(count.findings()),
                Integer.toString(count.dismissed()),
                Integer.toString(count.rescans()));
    }

    private List<Count> counts(LocalDate from, LocalDate to) {
        return doors.jdbi().withHandle(handle -> doors.handOvers().counts(handle, from, to, zone));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isBlank() ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeException notADay) {
            return otherwise;
        }
    }
}

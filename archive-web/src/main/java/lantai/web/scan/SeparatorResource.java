package lantai.web.scan;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import lantai.account.Right;
import lantai.print.Label;
import lantai.print.LabelPdf;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Text;

/** {@code /scans/separator.pdf}: the sheet that parts papers in a pile that is scanned in one go. */
@Path("scans/separator.pdf")
@Produces(MediaType.WILDCARD)
public final class SeparatorResource {
    private final ScanDoors doors;
    private final Text paper = Text.in(Language.CHINESE);

    public SeparatorResource(ScanDoors doors) {
        this.doors = doors;
    }

    /** A separator sheet to be printed and laid between papers. */
    @GET
    @Needs({Right.RECEIVE, Right.REVIEW})
    public Response separator() {
        var code = doors.jdbi().withHandle(doors.scans()::rule).separator();
        var label = new Label(
                paper.say("scan.separator"),
                List.of(
                        new Label.Fact(paper.say("scan.separator.use"), paper.say("scan.separator.use.what")),
                        new Label.Fact(paper.say("scan.separator.keep"), paper.say("scan.separator.keep.what"))),
                code,
                20);
        StreamingOutput pdf =
                out -> new LabelPdf(paper.say("scan.separator"), List.of(label), LabelPdf.Code.SQUARES).covers(out);
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"separator.pdf\"")
                .build();
    }
}

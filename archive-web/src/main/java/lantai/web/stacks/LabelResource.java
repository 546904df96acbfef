package lantai.web.stacks;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.AccountNames;
import lantai.account.Right;
import lantai.print.Column;
import lantai.print.Label;
import lantai.print.LabelPdf;
import lantai.print.StatutoryList;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.search.PersonalNumbers;
import lantai.stacks.Box;
import lantai.stacks.BoxLine;
import lantai.volume.Volume;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Terms;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * {@code /labels}: spines and notes of boxes, spines and covers of volumes, in Chinese, to be printed. A spine tells fonds, year,
 * term, class and number (DA/T 22-2015), its bars or squares the whole code:
 * {@code code=squares} for QR, else bars where the letters have some.
 */
@Path("labels")
@Produces("application/pdf")
public final class LabelResource {
    private final StackDoors doors;
    private final Text text = Text.in(Language.CHINESE);

    public LabelResource(StackDoors doors) {
        this.doors = doors;
    }

    /** The spines of boxes. */
    @GET
    @Path("boxes")
    @Needs(Right.KEEP_STACKS)
    public Response boxes(@QueryParam("box") List<UUID> boxes, @QueryParam("code") @DefaultValue("bars") String code) {
        var labels = doors.jdbi().inTransaction(transaction -> {
            doors.desk().printed(transaction, boxes);
            return boxes.stream()
                    .map(id -> spine(transaction, doors.boxes().get(transaction, id)))
                    .toList();
        });
        return answer(
                out -> new LabelPdf(text.say("stacks.label.spine"), labels, code(code)).spines(out), "box-spines");
    }

    /** The note on the state of a box, for its inside. */
    @GET
    @Path("boxes/{id}/note")
    @Needs(Right.KEEP_STACKS)
    public Response note(@PathParam("id") UUID id) {
        var table = doors.jdbi().inTransaction(handle -> {
            var box = doors.boxes().get(handle, id);
            doors.desk().printed(handle, List.of(id));
            var rule = doors.lists().of(handle, StatutoryList.NOTE);
            var rows = new ArrayList<List<String>>();
            fact(rows, "stacks.code", box.code());
            fact(rows, "stacks.items", "" + box.items());
            fact(rows, "stacks.pages", "" + box.pages());
            fact(rows, "stacks.remarks", box.remarks().isEmpty() ? text.say("stacks.remarks.none") : box.remarks());
            fact(rows, "stacks.packed", AccountNames.shown(handle, box.packedBy()) + "　" + text.day(box.packedAt()));
            fact(
                    rows,
                    "stacks.checked",
                    box.checked()
                            .map(checked -> AccountNames.shown(handle, checked.by()) + "　" + text.day(checked.at()))
                            .orElse(""));
            return new Table(
                    rule.title(),
                    "",
                    List.of(
                            Column.text(text.say("list.column.fact"), 3),
                            Column.text(text.say("list.column.value"), 9)),
                    rows,
                    List.of(),
                    text.say("list.foot"));
        });
        return answer(out -> new TablePdf(table).write(out), "box-note");
    }

    /** The spine of a volume. */
    @GET
    @Path("volumes/{id}/spine")
    @Needs(Right.SEARCH)
    public Response spine(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("width") @DefaultValue("20") int width,
            @QueryParam("code") @DefaultValue("bars") String code) {
        var label = label(visit, id, Math.clamp(width, 10, 100));
        return answer(
                out -> new LabelPdf(text.say("stacks.label.spine"), List.of(label), code(code)).spines(out),
                "volume-spine");
    }

    /** The cover of a volume. */
    @GET
    @Path("volumes/{id}/cover")
    @Needs(Right.SEARCH)
    public Response cover(
            @BeanParam Visit visit, @PathParam("id") UUID id, @QueryParam("code") @DefaultValue("bars") String code) {
        var label = label(visit, id, 20);
        return answer(
                out -> new LabelPdf(text.say("stacks.label.cover"), List.of(label), code(code)).covers(out),
                "volume-cover");
    }

    private Label spine(Handle handle, Box box) {
        var lines = List.of(
                new Label.Fact(text.say("stacks.label.fonds"), box.fonds()),
                new Label.Fact(text.say("stacks.label.year"), "" + box.year()),
                new Label.Fact(text.say("stacks.label.retention"), Terms.told(text, box.retention())),
                new Label.Fact(
                        text.say("stacks.label.class"),
                        doors.scheme().scheme(handle).nameOf(box.classCode())),
                new Label.Fact(text.say("stacks.label.number"), number(box.code())),
                new Label.Fact(text.say("stacks.label.span"), span(doors.boxes().contents(handle, box.id()))));
        return new Label(text.say("stacks.label.items", box.items()), lines, box.code(), box.thickness());
    }

    /** The numbers of the first and the last thing in a box (DA/T 22-2015: 起止件号). */
    private static String span(List<BoxLine> contents) {
        if (contents.isEmpty()) {
            return "";
        }
        var first = number(contents.getFirst().referenceCode());
        var last = number(contents.getLast().referenceCode());
        return first.equals(last) ? first : first + "—" + last;
    }

    private static String number(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }

    private Label label(Visit visit, UUID id, int width) {
        return doors.jdbi().withHandle(handle -> {
            var volume = doors.volumes().get(handle, Viewer.visibility(visit.who()), id);
            var lines = new ArrayList<Label.Fact>();
            lines.add(new Label.Fact(text.say("stacks.label.fonds"), volume.fonds()));
            lines.add(new Label.Fact(
                    text.say("stacks.label.class"),
                    doors.scheme().scheme(handle).nameOf(volume.classCode())));
            lines.add(new Label.Fact(text.say("stacks.label.year"), "" + volume.year()));
            volume.retention()
                    .ifPresent(term ->
                            lines.add(new Label.Fact(text.say("stacks.label.retention"), Terms.told(text, term))));
            lines.add(new Label.Fact(text.say("stacks.label.dates"), dates(volume)));
            lines.add(new Label.Fact(
                    text.say("stacks.label.extent"),
                    text.say("stacks.label.extent.of", volume.items(), volume.pages())));
            return new Label(
                    PersonalNumbers.masked(volume.title()), lines, volume.code().orElse(""), width);
        });
    }

    private String dates(Volume volume) {
        var first = volume.first().map(text::day).orElse("");
        var last = volume.last().map(text::day).orElse("");
        return first.equals(last) ? first : first + " — " + last;
    }

    private void fact(List<List<String>> rows, String key, String value) {
        rows.add(List.of(text.say(key), value));
    }

    private static LabelPdf.Code code(String typed) {
        return typed.equals("squares") ? LabelPdf.Code.SQUARES : LabelPdf.Code.BARS;
    }

    private static Response answer(StreamingOutput file, String name) {
        return Response.ok(file, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .build();
    }
}

package lantai.web.appraisal;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.disposal.DestructionEntry;
import lantai.disposal.DestructionList;
import lantai.print.Column;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.text.Language;
import lantai.web.text.Terms;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;

/**
 * {@code /appraisal/lists/ID/list.pdf}, {@code certificate.pdf} and their {@code .xlsx}: a destruction list and its certificate as
 * statutory papers, in Chinese.
 */
@Path("appraisal")
public final class ListPrintResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AppraisalDoors doors;

    public ListPrintResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** The list as PDF/A. */
    @GET
    @Path("lists/{id}/list.pdf")
    @Produces("application/pdf")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public Response pdf(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var table = table(visit, id);
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return answer(pdf, "application/pdf", table, "pdf");
    }

    /** The list as a spreadsheet. */
    @GET
    @Path("lists/{id}/list.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public Response spreadsheet(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var table = table(visit, id);
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return answer(sheet, SPREADSHEET, table, "xlsx");
    }

    /** The certificate as PDF/A. */
    @GET
    @Path("lists/{id}/certificate.pdf")
    @Produces("application/pdf")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public Response certificatePdf(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var table = certificate(visit, id);
        StreamingOutput pdf = out -> new TablePdf(table).write(out);
        return answer(pdf, "application/pdf", table, "pdf");
    }

    /** The certificate as a spreadsheet. */
    @GET
    @Path("lists/{id}/certificate.xlsx")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public Response certificateSpreadsheet(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var table = certificate(visit, id);
        StreamingOutput sheet = out -> new TableSpreadsheet(table).write(out);
        return answer(sheet, SPREADSHEET, table, "xlsx");
    }

    private static Response answer(StreamingOutput file, String type, Table table, String ending) {
        var name = table.line().split("[^A-Z0-9-]", 2)[0];
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"")
                .build();
    }

    private Table table(Visit visit, UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            var list = taken(transaction, visit, id, "list");
            var people = ListPeople.of(doors, transaction, list);
            var entries = doors.destruction().entries(transaction, id, 0, Integer.MAX_VALUE);
            return new Paper(Text.in(Language.CHINESE)).table(list, people, entries);
        });
    }

    private Table certificate(Visit visit, UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            var content = CertificateView.read(doors.destruction().certificate(transaction, id));
            var _ = taken(transaction, visit, id, "certificate");
            return new CertificatePaper(Text.in(Language.CHINESE), content).table();
        });
    }

    private DestructionList taken(Handle transaction, Visit visit, UUID id, String paper) {
        var list = doors.destruction().get(transaction, id);
        doors.audit()
                .record(
                        transaction,
                        visit.actor(),
                        AuditAction.COPY_EXPORTED,
                        Subject.of("destruction-list", id),
                        Map.of("list", list.number(), "paper", paper));
        return list;
    }

    /** The words of the paper. */
    private record Paper(Text text) {
        Table table(DestructionList list, ListPeople people, List<DestructionEntry> entries) {
            return new Table(
                    text.say("appraisal.lists"),
                    list.number() + " "
                            + text.say("appraisal.list.state." + list.state().name()),
                    List.of(
                            Column.number(text.say("appraisal.ordinal"), 1.1),
                            Column.text(text.say("appraisal.code"), 5),
                            Column.text(text.say("appraisal.title"), 8),
                            Column.text(text.say("appraisal.year"), 1.5),
                            Column.text(text.say("appraisal.term.should"), 2.2),
                            Column.text(text.say("appraisal.term.kept"), 2.2),
                            Column.number(text.say("appraisal.pages"), 1.3),
                            Column.text(text.say("appraisal.opinion"), 4),
                            Column.text(text.say("appraisal.remark"), 3)),
                    entries.stream().map(this::row).toList(),
                    notes(list, people),
                    text.say("appraisal.print.foot"));
        }

        private List<String> row(DestructionEntry entry) {
            return List.of(
                    "" + entry.ordinal(),
                    entry.referenceCode(),
                    entry.title(),
                    "" + entry.year(),
                    Terms.told(text, entry.period()),
                    text.say("appraisal.term.years", entry.yearsKept()),
                    entry.pageCount() == 0 ? "—" : "" + entry.pageCount(),
                    entry.opinion(),
                    entry.hindrance()
                            .map(hindrance -> Hindrances.told(text, hindrance))
                            .orElseGet(() -> remark(entry)));
        }

        private String remark(DestructionEntry entry) {
            return switch (entry.state()) {
                case PENDING -> "";
                case ERASED, REMOVED, SPARED ->
                    text.say("appraisal.entry." + entry.state().name());
            };
        }

        private List<String> notes(DestructionList list, ListPeople people) {
            return List.of(
                    note(
                            "appraisal.group",
                            people.group().stream()
                                    .map(member -> Group.told(text, member))
                                    .collect(java.util.stream.Collectors.joining("　"))),
                    note("appraisal.submitted", people.of(list.process().submitter())),
                    note(
                            "appraisal.filing",
                            list.filing()
                                    .map(filing ->
                                            filing.authority() + " " + filing.number() + " " + text.day(filing.on()))
                                    .orElse("")),
                    note("appraisal.approved", people.of(list.process().approver())),
                    list.signatures().stream()
                            .map(signature -> note(
                                    "appraisal.side." + signature.side().name(),
                                    people.of(java.util.Optional.of(signature.by())) + " " + signature.manner() + " "
                                            + text.moment(signature.at())))
                            .collect(java.util.stream.Collectors.joining("　")),
                    note("appraisal.digest", list.process().digest().orElse("")));
        }

        private String note(String key, String value) {
            return text.say("appraisal.print.note", text.say(key), value);
        }
    }
}

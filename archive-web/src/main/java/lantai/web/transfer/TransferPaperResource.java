package lantai.web.transfer;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.account.Right;
import lantai.print.Table;
import lantai.print.TablePdf;
import lantai.print.TableSpreadsheet;
import lantai.problem.NotFound;
import lantai.transfer.TransferPapers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;

/** {@code /transfers/ID/papers} and {@code /transfers/ID/package.zip}: what of a list is taken away. */
@Path("transfers")
@Produces(MediaType.WILDCARD)
public final class TransferPaperResource {
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final TransferScreenDoors doors;

    public TransferPaperResource(TransferScreenDoors doors) {
        this.doors = doors;
    }

    /** A paper: {@code register}, {@code catalogue}, {@code opinions} or {@code receipt}, as {@code pdf} or {@code xlsx}. */
    @GET
    @Path("{id}/papers/{paper}.{format:pdf|xlsx}")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public Response paper(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("paper") String paper,
            @PathParam("format") String format) {
        return answer(doors, visit, id, paper, format);
    }

    static Response answer(TransferScreenDoors doors, Visit visit, UUID id, String paper, String format) {
        var kind = Stream.of(TransferPapers.Kind.values())
                .filter(each -> each.code().equals(paper))
                .findFirst()
                .orElseThrow(() -> new NotFound(TransferWebProblem.NO_SUCH_PAPER, paper));
        record Printed(String number, Table table) {}
        var printed = doors.jdbi().inTransaction(transaction -> {
            var list = doors.desk().get(transaction, id);
            doors.taken(transaction, visit.actor(), list, paper + '.' + format);
            return new Printed(
                    list.number(),
                    doors.papers()
                            .paper(
                                    transaction,
                                    kind,
                                    list,
                                    doors.desk().entries(transaction, id, false, 0, Integer.MAX_VALUE)));
        });
        var table = printed.table();
        StreamingOutput file = format.equals("pdf")
                ? out -> new TablePdf(table).write(out)
                : out -> new TableSpreadsheet(table).write(out);
        return attached(
                file,
                format.equals("pdf") ? "application/pdf" : SPREADSHEET,
                printed.number() + '-' + paper + '.' + format);
    }

    /** The whole package. */
    @GET
    @Path("{id}/package.zip")
    @Needs(Right.TRANSFER)
    public Response zip(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return zip(doors, visit, id);
    }

    static Response zip(TransferScreenDoors doors, Visit visit, UUID id) {
        var list = doors.jdbi().inTransaction(transaction -> {
            var found = doors.desk().get(transaction, id);
            if (doors.files().names(found).isEmpty()) {
                throw new NotFound(TransferWebProblem.NO_SUCH_PAPER, "package.zip");
            }
            doors.taken(transaction, visit.actor(), found, "package");
            return found;
        });
        StreamingOutput zip = out -> doors.files().zip(list, out);
        return attached(zip, "application/zip", list.number() + ".zip");
    }

    /** A receipt as it came. */
    @GET
    @Path("{id}/receipts/{receipt}")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER})
    public Response receipt(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("receipt") UUID receipt) {
        return receipt(doors, visit, id, receipt);
    }

    static Response receipt(TransferScreenDoors doors, Visit visit, UUID id, UUID receipt) {
        return doors.jdbi().inTransaction(transaction -> {
            var list = doors.desk().get(transaction, id);
            var file = doors.receipts().file(transaction, id, receipt);
            var name = doors.receipts().receipts(transaction, id).stream()
                    .filter(each -> each.id().equals(receipt))
                    .findFirst()
                    .map(each -> each.name())
                    .orElse("receipt");
            doors.taken(transaction, visit.actor(), list, "receipt");
            StreamingOutput bytes = out -> Files.copy(file, out);
            return attached(bytes, MediaType.APPLICATION_OCTET_STREAM, name);
        });
    }

    private static Response attached(StreamingOutput file, String type, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(file, type)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .build();
    }
}

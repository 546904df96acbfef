package lantai.web.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.removal.Hindrance;
import lantai.search.PersonalNumbers;
import lantai.transfer.CandidateFilter;
import lantai.transfer.OpenOpinion;
import lantai.transfer.Receipt;
import lantai.transfer.Selected;
import lantai.transfer.TransferEntry;
import lantai.transfer.TransferList;
import lantai.web.appraisal.Form;
import lantai.web.appraisal.Hindrances;
import lantai.web.appraisal.Pages;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import lantai.web.security.Within;
import lantai.web.text.Text;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/transfers}: transfer lists for programs. Approving asks for the person's password again. */
@Path("api/v1/transfers")
@Produces(MediaType.APPLICATION_JSON)
public final class TransferApiResource {
    private final TransferScreenDoors doors;

    public TransferApiResource(TransferScreenDoors doors) {
        this.doors = doors;
    }

    /**
     * A list.
     *
     * @param sha256 of its content, once it is fixed
     * @param report id of the report on the check, once there is one
     * @param packageSm3 SM3 of the list of digests, which stands for the whole package
     * @param remark why it was sent back or could not be packed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListJson(
            UUID id,
            String number,
            String title,
            String archive,
            String state,
            int records,
            int decided,
            int packed,
            int accepted,
            int refused,
            @Nullable String sha256,
            @Nullable UUID report,
            @Nullable String packageSm3,
            @Nullable Integer packageFiles,
            @Nullable Long packageBytes,
            @Nullable String handedOverOn,
            String remark) {
        static ListJson of(TransferList list) {
            return new ListJson(
                    list.id(),
                    list.number(),
                    list.title(),
                    list.archive().name(),
                    list.state().name(),
                    list.records(),
                    list.decided(),
                    list.packed(),
                    list.accepted(),
                    list.refused(),
                    list.process().digest().orElse(null),
                    list.check().report().orElse(null),
                    list.bundle().map(bundle -> bundle.fixity().sm3()).orElse(null),
                    list.bundle().map(TransferList.Bundle::files).orElse(null),
                    list.bundle().map(bundle -> bundle.fixity().size()).orElse(null),
                    list.handedOver().map(hands -> hands.on().toString()).orElse(null),
                    list.remark());
        }
    }

    /** One page of the records of a list. */
    public record EntriesJson(long total, int page, List<EntryJson> entries) {}

    /** A record of a list; {@code sm3} and {@code path} are those of its package, {@code due} by the rule in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryJson(
            int ordinal,
            UUID item,
            String referenceCode,
            String title,
            int year,
            String term,
            @Nullable String opinion,
            @Nullable String reason,
            @Nullable String path,
            @Nullable String sm3,
            String answer,
            String remark,
            boolean due,
            List<String> obstacles) {
        static EntryJson of(TransferEntry entry, boolean due, List<Hindrance> hindrances, Text text) {
            return new EntryJson(
                    entry.ordinal(),
                    entry.item(),
                    entry.referenceCode(),
                    PersonalNumbers.masked(entry.title()),
                    entry.year(),
                    entry.period(),
                    entry.opinion().map(opened -> opened.opinion().name()).orElse(null),
                    entry.opinion().map(TransferEntry.Opened::reason).orElse(null),
                    entry.packed().map(TransferEntry.Packed::path).orElse(null),
                    entry.packed().map(packed -> packed.fixity().sm3()).orElse(null),
                    entry.answer().name(),
                    entry.remark(),
                    due,
                    hindrances.stream()
                            .map(hindrance -> Hindrances.told(text, hindrance))
                            .toList());
        }
    }

    /** What is handed over: these items, or all that fit: {@code source} is APPRAISED, DUE or CATALOGUE. */
    public record NewJson(
            @Nullable String title,
            @Nullable String archive,
            @Nullable String archiveCode,
            @Nullable List<UUID> items,
            @Nullable String source,
            @Nullable String fonds,
            @Nullable String category,
            @Nullable String term,
            @Nullable String from,
            @Nullable String until) {
        Selected selected() {
            return items == null || items.isEmpty()
                    ? new Selected.All(CandidateQuery.filter(
                            Form.constant(CandidateFilter.Source.class, Optional.ofNullable(source)),
                            text(fonds),
                            text(category),
                            text(term),
                            new String[] {text(from), text(until)}))
                    : new Selected.These(items);
        }
    }

    /** An opinion on opening: {@code opinion} is OPEN, CONTROLLED or DEFERRED; without items on all that have none. */
    public record OpinionJson(
            @Nullable List<UUID> items,
            @Nullable String opinion,
            @Nullable String reason) {}

    /** A password, typed again. */
    public record ApprovalJson(@Nullable String password) {}

    /** Why a list is sent back. */
    public record ReturnJson(@Nullable String reason) {}

    /** What the package will lie on; nothing when it goes online. */
    public record CarrierJson(
            @Nullable String number, @Nullable String kind) {}

    /** Hands that gave and took. */
    public record HandsJson(
            @Nullable String on,
            @Nullable String by,
            @Nullable String to) {}

    /** What came of a receipt; with findings nothing was changed. */
    public record ReceiptJson(
            UUID id, String name, boolean applied, int accepted, int refused, String sm3, List<String> findings) {
        static ReceiptJson of(Receipt receipt, Text text) {
            return new ReceiptJson(
                    receipt.id(),
                    receipt.name(),
                    receipt.applied(),
                    receipt.accepted(),
                    receipt.refused(),
                    receipt.fixity().sm3(),
                    receipt.findings().stream()
                            .map(finding -> Findings.told(text, finding))
                            .toList());
        }
    }

    /** All lists, the newest first. */
    @GET
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public List<ListJson> lists(@QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return doors.jdbi()
                .withHandle(handle -> doors.desk().list(handle, Pages.offset(page), TransferScreenDoors.SIZE).stream()
                        .map(ListJson::of)
                        .toList());
    }

    /** Draws a list up. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.TRANSFER)
    public Response drawUp(@BeanParam Visit visit, NewJson wanted) {
        var archive = new TransferList.Archive(text(wanted.archive()), text(wanted.archiveCode()));
        var list = doors.jdbi().inTransaction(transaction -> {
            var id = doors.drawing().drawUp(transaction, visit.who(), text(wanted.title()), archive, wanted.selected());
            return doors.desk().get(transaction, id);
        });
        return Response.status(Response.Status.CREATED)
                .entity(ListJson.of(list))
                .build();
    }

    /** One list. */
    @GET
    @Path("{id}")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public ListJson list(@PathParam("id") UUID id) {
        return ListJson.of(doors.jdbi().withHandle(handle -> doors.desk().get(handle, id)));
    }

    /** Its records. */
    @GET
    @Path("{id}/entries")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public EntriesJson entries(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        var answer = doors.jdbi().withHandle(handle -> {
            var list = doors.desk().get(handle, id);
            Map<UUID, List<Hindrance>> blocked =
                    list.state().isOpen() ? doors.desk().hindrances(handle, id) : Map.of();
            var rule = doors.rules().rule(handle);
            return new EntriesJson(
                    list.records(),
                    page,
                    doors.desk().entries(handle, id, false, Pages.offset(page), TransferScreenDoors.SIZE).stream()
                            .map(entry -> EntryJson.of(
                                    entry,
                                    rule.isDue(
                                            entry.year(),
                                            entry.period(),
                                            doors.candidates().year()),
                                    blocked.getOrDefault(entry.item(), List.of()),
                                    visit.text()))
                            .toList());
        });
        doors.read(visit.actor(), id, answer.entries().size());
        return answer;
    }

    /** Gives an opinion on opening. */
    @POST
    @Path("{id}/opinions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Right.TRANSFER, Right.APPRAISE})
    public ListJson decide(@BeanParam Visit visit, @PathParam("id") UUID id, OpinionJson sent) {
        var opinion = OpenOpinion.of(text(sent.opinion()))
                .orElseThrow(() -> new Malformed(TransferWebProblem.OPINION_MISSING));
        var items = sent.items() == null ? List.<UUID>of() : sent.items();
        return done(
                id,
                transaction ->
                        doors.drawing().decide(transaction, visit.who(), id, items, opinion, text(sent.reason())));
    }

    /** Takes a record off a draft. */
    @POST
    @Path("{id}/entries/{item}/strike")
    @Needs(Right.TRANSFER)
    public ListJson strike(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("item") UUID item) {
        return done(id, transaction -> doors.drawing().strike(transaction, visit.who(), id, item));
    }

    /** Hands the list in and has it checked. */
    @POST
    @Path("{id}/submit")
    @Needs(Right.TRANSFER)
    public ListJson submit(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(id, transaction -> doors.desk().submit(transaction, visit.who(), id));
    }

    /** Approves the list. */
    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPROVE_TRANSFER)
    public ListJson approve(@BeanParam Visit visit, @PathParam("id") UUID id, ApprovalJson approval) {
        return done(
                id,
                transaction ->
                        doors.desk().approve(transaction, visit.who(), id, text(approval.password()), visit.origin()));
    }

    /** Sends the list back. */
    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER})
    public ListJson sendBack(@BeanParam Visit visit, @PathParam("id") UUID id, ReturnJson sent) {
        return done(id, transaction -> doors.desk().sendBack(transaction, visit.who(), id, text(sent.reason())));
    }

    /** Gives the list up. */
    @POST
    @Path("{id}/cancel")
    @Needs(Right.TRANSFER)
    public ListJson cancel(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(id, transaction -> doors.desk().cancel(transaction, visit.who(), id));
    }

    /** Orders the packages. */
    @POST
    @Path("{id}/pack")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.TRANSFER)
    public ListJson pack(@BeanParam Visit visit, @PathParam("id") UUID id, CarrierJson sent) {
        var carrier = new TransferList.Carrier(text(sent.number()), text(sent.kind()));
        return done(id, transaction -> doors.desk().pack(transaction, visit.who(), id, carrier));
    }

    /** The whole package as a ZIP. */
    @GET
    @Path("{id}/package")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.TRANSFER)
    public Response zip(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return TransferPaperResource.zip(doors, visit, id);
    }

    /** A paper: {@code register}, {@code catalogue}, {@code opinions} or {@code receipt}, as {@code pdf} or {@code xlsx}. */
    @GET
    @Path("{id}/papers/{paper}/{format:pdf|xlsx}")
    @Produces(MediaType.WILDCARD)
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public Response paper(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @PathParam("paper") String paper,
            @PathParam("format") String format) {
        return TransferPaperResource.answer(doors, visit, id, paper, format);
    }

    /** Notes that the medium changed hands. */
    @POST
    @Path("{id}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.TRANSFER)
    public ListJson handOver(@BeanParam Visit visit, @PathParam("id") UUID id, HandsJson sent) {
        var hands = new TransferList.HandOver(TypedDay.HANDED_OVER.read(sent.on()), text(sent.by()), text(sent.to()));
        return done(id, transaction -> {
            try {
                doors.receipts().handOver(transaction, visit.who(), id, hands);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** The receipts that came. */
    @GET
    @Path("{id}/receipts")
    @Needs({Right.TRANSFER, Right.APPROVE_TRANSFER, Right.APPRAISE})
    public List<ReceiptJson> receipts(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return doors.jdbi()
                .withHandle(handle -> doors.receipts().receipts(handle, id).stream()
                        .map(receipt -> ReceiptJson.of(receipt, visit.text()))
                        .toList());
    }

    /** Takes a receipt: its bytes are the body. */
    @POST
    @Path("{id}/receipts")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Needs(Right.TRANSFER)
    public Response take(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("name") @DefaultValue("receipt.csv") String name,
            @QueryParam("number") @DefaultValue("") String number,
            InputStream body)
            throws IOException {
        var receipt = doors.receipts().take(visit.who(), id, name, number, body);
        return Response.status(Response.Status.CREATED)
                .entity(ReceiptJson.of(receipt, visit.text()))
                .build();
    }

    private ListJson done(UUID id, Consumer<Handle> deed) {
        return ListJson.of(doors.jdbi().inTransaction(transaction -> {
            deed.accept(transaction);
            return doors.desk().get(transaction, id);
        }));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

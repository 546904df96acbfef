package lantai.web.appraisal;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lantai.account.Right;
import lantai.audit.Subject;
import lantai.disposal.DestructionDesk.Signing;
import lantai.disposal.DestructionEntry;
import lantai.disposal.DestructionList;
import lantai.disposal.Side;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import lantai.web.security.Within;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/destruction-lists}: destruction lists for programs. Approving and signing ask for the person's password again. */
@Path("api/v1/destruction-lists")
@Produces(MediaType.APPLICATION_JSON)
public final class DestructionApiResource {
    private final AppraisalDoors doors;

    public DestructionApiResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /**
     * A list.
     *
     * @param sha256 of its content, once it is fixed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListJson(
            UUID id,
            String number,
            String state,
            UUID appraisal,
            int records,
            int removed,
            int spared,
            @Nullable String sha256,
            List<String> signedBy) {
        static ListJson of(DestructionList list) {
            return new ListJson(
                    list.id(),
                    list.number(),
                    list.state().name(),
                    list.appraisal(),
                    list.records(),
                    list.removed(),
                    list.spared(),
                    list.process().digest().orElse(null),
                    list.signatures().stream()
                            .map(signature -> signature.side().name())
                            .toList());
        }
    }

    /** One page of the records of a list. */
    public record EntriesJson(long total, int page, List<EntryJson> entries) {}

    /** A record of a list. */
    public record EntryJson(
            int ordinal,
            UUID item,
            String referenceCode,
            String title,
            int year,
            String term,
            int yearsKept,
            int pageCount,
            String opinion,
            String state,
            List<String> obstacles) {}

    /** How the authority was told. */
    public record FilingJson(
            @Nullable String authority,
            @Nullable String number,
            @Nullable String on) {}

    /** A password, typed again. */
    public record ApprovalJson(@Nullable String password) {}

    /** Why a list is sent back. */
    public record RefusalJson(@Nullable String reason) {}

    /** A witness's signature. */
    public record SignatureJson(
            @Nullable String side,
            @Nullable String manner,
            @Nullable String password) {}

    /** All lists, the newest first. */
    @GET
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public List<ListJson> lists(@QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return doors.jdbi()
                .withHandle(handle -> doors.destruction().list(handle, Pages.offset(page), AppraisalDoors.SIZE).stream()
                        .map(ListJson::of)
                        .toList());
    }

    /** One list. */
    @GET
    @Path("{id}")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public ListJson list(@PathParam("id") UUID id) {
        return ListJson.of(doors.jdbi().withHandle(handle -> doors.destruction().get(handle, id)));
    }

    /** Its records. */
    @GET
    @Path("{id}/entries")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public EntriesJson entries(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        var answer = doors.jdbi().withHandle(handle -> {
            var list = doors.destruction().get(handle, id);
            var hindrances = doors.destruction().hindrances(handle, id);
            return new EntriesJson(
                    list.records(),
                    page,
                    doors.destruction().entries(handle, id, Pages.offset(page), AppraisalDoors.SIZE).stream()
                            .map(entry -> entry(
                                    entry,
                                    entry
                                            .hindrance()
                                            .map(List::of)
                                            .orElseGet(() -> hindrances.getOrDefault(entry.item(), List.of()))
                                            .stream()
                                            .map(hindrance -> Hindrances.told(visit.text(), hindrance))
                                            .toList()))
                            .toList());
        });
        doors.read(
                visit.actor(),
                Subject.of("destruction-list", id),
                answer.entries().size());
        return answer;
    }

    private static EntryJson entry(DestructionEntry entry, List<String> obstacles) {
        return new EntryJson(
                entry.ordinal(),
                entry.item(),
                entry.referenceCode(),
                PersonalNumbers.masked(entry.title()),
                entry.year(),
                entry.period(),
                entry.yearsKept(),
                entry.pageCount(),
                entry.opinion(),
                entry.state().name(),
                obstacles);
    }

    /** The certificate of a list. */
    @GET
    @Path("{id}/certificate")
    @Needs({Right.APPRAISE, Right.APPROVE_DESTRUCTION, Right.WITNESS_DESTRUCTION})
    public String certificate(@BeanParam Visit visit, @PathParam("id") UUID id) {
        doors.read(visit.actor(), Subject.of("destruction-list", id), 1);
        return doors.jdbi().withHandle(handle -> doors.destruction().certificate(handle, id));
    }

    /** Hands the list in. */
    @POST
    @Path("{id}/submit")
    @Needs(Right.APPRAISE)
    public ListJson submit(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(id, transaction -> doors.destruction().submit(transaction, visit.who(), id));
    }

    /** Notes that the authority was told. */
    @POST
    @Path("{id}/filing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPRAISE)
    public ListJson filing(@BeanParam Visit visit, @PathParam("id") UUID id, FilingJson filing) {
        var noted = new DestructionList.Filing(
                text(filing.authority()), text(filing.number()), TypedDay.FILED.read(filing.on()));
        return done(id, transaction -> doors.destruction().noteFiling(transaction, visit.who(), id, noted));
    }

    /** Approves the list. */
    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPROVE_DESTRUCTION)
    public ListJson approve(@BeanParam Visit visit, @PathParam("id") UUID id, ApprovalJson approval) {
        return done(
                id,
                transaction -> doors.destruction()
                        .approve(transaction, visit.who(), id, text(approval.password()), visit.origin()));
    }

    /** Sends the list back. */
    @POST
    @Path("{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPROVE_DESTRUCTION)
    public ListJson refuse(@BeanParam Visit visit, @PathParam("id") UUID id, RefusalJson refusal) {
        return done(
                id, transaction -> doors.destruction().refuse(transaction, visit.who(), id, text(refusal.reason())));
    }

    /** Signs as a witness. */
    @POST
    @Path("{id}/signatures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.WITNESS_DESTRUCTION)
    public ListJson sign(@BeanParam Visit visit, @PathParam("id") UUID id, SignatureJson signature) {
        var signing = new Signing(
                Form.constant(Side.class, Optional.ofNullable(signature.side())),
                text(signature.manner()),
                text(signature.password()),
                visit.origin());
        return done(id, transaction -> doors.destruction().sign(transaction, visit.who(), id, signing));
    }

    /** Begins to destroy. */
    @POST
    @Path("{id}/begin")
    @Needs(Right.HOLD)
    public ListJson begin(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(id, transaction -> doors.destruction().begin(transaction, visit.who(), id));
    }

    private ListJson done(UUID id, Consumer<Handle> deed) {
        return ListJson.of(doors.jdbi().inTransaction(transaction -> {
            deed.accept(transaction);
            return doors.destruction().get(transaction, id);
        }));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

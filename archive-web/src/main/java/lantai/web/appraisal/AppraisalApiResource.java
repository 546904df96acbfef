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
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Right;
import lantai.audit.Subject;
import lantai.disposal.Appraisal;
import lantai.disposal.AppraisedItem;
import lantai.disposal.Chosen;
import lantai.disposal.Decision;
import lantai.disposal.DueItem;
import lantai.disposal.Member;
import lantai.disposal.Opinion;
import lantai.disposal.Stance;
import lantai.problem.Malformed;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import lantai.web.security.Within;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/appraisals}: what is due, and its appraisal, for programs. */
@Path("api/v1/appraisals")
@Produces(MediaType.APPLICATION_JSON)
public final class AppraisalApiResource {
    private final AppraisalDoors doors;

    public AppraisalApiResource(AppraisalDoors doors) {
        this.doors = doors;
    }

    /** One page of records that are due. */
    public record DueJson(long total, int page, String today, List<DueItemJson> items) {}

    /** A record that is due; the title with personal numbers masked. */
    public record DueItemJson(
            UUID id, String referenceCode, String title, int year, String term, String dueOn, int pageCount) {
        static DueItemJson of(DueItem item) {
            return new DueItemJson(
                    item.id(),
                    item.referenceCode(),
                    PersonalNumbers.masked(item.title()),
                    item.year(),
                    item.period(),
                    item.dueOn().toString(),
                    item.pageCount());
        }
    }

    /**
     * An appraisal to open.
     *
     * @param items which records; missing for all that fit {@code category}, {@code term} and {@code until}
     */
    public record NewAppraisalJson(
            @Nullable String title,
            @Nullable List<UUID> members,
            @Nullable List<UUID> items,
            @Nullable String category,
            @Nullable String term,
            @Nullable String until) {
        Chosen chosen() {
            return items == null
                    ? new Chosen.AllDue(new DueQuery(text(category), text(term), text(until), 1).filter())
                    : new Chosen.These(items);
        }
    }

    /** An appraisal; {@code list} is the destruction list that came of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AppraisalJson(
            UUID id,
            String title,
            String state,
            String openedAt,
            int items,
            int decided,
            @Nullable UUID list) {
        static AppraisalJson of(Appraisal appraisal) {
            return new AppraisalJson(
                    appraisal.id(),
                    appraisal.title(),
                    appraisal.state().name(),
                    appraisal.openedAt().toString(),
                    appraisal.items(),
                    appraisal.decided(),
                    appraisal.list().orElse(null));
        }
    }

    /** One page of the records of an appraisal. */
    public record ItemsJson(long total, int page, List<ItemJson> items) {}

    /** A record before the group; {@code opinion} is missing until there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemJson(
            UUID id,
            String referenceCode,
            String title,
            String term,
            @Nullable String opinion,
            String decidedTerm,
            String reason,
            List<String> obstacles) {}

    /**
     * An opinion.
     *
     * @param items which records; missing for all that have none
     * @param years with {@code KEEP}
     * @param term with {@code LENGTHEN}, the longer one
     */
    public record OpinionJson(
            @Nullable List<UUID> items,
            @Nullable String opinion,
            @Nullable String reason,
            @Nullable Integer years,
            @Nullable String term) {
        Decision decision() {
            return Decision.of(
                            Form.constant(Opinion.class, Optional.ofNullable(opinion)),
                            text(reason),
                            years == null ? 0 : years,
                            text(term))
                    .orElseThrow(() -> new Malformed(AppraisalWebProblem.DECISION_INCOMPLETE));
        }
    }

    /**
     * A member of the group.
     *
     * @param stance {@code AGREES}, {@code DIFFERS} or {@code ABSENT}; missing until he has spoken on the proposal as it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberJson(
            UUID account,
            String name,
            boolean leads,
            @Nullable String stance,
            String reason,
            List<VoiceJson> differing) {
        static MemberJson of(Member member) {
            return new MemberJson(
                    member.account(),
                    member.name(),
                    member.leads(),
                    member.stance().map(Stance::name).orElse(null),
                    member.reason(),
                    member.voices().stream().map(VoiceJson::of).toList());
        }
    }

    /** A member's own opinion on one record. */
    public record VoiceJson(UUID item, String referenceCode, String opinion, String term, String reason) {
        static VoiceJson of(Member.Voice voice) {
            return new VoiceJson(
                    voice.item(), voice.referenceCode(), voice.opinion().name(), voice.term(), voice.reason());
        }
    }

    /** A member who takes no part. */
    public record AbsenceJson(
            @Nullable UUID member, @Nullable String reason) {}

    /** The records whose term has ended. */
    @GET
    @Path("due")
    @Needs(Right.HOLD)
    public DueJson due(
            @BeanParam Visit visit,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("term") @DefaultValue("") String term,
            @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        var filter = new DueQuery(category, term, until, page).filter();
        var due = doors.jdbi()
                .withHandle(handle -> new DueJson(
                        doors.due().count(handle, filter),
                        page,
                        doors.due().today().toString(),
                        doors.due().page(handle, filter, Pages.offset(page), AppraisalDoors.SIZE).stream()
                                .map(DueItemJson::of)
                                .toList()));
        doors.read(visit.actor(), new Subject("appraisal", "due"), due.items().size());
        return due;
    }

    /** All appraisals, the newest first. */
    @GET
    @Needs(Right.APPRAISE)
    public List<AppraisalJson> appraisals(@QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        return doors.jdbi()
                .withHandle(handle -> doors.board().list(handle, Pages.offset(page), AppraisalDoors.SIZE).stream()
                        .map(AppraisalJson::of)
                        .toList());
    }

    /** Opens an appraisal. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.HOLD)
    public Response open(@BeanParam Visit visit, NewAppraisalJson wanted) {
        var members = Optional.ofNullable(wanted.members()).orElse(List.of());
        var opened = doors.jdbi()
                .inTransaction(transaction -> doors.board()
                        .open(
                                transaction,
                                visit.actor(),
                                text(wanted.title()),
                                new HashSet<>(members),
                                wanted.chosen()));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/v1/appraisals/" + opened.id())
                .entity(AppraisalJson.of(opened))
                .build();
    }

    /** One appraisal. */
    @GET
    @Path("{id}")
    @Needs(Right.APPRAISE)
    public AppraisalJson appraisal(@PathParam("id") UUID id) {
        return AppraisalJson.of(doors.jdbi().withHandle(handle -> doors.board().get(handle, id)));
    }

    /** Its records. */
    @GET
    @Path("{id}/items")
    @Needs(Right.APPRAISE)
    public ItemsJson items(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @QueryParam("page") @DefaultValue("1") @Within(from = 1) int page) {
        var answer = doors.jdbi().withHandle(handle -> {
            var appraisal = doors.board().get(handle, id);
            var items = doors.board().items(handle, id, false, Pages.offset(page), AppraisalDoors.SIZE);
            var hindrances = doors.hindrances(
                    handle, items.stream().map(AppraisedItem::id).toList());
            return new ItemsJson(
                    appraisal.items(),
                    page,
                    items.stream()
                            .map(item -> new ItemJson(
                                    item.id(),
                                    item.referenceCode(),
                                    PersonalNumbers.masked(item.title()),
                                    item.period(),
                                    item.opinion().map(Opinion::name).orElse(null),
                                    item.term(),
                                    item.reason(),
                                    hindrances.getOrDefault(item.id(), List.of()).stream()
                                            .map(hindrance -> Hindrances.told(visit.text(), hindrance))
                                            .toList()))
                            .toList());
        });
        doors.read(visit.actor(), Subject.of("appraisal", id), answer.items().size());
        return answer;
    }

    /** Gives an opinion. */
    @POST
    @Path("{id}/opinions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPRAISE)
    public AppraisalJson opinion(@BeanParam Visit visit, @PathParam("id") UUID id, OpinionJson given) {
        return AppraisalJson.of(doors.jdbi().inTransaction(transaction -> {
            var items = given.items() == null
                    ? doors.board().items(transaction, id, true, 0, Integer.MAX_VALUE).stream()
                            .map(AppraisedItem::id)
                            .toList()
                    : given.items();
            doors.board().decide(transaction, visit.actor(), id, items, given.decision());
            return doors.board().get(transaction, id);
        }));
    }

    /** The members of the group and what they say of the proposal. */
    @GET
    @Path("{id}/members")
    @Needs(Right.APPRAISE)
    public List<MemberJson> members(@PathParam("id") UUID id) {
        return doors.jdbi().withHandle(handle -> members(handle, id));
    }

    /** Agrees with the whole proposal. */
    @POST
    @Path("{id}/agreement")
    @Needs(Right.APPRAISE)
    public List<MemberJson> agree(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return doors.jdbi().inTransaction(transaction -> {
            doors.deliberation().agree(transaction, visit.actor(), id);
            return members(transaction, id);
        });
    }

    /** Thinks otherwise of some records. */
    @POST
    @Path("{id}/differing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPRAISE)
    public List<MemberJson> differ(@BeanParam Visit visit, @PathParam("id") UUID id, OpinionJson given) {
        var items = Optional.ofNullable(given.items()).orElse(List.of());
        return doors.jdbi().inTransaction(transaction -> {
            doors.deliberation().differ(transaction, visit.actor(), id, items, given.decision());
            return members(transaction, id);
        });
    }

    /** Notes that a member is absent. */
    @POST
    @Path("{id}/absences")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPRAISE)
    public List<MemberJson> absent(@BeanParam Visit visit, @PathParam("id") UUID id, AbsenceJson absence) {
        var member =
                Optional.ofNullable(absence.member()).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return doors.jdbi().inTransaction(transaction -> {
            doors.deliberation().noteAbsent(transaction, visit.actor(), id, member, text(absence.reason()));
            return members(transaction, id);
        });
    }

    /** Makes the opinions hold. */
    @POST
    @Path("{id}/conclude")
    @Needs(Right.APPRAISE)
    public AppraisalJson conclude(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return AppraisalJson.of(doors.jdbi().inTransaction(transaction -> {
            doors.conclusion().conclude(transaction, visit.actor(), id);
            return doors.board().get(transaction, id);
        }));
    }

    private List<MemberJson> members(Handle handle, UUID id) {
        var appraisal = doors.board().get(handle, id);
        return doors.deliberation().members(handle, appraisal.id()).stream()
                .map(MemberJson::of)
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

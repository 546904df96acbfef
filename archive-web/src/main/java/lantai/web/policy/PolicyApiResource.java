package lantai.web.policy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lantai.account.Right;
import lantai.policy.DraftDesk.Seen;
import lantai.policy.Policy;
import lantai.policy.PolicyDraft;
import lantai.policy.RuleContent;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.TypedDay;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rules over the interface: read in every version, drafted, submitted, approved. */
@Path("/api/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
public final class PolicyApiResource {
    private final PolicyDoors doors;

    public PolicyApiResource(PolicyDoors doors) {
        this.doors = doors;
    }

    /** One version. */
    public record VersionJson(
            String name,
            int version,
            String effectiveOn,
            String writtenBy,
            String submittedBy,
            String approvedBy,
            String reason,
            @JsonRawValue String content) {
        static VersionJson of(Policy policy) {
            return new VersionJson(
                    policy.name(),
                    policy.version(),
                    policy.effectiveOn().toString(),
                    policy.writtenBy(),
                    policy.submittedBy(),
                    policy.approvedBy(),
                    policy.reason(),
                    policy.content());
        }
    }

    /** What keeps a draft from being valid: where, the stable code, the sentence. */
    public record FaultJson(String path, String code, String sentence) {}

    /** An open draft. */
    public record DraftJson(
            String name,
            int base,
            int revision,
            String state,
            List<String> authors,
            @Nullable String submittedBy,
            @Nullable String effectiveOn,
            String reason,
            String decision,
            List<FaultJson> faults,
            @JsonRawValue String content) {}

    /**
     * A deed on a draft.
     *
     * @param revision the revision that the caller has seen
     */
    public record Deed(
            int revision, @Nullable String reason, @Nullable String effectiveOn) {}

    /** The versions in force. */
    @GET
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public List<VersionJson> all() {
        return doors.jdbi()
                .withHandle(handle -> doors.drafts().rules().all().stream()
                        .map(rule -> VersionJson.of(doors.policies().inForce(handle, rule.name())))
                        .toList());
    }

    /** All versions of a rule, newest first. */
    @GET
    @Path("{name}/versions")
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public List<VersionJson> versions(@PathParam("name") String name) {
        return doors.jdbi()
                .withHandle(handle -> doors
                        .policies()
                        .history(handle, doors.drafts().rules().get(name).name())
                        .stream()
                        .map(VersionJson::of)
                        .toList());
    }

    /** The open draft. */
    @GET
    @Path("{name}/draft")
    @Needs({Right.MANAGE_POLICY, Right.APPROVE_POLICY})
    public DraftJson draft(@BeanParam Visit visit, @PathParam("name") String name) {
        return doors.jdbi()
                .withHandle(handle -> json(handle, visit, doors.drafts().get(handle, name)));
    }

    /** Writes the whole content of the draft; begins one from the version in force when none is open. */
    @PUT
    @Path("{name}/draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.MANAGE_POLICY)
    public DraftJson write(@BeanParam Visit visit, @PathParam("name") String name, String content) {
        var parsed = RuleContent.parse(content);
        return doors.jdbi().inTransaction(transaction -> {
            var draft = doors.drafts()
                    .open(transaction, name)
                    .orElseGet(() -> doors.drafts()
                            .begin(
                                    transaction,
                                    visit.who(),
                                    name,
                                    doors.version(transaction, name, 0).version()));
            var seen = new Seen(name, draft.revision());
            return json(transaction, visit, doors.drafts().edit(transaction, visit.who(), seen, parsed));
        });
    }

    /** Submits the draft. */
    @POST
    @Path("{name}/draft/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.MANAGE_POLICY)
    public DraftJson submit(@BeanParam Visit visit, @PathParam("name") String name, Deed deed) {
        return doors.jdbi()
                .inTransaction(transaction -> json(
                        transaction,
                        visit,
                        doors.drafts()
                                .submit(
                                        transaction,
                                        visit.who(),
                                        new Seen(name, deed.revision()),
                                        reason(deed),
                                        TypedDay.EFFECTIVE.read(deed.effectiveOn()))));
    }

    /** Approves it. */
    @POST
    @Path("{name}/draft/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPROVE_POLICY)
    public VersionJson approve(@BeanParam Visit visit, @PathParam("name") String name, Deed deed) {
        var version = doors.jdbi()
                .inTransaction(transaction ->
                        doors.drafts().approve(transaction, visit.who(), new Seen(name, deed.revision())));
        doors.drafts().rules().get(name).changed();
        return VersionJson.of(version);
    }

    /** Sends it back. */
    @POST
    @Path("{name}/draft/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.APPROVE_POLICY)
    public DraftJson sendBack(@BeanParam Visit visit, @PathParam("name") String name, Deed deed) {
        return doors.jdbi()
                .inTransaction(transaction -> json(
                        transaction,
                        visit,
                        doors.drafts()
                                .sendBack(transaction, visit.who(), new Seen(name, deed.revision()), reason(deed))));
    }

    private DraftJson json(Handle handle, Visit visit, PolicyDraft draft) {
        var words = new RuleWords(draft.name(), visit.text());
        var faults = doors.drafts().faults(handle, draft.name(), RuleContent.parse(draft.content())).stream()
                .map(fault -> new FaultJson(fault.path(), fault.problem().name(), words.sentence(fault)))
                .toList();
        return new DraftJson(
                draft.name(),
                draft.base(),
                draft.revision(),
                draft.state().name(),
                draft.authors(),
                draft.submittedBy().orElse(null),
                draft.effectiveOn().map(LocalDate::toString).orElse(null),
                draft.reason(),
                draft.decision(),
                faults,
                draft.content());
    }

    private static String reason(Deed deed) {
        return Optional.ofNullable(deed.reason()).orElse("");
    }
}

package lantai.policy;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where rules of the house are changed: somebody drafts, somebody submits, another person approves or sends back, and on its day
 * the version holds. Nobody approves what he wrote or submitted himself. The caller brings the transaction.
 */
public final class DraftDesk {
    private final PolicyCentre policies;
    private final HouseRules rules;
    private final Approvers approvers;
    private final PolicyDrafts drafts;
    private final RuleNames names;
    private final AuditTrail audit;

    public DraftDesk(PolicyCentre policies, HouseRules rules, AuditTrail audit, InstantSource clock) {
        this.policies = policies;
        this.rules = rules;
        this.approvers = new Approvers(policies);
        this.drafts = new PolicyDrafts(clock);
        this.names = new RuleNames(policies);
        this.audit = audit;
    }

    /**
     * A draft as somebody has it before him.
     *
     * @param rule the rule it belongs to
     * @param revision what he saw; a deed on an older revision is refused
     */
    public record Seen(String rule, int revision) {}

    /** {@return the rules that this desk knows} */
    public HouseRules rules() {
        return rules;
    }

    /** {@return how a version of a rule is read and filled: its codes by the names that it and the other rules give them} */
    public RuleForm form(Handle handle, String rule, RuleContent content) {
        return names.named(handle, rules.get(rule).form(), content);
    }

    /** {@return the open draft of a rule} */
    public Optional<PolicyDraft> open(Handle handle, String rule) {
        return drafts.open(handle, rule);
    }

    /**
     * Finds the open draft of a rule.
     *
     * @throws NotFound when there is none
     */
    public PolicyDraft get(Handle handle, String rule) {
        return open(handle, rules.get(rule).name()).orElseThrow(() -> new NotFound(PolicyProblem.NO_DRAFT));
    }

    /** {@return all open drafts, the oldest first} */
    public List<PolicyDraft> open(Handle handle) {
        return drafts.open(handle);
    }

    /** {@return drafts of a rule that were approved or withdrawn, newest first} */
    public List<PolicyDraft> closed(Handle handle, String rule) {
        return drafts.closed(handle, rule);
    }

    /** {@return what keeps a draft from being submitted} */
    public List<RuleFault> faults(Handle handle, String rule, RuleContent content) {
        return rules.faults(handle, rule, content);
    }

    /** {@return whether this person may decide on the draft} */
    public boolean mayDecide(Handle handle, SignedIn who, PolicyDraft draft) {
        return draft.state() == DraftState.SUBMITTED
                && !draft.isWorkOf(who.actor().name())
                && approvers.mayApprove(handle, who, draft.name());
    }

    /** {@return the first day that a draft submitted now can hold from: today} */
    public LocalDate firstDay() {
        return policies.today();
    }

    /** {@return the roles that may approve a rule} */
    public List<String> approvingRoles(Handle handle, String rule) {
        return approvers.roles(handle, rule);
    }

    /**
     * Begins a draft as a copy of a version.
     *
     * @throws Refused when a draft of this rule is open already
     */
    public PolicyDraft begin(Handle transaction, SignedIn who, String rule, int version) {
        var base = policies.version(transaction, rules.get(rule).name(), version);
        transaction.execute("lock table policy_draft in share row exclusive mode");
        drafts.open(transaction, rule).ifPresent(open -> {
            throw new Refused(PolicyProblem.DRAFT_OPEN_ALREADY, open.authors().getLast());
        });
        var author = who.actor().name();
        var draft = new PolicyDraft(
                UUID.randomUUID(),
                rule,
                base.version(),
                1,
                DraftState.DRAFT,
                base.content(),
                List.of(author),
                java.time.Instant.EPOCH,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        drafts.add(transaction, draft);
        record(transaction, who, AuditAction.POLICY_DRAFTED, draft, Map.of("base", Integer.toString(version)));
        return get(transaction, rule);
    }

    /**
     * Writes in a draft. It need not be valid yet.
     *
     * @throws Refused when it waits for approval, or somebody else wrote meanwhile
     */
    public PolicyDraft edit(Handle transaction, SignedIn who, Seen seen, RuleContent content) {
        var draft = editable(transaction, seen);
        var author = who.actor().name();
        var authors = new java.util.ArrayList<>(draft.authors());
        authors.remove(author);
        authors.add(author);
        var changed = new DraftEdit(draft).content(content.json(), authors);
        drafts.change(transaction, changed);
        record(transaction, who, AuditAction.POLICY_DRAFTED, changed, Map.of());
        return changed;
    }

    /**
     * Submits a draft for approval.
     *
     * @param reason why the rule is changed
     * @param effectiveOn the first day it is to hold, today or later
     * @throws Malformed when the reason is missing or the day is past
     * @throws Refused when the draft is not valid or changes nothing
     */
    public PolicyDraft submit(Handle transaction, SignedIn who, Seen seen, String reason, LocalDate effectiveOn) {
        var draft = editable(transaction, seen);
        requireReason(reason);
        if (effectiveOn.isBefore(policies.today())) {
            throw new Malformed(PolicyProblem.DAY_IN_THE_PAST, effectiveOn, policies.today());
        }
        var content = RuleContent.parse(draft.content());
        var base = policies.version(transaction, draft.name(), draft.base());
        if (content.saysTheSame(RuleContent.parse(base.content()))) {
            throw new Refused(PolicyProblem.DRAFT_CHANGES_NOTHING);
        }
        requireValid(transaction, draft.name(), content);
        var changed = new DraftEdit(draft).submitted(who.actor().name(), reason.strip(), effectiveOn);
        drafts.change(transaction, changed);
        record(
                transaction,
                who,
                AuditAction.POLICY_SUBMITTED,
                changed,
                Map.of("effectiveOn", effectiveOn.toString(), "reason", reason.strip()));
        return changed;
    }

    /**
     * Approves a submitted draft: it becomes the next version and holds from its day on, or from today when that has passed.
     *
     * @throws Refused when the person wrote or submitted it himself, has no role that may approve it, or it is not what he saw
     */
    public Policy approve(Handle transaction, SignedIn who, Seen seen) {
        var draft = decidable(transaction, who, seen);
        requireValid(transaction, draft.name(), RuleContent.parse(draft.content()));
        var today = policies.today();
        var wanted = draft.effectiveOn().orElse(today);
        var approved =
                new DraftEdit(draft).decided(DraftState.APPROVED, who.actor().name(), "");
        drafts.change(transaction, approved);
        record(transaction, who, AuditAction.POLICY_APPROVED, approved, Map.of());
        return policies.write(
                transaction,
                who.actor(),
                new Policy(
                        draft.name(),
                        0,
                        draft.content(),
                        wanted.isBefore(today) ? today : wanted,
                        draft.authors().getLast(),
                        java.time.Instant.EPOCH,
                        draft.submittedBy().orElse(""),
                        who.actor().name(),
                        draft.reason()));
    }

    /**
     * Sends a submitted draft back.
     *
     * @throws Refused as {@link #approve}
     */
    public PolicyDraft sendBack(Handle transaction, SignedIn who, Seen seen, String reason) {
        requireReason(reason);
        var draft = decidable(transaction, who, seen);
        return decide(transaction, who, draft, DraftState.RETURNED, reason.strip());
    }

    /** Gives an open draft up. It stays readable. */
    public PolicyDraft withdraw(Handle transaction, SignedIn who, Seen seen, String reason) {
        requireReason(reason);
        return decide(transaction, who, seen(transaction, seen), DraftState.WITHDRAWN, reason.strip());
    }

    private PolicyDraft decide(Handle transaction, SignedIn who, PolicyDraft draft, DraftState state, String reason) {
        var changed = new DraftEdit(draft).decided(state, who.actor().name(), reason);
        drafts.change(transaction, changed);
        var action = state == DraftState.RETURNED ? AuditAction.POLICY_RETURNED : AuditAction.POLICY_WITHDRAWN;
        record(transaction, who, action, changed, Map.of("reason", reason));
        return changed;
    }

    private PolicyDraft seen(Handle handle, Seen seen) {
        var draft = get(handle, seen.rule());
        if (draft.revision() != seen.revision()) {
            throw new Refused(PolicyProblem.DRAFT_CHANGED_BY_ANOTHER);
        }
        return draft;
    }

    private PolicyDraft editable(Handle handle, Seen seen) {
        var draft = seen(handle, seen);
        if (!draft.state().isEditable()) {
            throw new Refused(PolicyProblem.DRAFT_NOT_EDITABLE);
        }
        return draft;
    }

    private PolicyDraft decidable(Handle handle, SignedIn who, Seen seen) {
        var draft = seen(handle, seen);
        if (draft.state() != DraftState.SUBMITTED) {
            throw new Refused(PolicyProblem.DRAFT_NOT_SUBMITTED);
        }
        if (draft.isWorkOf(who.actor().name())) {
            throw new Refused(PolicyProblem.NOBODY_APPROVES_HIS_OWN);
        }
        approvers.require(handle, who, draft.name());
        return draft;
    }

    private void requireValid(Handle handle, String rule, RuleContent content) {
        var faults = rules.faults(handle, rule, content);
        if (!faults.isEmpty()) {
            throw new Refused(PolicyProblem.DRAFT_NOT_VALID, faults.size());
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new Malformed(PolicyProblem.REASON_MISSING);
        }
    }

    private void record(
            Handle transaction, SignedIn who, AuditAction action, PolicyDraft draft, Map<String, String> more) {
        var detail = new TreeMap<>(more);
        detail.put("revision", Integer.toString(draft.revision()));
        audit.record(transaction, who.actor(), action, new Subject("policy", draft.name()), detail);
    }
}

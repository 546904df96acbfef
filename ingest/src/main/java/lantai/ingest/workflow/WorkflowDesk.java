package lantai.ingest.workflow;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lantai.account.Role;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Where batches go from stage to stage on their way into the archive, and where it is seen who is late. */
public final class WorkflowDesk {
    private final BatchTasks tasks = new BatchTasks();
    private final PolicyCentre policies;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;

    public WorkflowDesk(PolicyCentre policies, AuditTrail audit, InstantSource clock, ZoneId zone) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Writes the rule that the product comes with, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, WorkflowRule.POLICY, WorkflowRule.SHIPPED);
    }

    /** {@return the rule that holds today} */
    public WorkflowRule rule(Handle handle) {
        return WorkflowRule.parse(policies.inForce(handle, WorkflowRule.POLICY).content());
    }

    /** {@return the batches whose stage this person may do, those that wait longest first} */
    public List<BatchTask> mine(Handle handle, SignedIn who) {
        var rule = rule(handle);
        return tasks.all(handle, rule).stream()
                .filter(task -> holds(who, rule.of(task.stage()).roles()))
                .toList();
    }

    /** {@return who is late today} */
    public Lateness lateness(Handle handle) {
        var rule = rule(handle);
        var now = clock.instant();
        return new Lateness(
                rule,
                now,
                today(),
                tasks.all(handle, rule).stream()
                        .filter(task -> task.isOverLimit(rule, now) || task.isPastDeadline(rule, today()))
                        .toList());
    }

    /**
     * The batch on its way.
     *
     * @throws NotFound when it is not there or nothing in it waits any more
     */
    public BatchTask get(Handle handle, UUID batch) {
        return tasks.find(handle, rule(handle), batch).orElseThrow(() -> new NotFound(WorkflowProblem.NO_SUCH_STAGE));
    }

    /** {@return what was done with a batch, the oldest first} */
    public List<StageDeed> deeds(Handle handle, UUID batch) {
        return tasks.deeds(handle, batch);
    }

    /** {@return whether this person may do the stage at which a batch stands} */
    public boolean mayDo(Handle handle, SignedIn who, BatchTask task) {
        return holds(who, rule(handle).of(task.stage()).roles());
    }

    /** {@return today, in the agency's time zone} */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** {@return how many whole days a batch has waited at its stage} */
    public long days(BatchTask task) {
        return task.days(clock.instant());
    }

    /**
     * Does something with a batch.
     *
     * @param seen its version as it was seen
     * @throws Malformed when it is given back without a reason
     * @throws Refused when the stage is not this person's, somebody else was quicker, or documents still wait to be accepted
     */
    public Stage move(Handle transaction, SignedIn who, UUID batch, int seen, Deed deed) {
        var rule = rule(transaction);
        var task = get(transaction, batch);
        if (task.version() != seen) {
            throw new Refused(WorkflowProblem.MOVED_MEANWHILE, task.stage().chinese());
        }
        mayMove(transaction, who, rule, task);
        var to = rule.after(task.stage(), deed);
        return switch (deed) {
            case Deed.Pass _ -> {
                if (task.stage() == Stage.ARRANGE && task.accepted() < task.open()) {
                    throw new Refused(WorkflowProblem.NOT_ALL_ACCEPTED, task.open() - task.accepted());
                }
                yield moved(transaction, who, task, to, "", false);
            }
            case Deed.GiveBack back -> {
                if (back.reason().isBlank()) {
                    throw new Malformed(WorkflowProblem.REASON_MISSING);
                }
                yield moved(transaction, who, task, to, back.reason().strip(), true);
            }
        };
    }

    /**
     * Makes sure that documents of these batches may be filed now. Where the rule lets one hand do all, the stages that are left are
     * done by whoever files, as far as he has their roles.
     *
     * @throws Refused when one of the batches has not come to filing
     */
    public void reachFiling(Handle transaction, SignedIn who, Collection<UUID> batches) {
        var rule = rule(transaction);
        for (var batch : batches) {
            var task = get(transaction, batch);
            while (rule.oneHand()
                    && task.stage() != Stage.FILE
                    && holds(who, rule.of(task.stage()).roles())) {
                moved(transaction, who, task, rule.after(task.stage(), new Deed.Pass()), "", false);
                task = get(transaction, batch);
            }
            if (task.stage() != Stage.FILE) {
                throw new Refused(
                        WorkflowProblem.NOT_READY_FOR_FILING,
                        task.title(),
                        task.stage().chinese());
            }
            mayMove(transaction, who, rule, task);
        }
    }

    private void mayMove(Handle transaction, SignedIn who, WorkflowRule rule, BatchTask task) {
        if (!holds(who, rule.of(task.stage()).roles())) {
            throw new Refused(WorkflowProblem.NOT_YOUR_STAGE, task.stage().chinese());
        }
        if (!rule.separate()) {
            return;
        }
        var last = tasks.deeds(transaction, task.batch()).stream()
                .filter(deed -> !deed.back() && deed.to() == task.stage())
                .reduce((_, later) -> later);
        last.filter(deed -> deed.by().equals(who.actor().name())).ifPresent(deed -> {
            throw new Refused(
                    WorkflowProblem.TWO_STAGES_IN_ONE_HAND, deed.from().chinese());
        });
    }

    private Stage moved(Handle transaction, SignedIn who, BatchTask task, Stage to, String reason, boolean back) {
        if (!tasks.move(transaction, task, to, clock.instant())) {
            throw new Refused(WorkflowProblem.MOVED_MEANWHILE, task.stage().chinese());
        }
        tasks.note(
                transaction,
                task.batch(),
                new StageDeed(task.stage(), to, back, reason, who.actor().name(), clock.instant()));
        audit.record(
                transaction,
                who.actor(),
                back ? AuditAction.BATCH_GIVEN_BACK : AuditAction.BATCH_PASSED_ON,
                Subject.of("batch", task.batch()),
                Map.of("from", task.stage().name(), "to", to.name(), "reason", reason));
        return to;
    }

    static boolean holds(SignedIn who, Set<Role> roles) {
        return who.account().roles().stream().anyMatch(roles::contains);
    }
}

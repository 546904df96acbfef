package lantai.check;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.policy.ParsedRule;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Where checks are ordered, paused and cancelled, and where people note what only they can see. */
public final class CheckDesk {
    /** Name of the policy. */
    public static final String POLICY = "four-properties";

    private static final int LONGEST_NOTE = 500;

    private final CheckDoors doors;
    private final BiConsumer<Handle, UUID> work;
    private final InstantSource clock;
    private final CheckRuns runs = new CheckRuns();
    private final Reports reports;

    /** @param work orders that a run is carried out, in the same transaction */
    public CheckDesk(CheckDoors doors, BiConsumer<Handle, UUID> work, InstantSource clock) {
        this.doors = doors;
        this.work = work;
        this.clock = clock;
        this.reports = new Reports(doors.key(), doors.words());
    }

    /** {@return the rule of the house that says what the check means here} */
    public static ParsedRule rule() {
        return new ParsedRule(POLICY, CheckPolicyForm.FORM, CheckPolicy::parse);
    }

    /** Writes the policy that the product comes with, unless the archive has its own. */
    public static void seed(Handle transaction, PolicyCentre policies) {
        policies.seed(transaction, POLICY, CheckPolicy.shipped());
    }

    /** {@return the reports} */
    public Reports reports() {
        return reports;
    }

    /**
     * What is to be checked.
     *
     * @param title of what is looked at, for the report
     */
    public record Order(Stage stage, Target target, String title, CheckRun.Declared declared) {}

    /**
     * Orders a check.
     *
     * @return the run; when the same check is on its way or paused already, that one
     * @throws Refused when there is no record to look at
     */
    public CheckRun order(Handle transaction, SignedIn who, Order order) {
        return order(transaction, who.actor(), order, Optional.empty());
    }

    /** Orders the same check as that of a report again; the report stays. */
    public CheckRun retest(Handle transaction, SignedIn who, UUID id) {
        var report = reports.get(transaction, id);
        var content = reports.content(transaction, id);
        var subject = content.subject();
        var target = new Target(
                subject.kind(),
                report.subject(),
                subject.fonds(),
                subject.category(),
                Optional.of(subject.year()).filter(year -> year > 0),
                subject.every());
        var declared = new CheckRun.Declared(
                declared(content.declared().records()),
                declared(content.declared().bytes()));
        return order(
                transaction, who.actor(), new Order(report.stage(), target, report.title(), declared), Optional.of(id));
    }

    private static java.util.OptionalLong declared(long number) {
        return number < 0 ? java.util.OptionalLong.empty() : java.util.OptionalLong.of(number);
    }

    private CheckRun order(Handle transaction, Actor by, Order order, Optional<UUID> retestOf) {
        var total = runs.count(transaction, order.target());
        if (total == 0) {
            throw new Refused(CheckProblem.NOTHING_TO_CHECK, order.title());
        }
        var same = runs.same(transaction, order, retestOf, total);
        if (same.isPresent()) {
            return same.get();
        }
        var run = new CheckRun(
                UUID.randomUUID(),
                order.stage(),
                order.target(),
                order.title(),
                order.declared(),
                retestOf,
                CheckRun.State.RUNNING,
                doors.policies().inForce(transaction, POLICY).version(),
                total,
                0,
                "",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.name(),
                Optional.empty());
        runs.insert(transaction, run);
        work.accept(transaction, run.id());
        audit(
                transaction,
                by,
                AuditAction.CHECK_ORDERED,
                run.id(),
                Map.of("stage", order.stage().name(), "title", order.title()));
        return run;
    }

    /** {@return the run with this id} */
    public CheckRun run(Handle handle, UUID id) {
        return runs.get(handle, id);
    }

    /** {@return the runs that are on their way or paused, the newest first} */
    public List<CheckRun> open(Handle handle) {
        return runs.open(handle);
    }

    /**
     * Stops a run for a while.
     *
     * @throws Refused when it does not run
     */
    public void pause(Handle transaction, SignedIn who, UUID id) {
        runs.move(transaction, id, List.of(CheckRun.State.RUNNING), CheckRun.State.PAUSED);
        audit(transaction, who.actor(), AuditAction.CHECK_PAUSED, id, Map.of());
    }

    /**
     * Lets a paused run go on.
     *
     * @throws Refused when it is not paused
     */
    public void resume(Handle transaction, SignedIn who, UUID id) {
        runs.move(transaction, id, List.of(CheckRun.State.PAUSED), CheckRun.State.RUNNING);
        work.accept(transaction, id);
        audit(transaction, who.actor(), AuditAction.CHECK_RESUMED, id, Map.of());
    }

    /**
     * Stops a run for good; nothing is reported.
     *
     * @throws Refused when it is done or cancelled already
     */
    public void cancel(Handle transaction, SignedIn who, UUID id) {
        runs.move(transaction, id, List.of(CheckRun.State.RUNNING, CheckRun.State.PAUSED), CheckRun.State.CANCELLED);
        audit(transaction, who.actor(), AuditAction.CHECK_CANCELLED, id, Map.of());
    }

    /**
     * Notes what a person saw where only a person can look. It makes a new version of the report; the old one stays.
     *
     * @param rule number of the item, for example {@code 4-5}
     * @throws Malformed when the note is empty, or the report has no such manual item
     * @throws Refused when there is a newer version of the report
     */
    public Report note(Handle transaction, SignedIn who, UUID id, String rule, boolean passed, String note) {
        var before = reports.content(transaction, id);
        var wanted = Rule.of(rule)
                .filter(Rule::isManual)
                .filter(known ->
                        before.lines().stream().anyMatch(line -> line.rule().equals(rule)))
                .orElseThrow(() -> new Malformed(CheckProblem.NOT_MANUAL, rule));
        var clean = note.strip();
        if (clean.isEmpty() || clean.length() > LONGEST_NOTE) {
            throw new Malformed(CheckProblem.NOTE_MISSING, LONGEST_NOTE);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var by = who.account().displayName();
        var after = before.noted(
                wanted,
                new ReportContent.Note(wanted.code(before.stage()), rule, passed, clean, by, now.toString()),
                now);
        var failed = after.failures().stream()
                .map(ReportContent.Failure::item)
                .filter(item -> !item.isEmpty())
                .distinct()
                .map(UUID::fromString)
                .toList();
        var report = reports.add(
                transaction, after, Optional.of(id), failed, who.actor().name());
        doors.audit()
                .record(
                        transaction,
                        who.actor(),
                        AuditAction.CHECK_NOTED,
                        Subject.of("check-report", report.id()),
                        Map.of("number", report.number(), "rule", rule, "passed", Boolean.toString(passed)));
        return report;
    }

    /**
     * {@return the report of a run, once it is done}
     *
     * @throws NotFound when there is no such run
     */
    public Optional<Report> reportOf(Handle handle, UUID run) {
        return runs.get(handle, run).report().map(id -> reports.get(handle, id));
    }

    private void audit(Handle transaction, Actor by, AuditAction action, UUID run, Map<String, String> detail) {
        doors.audit().record(transaction, by, action, Subject.of("check-run", run), detail);
    }
}

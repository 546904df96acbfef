package lantai.check;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.policy.Policy;
import lantai.record.Item;
import lantai.record.ItemCatalogue;
import org.jdbi.v3.core.Handle;

/**
 * Carries out a run: record by record, in small steps that are kept, so that it goes on where it stood after a pause or a crash; then
 * what looks at all of them, then the report.
 */
public final class CheckWork {
    private static final int STEP = 10;

    private final CheckDoors doors;
    private final InstantSource clock;
    private final CheckRuns runs = new CheckRuns();
    private final ItemCatalogue catalogue = new ItemCatalogue();
    private final FactFinder facts;
    private final WholeChecks whole;
    private final HouseChecks house;
    private final Reports reports;
    private final ReportWriter writer;

    public CheckWork(CheckDoors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
        this.facts = new FactFinder(doors, clock);
        this.whole = new WholeChecks(doors.policies(), doors.gaps(), runs);
        this.house = new HouseChecks(doors.jdbi(), doors.viruses(), doors.backups(), clock);
        this.reports = new Reports(doors.key(), doors.words());
        this.writer = new ReportWriter(doors.fonds(), doors.policies(), reports);
    }

    /**
     * Does what is left to do of a run; nothing when it is paused, cancelled or done.
     *
     * @throws IOException or any unchecked exception to be tried again later
     */
    public void run(UUID id) throws IOException {
        var run = doors.jdbi().withHandle(handle -> runs.get(handle, id));
        if (run.state() != CheckRun.State.RUNNING) {
            return;
        }
        var version =
                doors.jdbi().withHandle(handle -> doors.policies().version(handle, CheckDesk.POLICY, run.policy()));
        var policy = CheckPolicy.parse(version.content());
        var tally = new Tally(run.stage(), policy, doors.words());
        tally.restore(doors.jdbi().withHandle(handle -> runs.tally(handle, id)));
        if (lookAtRecords(run, policy, tally)) {
            finish(run, version, policy, tally);
        }
    }

    /** {@return false when it was paused or cancelled meanwhile} */
    private boolean lookAtRecords(CheckRun run, CheckPolicy policy, Tally tally) {
        var rules = policy.rules(run.stage()).stream()
                .filter(rule -> rule.level() == Level.RECORD)
                .toList();
        var after = run.after();
        var done = run.done();
        while (true) {
            var next = next(run, after);
            for (var item : next) {
                look(item, rules, policy, tally);
            }
            if (!next.isEmpty()) {
                after = next.getLast().referenceCode().text();
                done += next.size();
            }
            var last = after;
            var all = done;
            var goesOn = doors.jdbi()
                    .inTransaction(transaction -> runs.advance(transaction, run.id(), all, last, tally.json()));
            if (!goesOn || next.isEmpty()) {
                return goesOn;
            }
        }
    }

    private List<Item> next(CheckRun run, String after) {
        return doors.jdbi().withHandle(handle -> {
            var ids = runs.next(handle, run.target(), after, STEP);
            Map<UUID, Item> all = catalogue.all(handle, ids);
            return ids.stream()
                    .map(all::get)
                    .flatMap(item -> Optional.ofNullable(item).stream())
                    .toList();
        });
    }

    private void look(Item item, List<Rule> rules, CheckPolicy policy, Tally tally) {
        var found = facts.filed(item, rules, policy);
        for (var rule : rules) {
            tally.add(
                    rule,
                    item,
                    Optional.ofNullable(RecordChecks.ALL.get(rule))
                            .orElseThrow()
                            .look(found, policy));
        }
        tally.seen(found.files().values().stream()
                .mapToLong(file -> file.fixity().size())
                .sum());
    }

    private void finish(CheckRun run, Policy version, CheckPolicy policy, Tally tally) {
        var rules = policy.rules(run.stage());
        if (run.target().kind() != Target.Kind.ITEM) {
            rules.stream()
                    .filter(rule -> rule.level() == Level.HOUSE)
                    .forEach(rule -> tally.add(rule, run.title(), house.look(rule, policy)));
            doors.jdbi()
                    .useHandle(handle -> rules.stream()
                            .filter(rule -> rule.level() == Level.WHOLE)
                            .forEach(rule -> tally.add(rule, run.title(), whole.look(handle, rule, run, tally))));
        }
        doors.jdbi().useTransaction(transaction -> report(transaction, run, version, tally));
    }

    /** Nothing is written when it was paused or cancelled, or another node was faster. */
    private void report(Handle transaction, CheckRun run, Policy version, Tally tally) {
        if (!runs.isRunning(transaction, run.id())) {
            return;
        }
        var report = writer.write(
                transaction,
                new ReportWriter.About(
                        run.stage(),
                        run.target(),
                        run.title(),
                        run.declared(),
                        run.retestOf().map(id -> reports.get(transaction, id)),
                        run.orderedAt(),
                        clock.instant(),
                        run.orderedBy()),
                version,
                tally);
        runs.end(transaction, run.id(), report.id());
        doors.audit()
                .record(
                        transaction,
                        Actor.SYSTEM,
                        AuditAction.CHECK_REPORTED,
                        Subject.of("check-report", report.id()),
                        Map.of(
                                "number",
                                report.number(),
                                "verdict",
                                report.verdict().name()));
    }
}

package lantai.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.ArchiveException;
import lantai.problem.Refused;
import lantai.storage.Location;
import org.jdbi.v3.core.Jdbi;

/**
 * Backs the archive up when it is ordered or due, and remembers what became of it. A backup that failed is tried again after an hour.
 */
public final class BackupDesk {
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int TOLD_EVERY = 100;

    private final Path data;
    private final Jdbi jdbi;
    private final Location store;
    private final BackupPlan plan;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final BackupRuns runs;

    /**
     * @param store where the objects are read
     */
    public BackupDesk(Path data, Jdbi jdbi, Location store, BackupPlan plan, AuditTrail audit, InstantSource clock) {
        this.data = data;
        this.jdbi = jdbi;
        this.store = store;
        this.plan = plan;
        this.audit = audit;
        this.clock = clock;
        this.runs = new BackupRuns(jdbi, clock);
    }

    /** {@return where and how often} */
    public BackupPlan plan() {
        return plan;
    }

    /** {@return the backups that were ordered} */
    public BackupRuns runs() {
        return runs;
    }

    /**
     * Orders a backup, unless one is waiting.
     *
     * @return the one that is to come
     * @throws Refused when no place is set
     */
    public BackupRun order(Actor by) {
        var place = plan.place().orElseThrow(() -> new Refused(BackupProblem.NO_PLACE));
        var run = runs.order(place, by.name());
        jdbi.useTransaction(transaction -> audit.record(
                transaction,
                by,
                AuditAction.BACKUP_ORDERED,
                new Subject("backup", run.id().toString()),
                Map.of("place", place)));
        return run;
    }

    /**
     * Whether the newest backup is older than it should be: by half of the time between two, and an hour.
     *
     * @return false while no place is set, or backups are made by hand alone
     */
    public boolean isLate() {
        return plan.place().isPresent()
                && !plan.every().isZero()
                && runs.newestGood()
                        .flatMap(BackupRun::point)
                        .map(point -> point.plus(plan.every().multipliedBy(3).dividedBy(2))
                                .plus(AGAIN))
                        .map(latest -> clock.instant().isAfter(latest))
                        .orElse(true);
    }

    /** Makes the backup that waits or is due, if there is one; {@return how many were made} */
    public int work() throws IOException {
        var next = runs.waiting().or(this::due);
        if (next.isEmpty()) {
            return 0;
        }
        make(next.get(), _ -> {});
        return 1;
    }

    /**
     * Makes a backup at once.
     *
     * @param by whose deed it is
     * @param told hears how many objects are copied
     * @throws Refused when no place is set, or another backup is under way
     */
    public Backup.Report make(String by, LongConsumer told) throws IOException {
        return make(runs.start(plan.place().orElseThrow(() -> new Refused(BackupProblem.NO_PLACE)), by), told);
    }

    private Optional<BackupRun> due() {
        if (plan.place().isEmpty() || plan.every().isZero() || !isDue(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(runs.order(plan.place().get(), "clock"));
    }

    private boolean isDue(Instant now) {
        var newest = runs.newest(1).stream().findFirst();
        var wait = newest.filter(run -> !run.good()).isPresent() ? AGAIN : plan.every();
        return newest.map(run -> !run.orderedAt().plus(wait).isAfter(now)).orElse(true);
    }

    private Backup.Report make(BackupRun run, LongConsumer told) throws IOException {
        runs.begin(run.id());
        try (var place = BackupPlace.forWriting(plan.keys(), run.place(), data)) {
            var report = new Backup(data, jdbi, store, place.location()).run(plan.keep(), objects -> {
                if (objects % TOLD_EVERY == 0) {
                    runs.progress(run.id(), objects);
                }
                told.accept(objects);
            });
            runs.done(run.id(), report);
            return report;
        } catch (IOException | UncheckedIOException | ArchiveException failure) {
            runs.failed(run.id(), failure.toString());
            throw failure;
        }
    }
}

package lantai.web;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lantai.audit.AuditChain;
import lantai.audit.HeadMaker;
import lantai.backup.BackupDesk;
import lantai.disposal.ReturnedKeys;
import lantai.hold.WormLocks;
import lantai.ingest.derive.PicturePruning;
import lantai.ingest.filing.Leftovers;
import lantai.ingest.filing.OlderOrigins;
import lantai.ingest.index.IndexFeeder;
import lantai.ingest.intake.WatchedFolder;
import lantai.ingest.job.JobHandler;
import lantai.ingest.job.JobKind;
import lantai.ingest.job.JobRunner;
import lantai.ingest.job.Priority;
import lantai.ingest.privacy.NewNames;
import lantai.journal.RegisterJournal;

/**
 * The work that goes on by itself on one node: jobs, index, privacy, audit chain, journal, watched folder, forgotten orders. A chore that
 * fails is logged once for each failure and tried again at its next turn.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());

    private static final int CLEARED_AT_ONCE = 500;
    private static final int ENTRIES_AT_ONCE = 100;
    private static final int MENDED_AT_ONCE = 50;
    private static final int LOCKED_AT_ONCE = 200;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
    private final JobRunner jobs;
    private final RegisterJournal journal;

    Housekeeping(
            Doors doors,
            HeadMaker heads,
            Disposal disposal,
            Transfers transfers,
            BackupDesk backups,
            Settings settings) {
        var jdbi = doors.database.jdbi();
        var handlers = new EnumMap<JobKind, JobHandler>(doors.handlers);
        handlers.put(JobKind.DESTROY_LIST, disposal.work::run);
        handlers.put(JobKind.CLEAR_SEALED, disposal.sealed::run);
        handlers.put(JobKind.PACK_TRANSFER, transfers.work::run);
        handlers.put(JobKind.CHECK_RUN, transfers::check);
        jobs = new JobRunner(doors.database.dataSource(), handlers, settings.jobThreads());
        var feeder = new IndexFeeder(jdbi, doors.items, doors.persons, doors.texts, doors.search);
        var chain = new AuditChain(jdbi);
        journal = new RegisterJournal(
                jdbi, doors.store, settings.data().resolve("temporary"), doors.clock, settings.journal());
        journal.begin();
        var watched = new WatchedFolder(settings.watchedFolder(), jdbi, doors.batches, doors.intake);
        every(250, "feeding the index", () -> untilIdle(feeder::feed));
        every(AuditChain.TURN.toMillis(), "linking the audit trail", () -> untilIdle(chain::link));
        every(1_000, "exporting heads of the audit trail", () -> untilIdle(heads::exportIfDue));
        every(1_000, "writing the journal of the registers", () -> untilIdle(journal::write));
        every(1_000, "looking into the watched folder", watched::look);
        var names = new NewNames(jdbi, doors.policies, doors.persons, doors.items, doors.search);
        every(2_000, "seeking new persons in impersonal records", names::seek);
        every(5_000, "judging what is personal", () -> untilIdle(doors.privacy::judgeFiled));
        var origins = new OlderOrigins(
                jdbi,
                doors.items,
                doors.texts,
                doors.documents,
                doors.files,
                (transaction, item) -> doors.jobs.order(transaction, JobKind.DESCRIBE_ITEM, item, Priority.BULK));
        every(5_000, "telling how older records came to be", () -> untilIdle(origins::tell));
        var leftovers = new Leftovers(jdbi, doors.staging, doors.store, doors.work, doors.clock);
        var pruning =
                new PicturePruning(settings.data().resolve("derivatives"), settings.derivativeBytes(), doors.clock);
        every(settings.clearing().toMillis(), "clearing what is filed", () -> leftovers.clear(CLEARED_AT_ONCE));
        every(settings.clearing().toMillis(), "pruning page pictures", pruning::prune);
        var entries = doors.catalogues.objects();
        every(1_000, "writing the objects of entries", () -> untilIdle(() -> entries.write(ENTRIES_AT_ONCE)));
        var catalogues = doors.catalogues.desk();
        every(3_600_000, "giving up imports that nobody has touched", catalogues::expire);
        every(1_000, "putting speech into words", () -> untilIdle(doors.transcripts::next));
        every(60_000, "taking in what was stored before", () -> doors.scrubber.takeIn());
        every(60_000, "closing what was opened", doors.store::sweepOpened);
        every(86_400_000, "destroying keys that came back", new ReturnedKeys(jdbi, doors.store.keys())::shred);
        every(10_000, "making copies whole", () -> doors.scrubber.mendBroken(MENDED_AT_ONCE));
        if (settings.store().worm()) {
            var locks = new WormLocks(jdbi, doors.store, doors.clock, Doors.ZONE);
            every(5_000, "locking what is filed", () -> locks.lock(LOCKED_AT_ONCE));
        }
        every(2_000, "reading everything that is stored", () -> scrub(doors));
        every(3_000, "backing up", backups::work);
        every(30_000, "ordering forgotten jobs", () -> jdbi.inTransaction(doors.jobs::orderForgotten));
        jobs.start();
    }

    @Override
    public void close() {
        jobs.close();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a chore did not stop in time");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        run("writing the last of the journal", journal::flush);
    }

    private void every(long millis, String name, Chore chore) {
        var _ = threads.scheduleWithFixedDelay(
                () -> run(name, chore), Math.min(millis, 2_000), millis, TimeUnit.MILLISECONDS);
    }

    // A chore that throws would never be run again by the executor, whatever it throws.
    @SuppressWarnings("IllegalCatch")
    private static void run(String name, Chore chore) {
        try {
            chore.run();
        } catch (Exception failure) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.log(Level.WARNING, "failed: " + name, failure);
            }
        }
    }

    private static int scrub(Doors doors) throws IOException {
        var due = doors.scrubber.due();
        if (due.isEmpty()) {
            return 0;
        }
        return doors.scrubs.alone(due.get().name(), () -> doors.scrubber.run(due.get())) ? 1 : 0;
    }

    private static int untilIdle(Chore chore) throws Exception {
        var all = 0;
        for (var done = chore.run(); done > 0 && !Thread.currentThread().isInterrupted(); done = chore.run()) {
            all += done;
        }
        return all;
    }

    private interface Chore {
        int run() throws Exception;
    }
}

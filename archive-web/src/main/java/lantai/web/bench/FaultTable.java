package lantai.web.bench;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lantai.fault.FaultPoint;
import lantai.fault.FaultPoint.Effect;
import lantai.fault.FaultPoint.Side;
import lantai.fault.Faults;
import lantai.web.bench.InvariantChecker.Promise;
import lantai.web.remote.Remote;

/**
 * Breaks an archive at every fault point, before and after it, in every way, each time while files are on their way from delivery
 * to being found, and lets the {@link InvariantChecker} judge after each. A step that hangs is ended by a kill, as an operator would.
 */
public final class FaultTable {
    /** Files on their way in each trial. */
    public static final int FILES = 6;

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final String CLEARING_SECONDS = "1";
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long HANGING = TimeUnit.SECONDS.toNanos(1);
    private static final double NANOS = 1e9;

    private final Path distribution;
    private final Path folder;
    private final Path orders;

    /**
     * Trials to come.
     *
     * @param distribution what the build has put together
     * @param folder where papers and the data folder are made
     */
    public FaultTable(Path distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
        this.orders = folder.resolve("orders");
    }

    /** One way to break it. */
    public record Trial(FaultPoint point, Side side, Effect effect) {
        /** {@return every way there is} */
        public static List<Trial> all() {
            return Arrays.stream(FaultPoint.values())
                    .flatMap(point -> Arrays.stream(Side.values())
                            .flatMap(side ->
                                    Arrays.stream(Effect.values()).map(effect -> new Trial(point, side, effect))))
                    .toList();
        }

        @Override
        public String toString() {
            return point + "-" + side + "-" + effect;
        }
    }

    /**
     * What came out of one trial.
     *
     * @param trial which
     * @param struck whether the fault happened at all
     * @param acknowledged files of this trial that the clients were told are safe
     * @param lost of those of all trials so far, how many are not there
     * @param corrupt files of this trial that were served with other bytes
     * @param orphans objects that belong to nothing
     * @param othersServed whether the archive answered others while a step hung; true where none did
     * @param recoverySeconds from the fault, or from the kill that ended a hanging step, to the next answer
     * @param broken every promise that does not hold
     */
    public record Row(
            Trial trial,
            boolean struck,
            int acknowledged,
            long lost,
            long corrupt,
            long orphans,
            boolean othersServed,
            double recoverySeconds,
            List<String> broken) {
        /** {@return whether it happened and nothing was broken by it} */
        public boolean isSound() {
            return struck && corrupt == 0 && othersServed && broken.isEmpty();
        }
    }

    /**
     * Does the trials in one archive, one after the other.
     *
     * @param told hears of each
     * @throws IllegalStateException when the archive does not come back or does not finish its work
     */
    public List<Row> run(List<Trial> trials, Consumer<Row> told)
            throws IOException, InterruptedException, SQLException {
        var papers = new FaultPapers(folder.resolve("files"), FILES);
        Files.createDirectories(orders);
        var environment = Map.of("LANTAI_CLEARING_SECONDS", CLEARING_SECONDS, Faults.FOLDER, orders.toString());
        try (var archive = OwnArchive.start(distribution, folder.resolve("data"), environment);
                var remote = new Remote(
                        archive.address(),
                        Clerk.of(archive, InstantSource.system()).token(),
                        ANSWER)) {
            List<Row> rows = new ArrayList<>();
            for (var trial : trials) {
                var session = new FaultSession(archive, remote, trial.toString());
                rows.add(new Session(archive, remote, session).row(trial, papers.of(rows.size() + 1)));
                told.accept(rows.getLast());
            }
            return rows;
        }
    }

    /** When it was struck and how it went on. */
    private record Strike(boolean struck, boolean othersServed, double recoverySeconds) {}

    private final class Session {
        private final OwnArchive archive;
        private final Remote remote;
        private final FaultSession session;

        private Session(OwnArchive archive, Remote remote, FaultSession session) {
            this.archive = archive;
            this.remote = remote;
            this.session = session;
        }

        private Row row(Trial trial, List<Path> files) throws IOException, InterruptedException, SQLException {
            var taken = Faults.order(orders, trial.point(), trial.side(), trial.effect());
            var under = new AtomicBoolean(true);
            try (var watching = Executors.newSingleThreadExecutor()) {
                var strike = watching.submit(watch(trial, taken, under));
                try {
                    session.run(trial.toString(), files, _ -> {});
                } finally {
                    under.set(false);
                }
                var seen = strike.get();
                var findings = session.judge();
                return new Row(
                        trial,
                        seen.struck(),
                        session.acknowledged().size(),
                        count(findings, Promise.KEPT),
                        servedWrong(trial.toString()) + count(findings, Promise.UNALTERED),
                        count(findings, Promise.OWNED),
                        seen.othersServed(),
                        Math.round(seen.recoverySeconds() * 10) / 10.0,
                        findings.stream().map(InvariantChecker.Finding::what).toList());
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure);
            } finally {
                Files.deleteIfExists(taken);
                Files.deleteIfExists(orders.resolve(trial.point() + "-" + trial.side()));
            }
        }

        private static long count(List<InvariantChecker.Finding> findings, Promise promise) {
            return findings.stream()
                    .filter(finding -> finding.promise() == promise)
                    .count();
        }

        private Callable<Strike> watch(Trial trial, Path taken, AtomicBoolean under) {
            return () -> {
                while (!Files.exists(taken)) {
                    if (!under.get()) {
                        return new Strike(false, true, 0);
                    }
                    LockSupport.parkNanos(GLANCE);
                }
                var others = true;
                if (trial.effect() == Effect.HANG) {
                    var hangs = System.nanoTime();
                    others = answers();
                    LockSupport.parkNanos(Math.max(0, HANGING - (System.nanoTime() - hangs)));
                    archive.server().ifPresent(ProcessHandle::destroyForcibly);
                }
                var start = System.nanoTime();
                while (!answers()) {
                    LockSupport.parkNanos(GLANCE);
                }
                return new Strike(true, others, (System.nanoTime() - start) / NANOS);
            };
        }

        private boolean answers() throws InterruptedException {
            try {
                remote.get("review/queue?size=1");
                return true;
            } catch (IOException notNow) {
                return false;
            }
        }

        /** {@return how many files of a trial are handed out with other bytes than came in} */
        private long servedWrong(String trial) throws SQLException, IOException, InterruptedException {
            record Served(String item, int ordinal, String sha256) {}
            List<Served> all = new ArrayList<>();
            try (var database = session.connection();
                    var query = database.prepareStatement("""
                            select distinct c.item_id, c.ordinal, f.sha256 from received_file f
                            join document_page p on p.file_id = f.id
                            join component c on c.item_id = p.document_id and c.sha256 = f.sha256
                            where starts_with(f.path, ?)
                            """)) {
                query.setString(1, trial + "/");
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        all.add(new Served(rows.getString(1), rows.getInt(2), rows.getString(3)));
                    }
                }
            }
            if (all.size() != session.acknowledged().size()) {
                throw new IllegalStateException(trial + ": " + all.size() + " of "
                        + session.acknowledged().size() + " files can be asked for");
            }
            var wrong = 0;
            for (var one : all) {
                var file = folder.resolve("served");
                Persistent.ask(() -> {
                    remote.download(
                            "items/" + one.item() + "/components/" + one.ordinal() + "?reason=%E6%A0%B7%E4%BE%8B",
                            file);
                    return NullNode.getInstance();
                });
                if (!InvariantChecker.digest("SHA-256", file).equals(one.sha256())) {
                    wrong++;
                }
                Files.delete(file);
            }
            return wrong;
        }
    }

    /** {@return the table by fault point, as it is printed} */
    public static List<Map<String, Object>> byPoint(List<Row> rows) {
        return Stream.of(FaultPoint.values())
                .map(point -> rows.stream()
                        .filter(row -> row.trial().point() == point)
                        .toList())
                .filter(some -> !some.isEmpty())
                .map(some -> Map.<String, Object>of(
                        "point",
                        some.getFirst().trial().point().toString(),
                        "runs",
                        some.stream().filter(Row::struck).count(),
                        "acknowledged",
                        some.stream().mapToInt(Row::acknowledged).sum(),
                        "lost",
                        some.stream().mapToLong(Row::lost).sum(),
                        "corruptServed",
                        some.stream().mapToLong(Row::corrupt).sum(),
                        "orphans",
                        some.stream().mapToLong(Row::orphans).sum(),
                        "recoverySeconds",
                        some.stream().mapToDouble(Row::recoverySeconds).max().orElse(0)))
                .toList();
    }
}

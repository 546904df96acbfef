package lantai.web.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lantai.web.bench.Killer.Victim;
import lantai.web.remote.Remote;

/**
 * Kills server, readers and database without warning while files come in, are read, reviewed, filed and cleared away, and
 * lets the {@link InvariantChecker} judge after each round. In every other round part of the bytes are those of the round
 * before, so that what is being cleared away comes in again.
 */
public final class FaultRounds {
    /** Files of one round. */
    public static final int FILES = 300;

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final String CLEARING_SECONDS = "2";
    private static final int ACCEPTING_MILLIS = 2_000;
    private static final int FILING_MILLIS = 3_000;

    private final Path distribution;
    private final Path folder;
    private final long seed;
    private final Random random;

    /**
     * Rounds to come.
     *
     * @param distribution what the build has put together
     * @param folder where papers and the data folder are made
     * @param seed decides when and whom to kill
     */
    public FaultRounds(Path distribution, Path folder, long seed) {
        this.distribution = distribution;
        this.folder = folder;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /**
     * What came out of one round.
     *
     * @param acknowledged files that the clients were told are safe, of all rounds so far
     * @param killed how many of each were killed, of all rounds so far
     * @param broken promises that do not hold; empty when all is well
     */
    public record Round(
            int round, long seed, double seconds, int acknowledged, Map<String, Integer> killed, List<String> broken) {}

    /**
     * Does the rounds in one archive, one after the other, up to the first that breaks a promise.
     *
     * @param told hears of each round
     * @throws IllegalStateException when the archive does not come back or does not finish its work
     */
    public List<Round> run(int rounds, Consumer<Round> told) throws IOException, InterruptedException, SQLException {
        var papers = new FaultPapers(folder.resolve("files"), FILES);
        var environment = Map.of("LANTAI_CLEARING_SECONDS", CLEARING_SECONDS);
        try (var archive = OwnArchive.start(distribution, folder.resolve("data"), environment);
                var remote = new Remote(
                        archive.address(),
                        Clerk.of(archive, InstantSource.system()).token(),
                        ANSWER)) {
            var session = new FaultSession(archive, remote, "seed " + seed);
            var killer = new Killer(archive, random);
            List<Round> done = new ArrayList<>();
            for (var number = 1; number <= rounds; number++) {
                var start = System.nanoTime();
                session.run("round" + number, papers.of(number), new Killing(killer));
                var broken = session.judge().stream()
                        .map(InvariantChecker.Finding::what)
                        .toList();
                Map<String, Integer> killed = new HashMap<>();
                killer.kills().forEach((victim, kills) -> killed.put(victim.name(), kills));
                var seconds = (System.nanoTime() - start) / 1e9;
                done.add(new Round(number, seed, seconds, session.acknowledged().size(), killed, broken));
                told.accept(done.getLast());
                if (!broken.isEmpty()) {
                    break;
                }
            }
            return done;
        }
    }

    /** Kills whom and when the seed says. */
    private record Killing(Killer killer) implements FaultSession.Disturbance {
        @Override
        public void whileDelivering(BooleanSupplier working) {
            killer.rage(working);
        }

        @Override
        public void whileAccepting() {
            killer.strikeWithin(ACCEPTING_MILLIS);
        }

        @Override
        public void whileFiling() {
            killer.strikeWithin(FILING_MILLIS);
            killer.kill(Victim.READER);
        }
    }
}

package lantai.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import lantai.ingest.sample.SampleArchive;
import lantai.web.bench.Killer.Victim;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;

/**
 * Kills server, readers and database without warning while files come in, are read, reviewed, filed and cleared away, and
 * lets the {@link InvariantChecker} judge after each round. In every other round part of the bytes are those of the round
 * before, so that what is being cleared away comes in again.
 */
public final class FaultRounds {
    /** Files of one round. */
    public static final int FILES = 300;

    private static final int BYTES = 20_000;
    private static final int CLIENTS = 3;
    private static final int REPEATED = 5;
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String CLEARING_SECONDS = "2";

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
        SampleArchive.textPdfs(folder.resolve("papers"), FILES, BYTES);
        var environment = Map.of("LANTAI_CLEARING_SECONDS", CLEARING_SECONDS);
        try (var archive = OwnArchive.start(distribution, folder.resolve("data"), environment);
                var remote = new Remote(
                        archive.address(),
                        Clerk.of(archive, InstantSource.system()).token(),
                        ANSWER)) {
            var session = new Session(archive, remote, new Killer(archive, random));
            List<Round> done = new ArrayList<>();
            for (var number = 1; number <= rounds; number++) {
                var round = session.round(number);
                done.add(round);
                told.accept(round);
                if (!round.broken().isEmpty()) {
                    break;
                }
            }
            return done;
        }
    }

    /** The papers of a round: most of them new, some with the bytes they had the round before. */
    private List<Path> papers(Path target, int round) throws IOException {
        List<Path> papers;
        try (var walk = Files.walk(folder.resolve("papers"))) {
            papers = walk.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
        List<Path> made = new ArrayList<>();
        Files.createDirectories(target);
        for (var index = 0; index < papers.size(); index++) {
            var copy = Files.copy(papers.get(index), target.resolve("%03d.pdf".formatted(index)));
            var marked = index % REPEATED == 0 ? round / 2 : round;
            Files.writeString(
                    copy,
                    "%% round " + marked + (index % REPEATED == 0 ? " again\n" : "\n"),
                    StandardOpenOption.APPEND);
            made.add(copy);
        }
        return made;
    }

    /** One archive with its client. */
    private final class Session {
        private final OwnArchive archive;
        private final Remote remote;
        private final Killer killer;
        private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

        private Session(OwnArchive archive, Remote remote, Killer killer) {
            this.archive = archive;
            this.remote = remote;
            this.killer = killer;
        }

        private Round round(int number) throws IOException, InterruptedException, SQLException {
            var start = System.nanoTime();
            var files = papers(folder.resolve("round" + number), number);
            deliverWhileKilling(files, "round" + number);
            await("all files are settled", () -> unsettled() == 0);
            fileWhileKilling();
            await("everything is filed", () -> count("select count(*) from document where state <> 'FILED'") == 0);
            await("everything is found", () -> found() == count("select count(*) from item"));
            await("what is filed is cleared away", () -> stagedFiles() == 0);
            try (var database = connection()) {
                var broken = new InvariantChecker(database, archive.data()).check(acknowledged);
                Map<String, Integer> killed = new HashMap<>();
                killer.kills().forEach((victim, kills) -> killed.put(victim.name(), kills));
                var seconds = (System.nanoTime() - start) / 1e9;
                return new Round(number, seed, seconds, acknowledged.size(), killed, broken);
            }
        }

        private void deliverWhileKilling(List<Path> files, String round) throws IOException, InterruptedException {
            var batch = Persistent.ask(() -> remote.post("batches", Map.of("title", round), round))
                    .path("id")
                    .asText();
            var delivering = new AtomicBoolean(true);
            try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
                var killing = threads.submit(() -> {
                    killer.rage(() -> delivering.get() || unsettled() > 0);
                    return true;
                });
                all(threads.invokeAll(parts(files).stream()
                        .map(part -> (java.util.concurrent.Callable<Boolean>) () -> deliver(part, round, batch))
                        .toList()));
                delivering.set(false);
                all(List.of(killing));
            }
        }

        private boolean deliver(List<Path> files, String round, String batch) throws IOException, InterruptedException {
            for (var file : files) {
                var path = round + "/" + file.getFileName();
                var sha256 = InvariantChecker.digest("SHA-256", file);
                var receipt = Persistent.ask(() -> remote.put("batches/" + batch + "/files/" + encoded(path), file));
                if (!receipt.path("sha256").asText().equals(sha256)) {
                    throw new IllegalStateException("acknowledged other bytes: " + path);
                }
                acknowledged.put(path, sha256);
            }
            return true;
        }

        private void fileWhileKilling() throws IOException, InterruptedException {
            var queue = Persistent.ask(() -> remote.get("review/queue?size=500"));
            List<String> ids = new ArrayList<>();
            queue.path("ids").forEach(id -> ids.add(id.asText()));
            try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
                var killing = threads.submit(() -> {
                    killer.strikeWithin(2_000);
                    return true;
                });
                all(threads.invokeAll(parts(ids).stream()
                        .map(part -> (java.util.concurrent.Callable<Boolean>) () -> accept(part))
                        .toList()));
                all(List.of(killing));
            }
            Persistent.ask(() -> remote.post("review/file", Map.of()));
            killer.strikeWithin(3_000);
            killer.kill(Victim.READER);
        }

        private boolean accept(List<String> ids) throws IOException, InterruptedException {
            for (var id : ids) {
                var path = "review/documents/" + id;
                var document = Persistent.ask(() -> remote.get(path));
                var deed = Map.of(
                        "version", document.path("version").asInt(),
                        "ordinal", 0,
                        "fields", corrections(document));
                Persistent.askOrDone(() -> remote.post(path + "/accept", deed));
            }
            return true;
        }

        private int unsettled() {
            return count(
                    "select count(*) from received_file where step not in ('PROPOSED', 'QUARANTINED', 'SEALED', 'CANCELLED')");
        }

        private int found() {
            try {
                return remote.get("search?q=").path("total").asInt(-1);
            } catch (IOException notYet) {
                return -1;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }

        private long stagedFiles() {
            try (var walk = Files.walk(archive.data().resolve("staging/contents"))) {
                return walk.filter(Files::isRegularFile).count();
            } catch (IOException | java.io.UncheckedIOException beingCleared) {
                return -1;
            }
        }

        /** {@return the number, or -1 while the database is down} */
        private int count(String sql) {
            try (var database = connection();
                    var statement = database.createStatement();
                    var rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException | IOException down) {
                return -1;
            }
        }

        private Connection connection() throws SQLException, IOException {
            var settings = RunningArchive.find(archive.data()).database(Map.of());
            return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        }

        private void await(String what, java.util.function.BooleanSupplier condition) {
            archive.await(what + ", seed " + seed, condition, LONGEST);
        }
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (var part = 0; part < CLIENTS; part++) {
            parts.add(all.subList(all.size() * part / CLIENTS, all.size() * (part + 1) / CLIENTS));
        }
        return parts;
    }

    private static void all(List<Future<Boolean>> running) throws InterruptedException, IOException {
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof IOException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failure);
            }
        }
    }

    /** The required fields that the proposals left empty. */
    private static Map<String, String> corrections(JsonNode document) {
        Map<String, String> fields =
                new HashMap<>(Map.of("category", "WS", "title", "样例", "year", "2026", "retention", "D10"));
        document.path("fields").forEach(field -> {
            if (!field.path("value").asText().isEmpty()) {
                fields.remove(field.path("code").asText());
            }
        });
        return fields;
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}

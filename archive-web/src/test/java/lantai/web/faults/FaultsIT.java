package lantai.web.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import lantai.account.AccountRegister;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.account.SignInDesk;
import lantai.account.SignInSettings;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.DatabaseSettings;
import lantai.ingest.sample.SampleArchive;
import lantai.web.LantaiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills server, readers and database without warning while files come in, and lets the {@link InvariantChecker} judge.
 * {@code -Dlantai.rounds=20} for more rounds, {@code -Dseed=} to repeat one.
 */
class FaultsIT {
    private static final int FILES = 300;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    private Path folder;

    private LantaiServer archive;
    private String token;

    @Test
    void nothingAcknowledgedIsLostWhateverIsKilled() throws Exception {
        archive = LantaiServer.start(folder.resolve("data"));
        try {
            token = token();
            Map<String, String> acknowledged = new ConcurrentHashMap<>();
            for (var round = 1; round <= Integer.getInteger("lantai.rounds", 3); round++) {
                var papers = folder.resolve("round" + round);
                SampleArchive.textPdfs(papers, FILES, 20_000);
                deliverWhileKilling(papers, "round" + round, acknowledged);
                await("all files are settled", () -> unsettled() == 0);
                fileEverythingWhileKilling();
                await("everything is filed", () -> count("select count(*) from document where state <> 'FILED'") == 0);
                await("everything is found", () -> found() == count("select count(*) from item"));
                try (var database = connection()) {
                    assertThat(new InvariantChecker(database, archive.data()).check(acknowledged))
                            .as("round " + round + ", seed " + seed)
                            .isEmpty();
                }
            }
            assertThat(acknowledged).hasSize(FILES * Integer.getInteger("lantai.rounds", 3));
        } finally {
            archive.close();
        }
    }

    private void deliverWhileKilling(Path papers, String round, Map<String, String> acknowledged) throws Exception {
        List<Path> files;
        try (var walk = Files.walk(papers)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".pdf"))
                    .toList();
        }
        assertThat(files).hasSize(FILES);
        var batch = retried(() -> post("api/v1/batches", "{\"title\":\"" + round + "\"}", round))
                .path("id")
                .asText();
        var delivering = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var killer = threads.submit(() -> {
                for (var victim : shuffled(List.of(Victim.SERVER, Victim.READER, Victim.DATABASE, Victim.READER))) {
                    pause(1_000 + random.nextInt(3_000));
                    if (delivering.get() || unsettled() > 0) {
                        kill(victim);
                    }
                }
                return true;
            });
            var halves = List.of(files.subList(0, FILES / 2), files.subList(FILES / 2, FILES)).stream()
                    .map(half -> threads.submit(() -> deliver(half, papers, round, batch, acknowledged)))
                    .toList();
            for (var half : halves) {
                half.get();
            }
            delivering.set(false);
            killer.get();
        }
    }

    private boolean deliver(List<Path> files, Path papers, String round, String batch, Map<String, String> acknowledged)
            throws Exception {
        for (var file : files) {
            var path = round + "/" + papers.relativize(file);
            var sha256 = InvariantChecker.digest("SHA-256", file);
            var receipt = retried(() -> send(request("api/v1/batches/" + batch + "/files/" + encoded(path))
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofFile(file))
                    .build()));
            assertThat(receipt.path("sha256").asText()).isEqualTo(sha256);
            acknowledged.put(path, sha256);
        }
        return true;
    }

    private void fileEverythingWhileKilling() throws Exception {
        var queue =
                retried(() -> send(request("api/v1/review/queue?size=500").GET().build()));
        var last = queue.path("ids").size();
        var at = 0;
        for (var id : queue.path("ids")) {
            var path = "api/v1/review/documents/" + id.asText();
            var document = retried(() -> send(request(path).GET().build()));
            var body = "{\"version\":" + document.path("version").asInt() + ",\"fields\":" + corrections(document)
                    + ",\"ordinal\":0}";
            retriedOrDone(() -> post(path + "/accept", body, ""));
            if (++at == last / 2) {
                kill(Victim.SERVER);
            }
        }
        retried(() -> post("api/v1/review/file", "{}", ""));
        pause(random.nextInt(2_000));
        kill(random.nextBoolean() ? Victim.SERVER : Victim.DATABASE);
    }

    /** The required fields that the proposals left empty. */
    private static String corrections(JsonNode document) throws IOException {
        Map<String, String> fields =
                new HashMap<>(Map.of("category", "WS", "title", "样例", "year", "2026", "retention", "D10"));
        document.path("fields").forEach(field -> {
            if (!field.path("value").asText().isEmpty()) {
                fields.remove(field.path("code").asText());
            }
        });
        return JSON.writeValueAsString(fields);
    }

    private enum Victim {
        SERVER,
        READER,
        DATABASE
    }

    private void kill(Victim victim) {
        try {
            switch (victim) {
                case SERVER -> archive.server().destroyForcibly();
                case DATABASE -> archive.database().destroyForcibly();
                case READER ->
                    archive.server()
                            .descendants()
                            .filter(child -> child.info()
                                    .arguments()
                                    .map(arguments ->
                                            String.join(" ", arguments).contains("lantai.ingest.reader"))
                                    .orElse(false))
                            .findAny()
                            .ifPresent(ProcessHandle::destroyForcibly);
            }
        } catch (AssertionError alreadyGone) {
            // killed a moment ago and not yet back: the next kill finds it
            assertThat(alreadyGone).hasMessageContaining("no child");
        }
    }

    private List<Victim> shuffled(List<Victim> victims) {
        var order = new java.util.ArrayList<>(victims);
        java.util.Collections.shuffle(order, random);
        return order;
    }

    private int unsettled() {
        return count("select count(*) from received_file where step not in ('PROPOSED', 'QUARANTINED', 'CANCELLED')");
    }

    private int found() {
        try {
            return send(request("api/v1/search?q=").GET().build()).path("total").asInt(-1);
        } catch (IOException notYet) {
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
        var settings = settings();
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private DatabaseSettings settings() throws IOException {
        var port = Files.readAllLines(archive.data().resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readString(archive.data().resolve("keys/database.password"))
                .strip();
        return new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "lantai", password, 2);
    }

    private String token() throws IOException {
        try (var database = Database.open(settings())) {
            var audit = new AuditTrail(InstantSource.system());
            var account = new NewAccount(
                    "archivist",
                    "样例·档案员",
                    Optional.empty(),
                    Set.of(Role.ARCHIVIST),
                    Optional.empty(),
                    Optional.of("a-long-password"));
            var desk = new SignInDesk(database.jdbi(), audit, InstantSource.system(), SignInSettings.usual());
            return database.jdbi()
                    .inTransaction(transaction -> desk.issueToken(
                            transaction,
                            new AccountRegister(audit, InstantSource.system())
                                    .add(transaction, Actor.SYSTEM, account)
                                    .account(),
                            Duration.ofHours(2)));
        }
    }

    private JsonNode post(String path, String body, String key) throws IOException {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return send((key.isEmpty() ? request : request.header("Idempotency-Key", key)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(archive.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(ANSWER);
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 300) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** Asks until there is an answer: a client that was not acknowledged tries again. */
    private JsonNode retried(Asking asking) throws IOException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (true) {
            try {
                return asking.ask();
            } catch (IOException notAcknowledged) {
                if (System.nanoTime() > deadline) {
                    throw notAcknowledged;
                }
                pause(200);
            }
        }
    }

    /** The same for a deed that may have been done although its answer was lost: the archive refuses it then. */
    private void retriedOrDone(Asking asking) throws IOException {
        retried(() -> {
            try {
                return asking.ask();
            } catch (IOException failure) {
                if (String.valueOf(failure.getMessage()).startsWith("409")) {
                    return JSON.createObjectNode();
                }
                throw failure;
            }
        });
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        archive.await(what + ", seed " + seed, condition);
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private interface Asking {
        JsonNode ask() throws IOException;
    }
}

package lantai.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;

/**
 * One archive with clients that deliver files, accept what is proposed and file it, while somebody disturbs it; each asks again
 * until it is answered.
 */
final class FaultSession {
    private static final int CLIENTS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final OwnArchive archive;
    private final Remote remote;
    private final String label;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** @param label said when something is not reached, so that it can be repeated */
    FaultSession(OwnArchive archive, Remote remote, String label) {
        this.archive = archive;
        this.remote = remote;
        this.label = label;
    }

    /** Whoever disturbs. */
    interface Disturbance {
        /** While files come in and are read; ends when they have come. */
        void whileDelivering(BooleanSupplier working);

        /** While proposals are accepted. */
        default void whileAccepting() {}

        /** While records are written. */
        default void whileFiling() {}
    }

    /** {@return SHA-256 by path of every file that a client was told is safe} */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Brings files all the way from delivery to being found. */
    void run(String name, List<Path> files, Disturbance disturbance) throws IOException, InterruptedException {
        deliver(files, name, disturbance);
        await("all files are settled", () -> unsettled() == 0);
        accept(disturbance);
        await("everything is filed", () -> count("select count(*) from document where state <> 'FILED'") == 0);
        await("everything is found", () -> found() == count("select count(*) from item"));
        await("what is filed is cleared away", () -> stagedFiles() == 0);
    }

    /** {@return every promise that is broken} */
    List<InvariantChecker.Finding> judge() throws SQLException, IOException {
        try (var database = connection()) {
            return new InvariantChecker(database, archive.data()).findings(acknowledged);
        }
    }

    private void deliver(List<Path> files, String name, Disturbance disturbance)
            throws IOException, InterruptedException {
        var batch = Persistent.ask(() -> remote.post("batches", Map.of("title", name), name))
                .path("id")
                .asText();
        var delivering = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            var disturbing = threads.submit(() -> {
                disturbance.whileDelivering(() -> delivering.get() || unsettled() > 0);
                return true;
            });
            all(threads.invokeAll(parts(files).stream()
                    .map(part -> (Callable<Boolean>) () -> deliver(part, name, batch))
                    .toList()));
            delivering.set(false);
            all(List.of(disturbing));
        }
    }

    private boolean deliver(List<Path> files, String name, String batch) throws IOException, InterruptedException {
        for (var file : files) {
            var path = name + "/" + file.getFileName();
            var sha256 = InvariantChecker.digest("SHA-256", file);
            var receipt = Persistent.ask(() -> remote.put("batches/" + batch + "/files/" + encoded(path), file));
            if (!receipt.path("sha256").asText().equals(sha256)) {
                throw new IllegalStateException("acknowledged other bytes: " + path);
            }
            acknowledged.put(path, sha256);
        }
        return true;
    }

    private void accept(Disturbance disturbance) throws IOException, InterruptedException {
        var queue = Persistent.ask(() -> remote.get("review/queue?size=500"));
        List<String> ids = new ArrayList<>();
        queue.path("ids").forEach(id -> ids.add(id.asText()));
        try (var threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            var disturbing = threads.submit(() -> {
                disturbance.whileAccepting();
                return true;
            });
            all(threads.invokeAll(parts(ids).stream()
                    .map(part -> (Callable<Boolean>) () -> accept(part))
                    .toList()));
            all(List.of(disturbing));
        }
        Persistent.ask(() -> remote.post("review/file", Map.of()));
        disturbance.whileFiling();
    }

    private boolean accept(List<String> ids) throws IOException, InterruptedException {
        for (var id : ids) {
            var path = "review/documents/" + id;
            var document = Persistent.ask(() -> remote.get(path));
            var deed =
                    Map.of("version", document.path("version").asInt(), "ordinal", 0, "fields", corrections(document));
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

    /** {@return a connection of its own to the archive's database} */
    Connection connection() throws SQLException, IOException {
        var settings = RunningArchive.find(archive.data()).database(Map.of());
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            archive.await(what + ", " + label, condition, LONGEST);
        } catch (IllegalStateException late) {
            throw new IllegalStateException(what + ", " + label + ": " + state(), late);
        }
    }

    /** {@return how many documents and jobs stand where} */
    private String state() {
        try (var database = connection();
                var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select coalesce(string_agg(line, '; '), 'nothing') from (
                            select 'documents ' || state || ' ' || count(*) as line from document group by state
                            union all
                            select 'jobs ' || task_name || (case when picked then ' picked ' else ' waiting ' end) || count(*)
                                || ', failures ' || coalesce(max(consecutive_failures), 0)
                            from scheduled_tasks group by task_name, picked) told
                        """)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException | IOException down) {
            return down.toString();
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

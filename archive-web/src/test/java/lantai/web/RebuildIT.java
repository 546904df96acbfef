package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import lantai.web.bench.InvariantChecker;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator loses database and index, and gets the whole sample archive back with one command. */
class RebuildIT {
    @TempDir
    private Path folder;

    @Test
    void theSampleArchiveComesBackFromItsObjectsAndFromItsBackup() throws Exception {
        var data = folder.resolve("data");
        DemoSample.copyTo(data);
        var place = folder.resolve("backup");
        Map<String, String> before;
        try (var server = LantaiServer.start(data)) {
            before = found(server);
            var backup = Staff.command("backup", "--data", data.toString(), "--to", place.toString());
            assertThat(backup.code()).as(backup.output()).isZero();
        }
        assertThat(before).hasSizeGreaterThan(20);

        var refused = Staff.command("rebuild", "--data", data.toString());
        assertThat(refused.code()).as("a sound database is not touched").isEqualTo(2);
        assertThat(data.resolve("postgres/data")).isDirectory();
        delete(data.resolve("postgres/data"));
        delete(data.resolve("index"));
        var rebuilt = Staff.command("rebuild", "--data", data.toString());
        assertThat(rebuilt.code()).as(rebuilt.output()).isZero();
        var json = json(rebuilt.output());
        assertThat(json.path("items").asInt()).isEqualTo(before.size());
        assertThat(json.path("differences")).isEmpty();

        comesBack(place, data.resolve("keys"), before.size());

        try (var server = LantaiServer.start(data)) {
            server.await("the index is made again", () -> found(server).equals(before));
            assertThat(Staff.command("verify", "--data", data.toString()).code())
                    .isZero();
            var settings = RunningArchive.find(data).database(Map.of());
            try (var database =
                    java.sql.DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
                assertThat(new InvariantChecker(database, data).check(Map.of()))
                        .noneMatch(broken -> broken.startsWith("damaged") || broken.contains("audit"));
            }
            var fresh = Staff.command("password", "--data", data.toString(), "--user", "archivist");
            assertThat(fresh.code()).as(fresh.output()).isZero();
        }
    }

    private void comesBack(Path place, Path keys, int items) throws IOException {
        var restored = folder.resolve("restored");
        var strange = Staff.command(
                "restore", "--from", place.toString(), "--data", restored.toString(), "--keys", place.toString());
        assertThat(strange.code()).as("not without the keys").isEqualTo(2);
        assertThat(restored).doesNotExist();
        var drill = Staff.command(
                "restore",
                "--from",
                place.toString(),
                "--data",
                restored.toString(),
                "--keys",
                keys.toString(),
                "--verify");
        assertThat(drill.code()).as(drill.output()).isZero();
        var told = json(drill.output());
        assertThat(told.path("ok").asBoolean()).isTrue();
        assertThat(told.path("objectsVerified").asInt()).isGreaterThanOrEqualTo(items);
        assertThat(told.path("auditEntries").asInt()).isPositive();
        assertThat(told.path("auditFindings")).isEmpty();
    }

    private static JsonNode json(String output) throws IOException {
        return new ObjectMapper().readTree(output.substring(output.indexOf('{'), output.lastIndexOf('}') + 1));
    }

    /** Titles of all records by their reference codes, as a search tells them. */
    private static Map<String, String> found(LantaiServer server) {
        var found = new TreeMap<String, String>();
        try (var remote = new Remote(server.address(), Staff.token(server, "archivist"))) {
            var path = "search?q=&size=100";
            while (!path.isEmpty()) {
                var page = remote.get(path);
                page.path("hits")
                        .forEach(hit -> found.put(
                                hit.path("referenceCode").asText(),
                                hit.path("title").asText()));
                var next = page.path("next").asText("");
                path = next.isEmpty() ? "" : "search?q=&size=100&after=" + next;
            }
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return found;
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

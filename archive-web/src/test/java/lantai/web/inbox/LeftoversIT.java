package lantai.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lantai.account.Role;
import lantai.database.Database;
import lantai.ingest.filing.Leftovers;
import lantai.ingest.pipeline.WorkFolder;
import lantai.storage.ArchivalStore;
import lantai.storage.Staging;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.launch.RunningArchive;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What filing leaves behind goes, and nothing else does. The server itself clears too seldom to get in the way. */
class LeftoversIT {
    private static final int MANY = 1000;

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static Remote remote;
    private static Database database;
    private static Staging staging;
    private static ArchivalStore store;
    private static WorkFolder work;

    @TempDir
    private Path papers;

    @BeforeAll
    static void open() throws IOException {
        server = LantaiServer.start(data, Map.of("LANTAI_CLEARING_SECONDS", "86400"));
        Staff.add(server, "archivist", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "archivist"));
        database = Database.open(RunningArchive.find(data).database(Map.of()));
        staging = Staging.open(data.resolve("staging"));
        store = ArchivalStore.open(data.resolve("objects"), data.resolve("objects-work"));
        work = new WorkFolder(data.resolve("work"));
    }

    @AfterAll
    static void close() {
        database.close();
        remote.close();
        server.close();
    }

    @Test
    void theBytesOfAFiledRecordGoAndTheRecordStays() throws Exception {
        var file = received("filed", "Sample to be filed");
        assertThat(clear()).as("nothing is filed yet").isZero();
        fileAll(file);
        assertThat(staging.holds(sha256(file))).isTrue();
        assertThat(clear()).isEqualTo(2);
        assertThat(staging.holds(sha256(file))).isFalse();
        assertThat(work.known()).doesNotContain(id(file));
        var item = remote.get("items/" + document(file));
        assertThat(item.path("components").path(0).path("sha256").asText()).isEqualTo(sha256(file));
        assertThat(Staff.command("verify", "--data", data.toString()).code()).isZero();
    }

    @Test
    void bytesThatAnotherDeliveryStillNeedsStay() throws Exception {
        var bytes = Papers.pdf("Sample that comes twice", 1);
        var first = received("first", bytes);
        fileAll(first);
        var second = received("second", bytes);
        assertThat(sha256(second)).isEqualTo(sha256(first));
        clear();
        assertThat(staging.holds(sha256(first))).isTrue();
        fileAll(second);
        clear();
        assertThat(staging.holds(sha256(first))).isFalse();
    }

    @Test
    void bytesThatWereClearedAwayComeInAgain() throws Exception {
        var bytes = Papers.pdf("Sample that comes back later", 1);
        var first = received("before", bytes);
        fileAll(first);
        clear();
        assertThat(staging.holds(sha256(first))).isFalse();
        var again = received("after", bytes);
        assertThat(staging.holds(sha256(again))).isTrue();
        fileAll(again);
        clear();
    }

    @Test
    void theOnlyGoodCopyOfADamagedMasterStays() throws Exception {
        var file = received("damaged", "Sample whose master rots");
        fileAll(file);
        var master = store.file("urn:uuid:" + document(file), master(document(file)));
        var bytes = Files.readAllBytes(master);
        Files.writeString(master, "rotten", StandardCharsets.US_ASCII);
        try {
            clear();
            assertThat(staging.holds(sha256(file))).isTrue();
        } finally {
            Files.write(master, bytes);
        }
        clear();
        assertThat(staging.holds(sha256(file))).isFalse();
    }

    @Test
    void aCallClearsNoMoreThanItIsAllowed() throws Exception {
        var one = received("one", "Sample of two, the first");
        var two = received("two", "Sample of two, the second");
        fileAll(one);
        fileAll(two);
        assertThat(leftovers().clear(1)).as("one content and one result").isEqualTo(2);
        assertThat(clear()).isEqualTo(2);
    }

    private static String master(String item) {
        return store.paths("urn:uuid:" + item).stream()
                .filter(path -> path.startsWith("masters/"))
                .findFirst()
                .orElseThrow();
    }

    private static Leftovers leftovers() {
        InstantSource now = () -> Instant.EPOCH;
        return new Leftovers(database.jdbi(), staging, store, work, now);
    }

    private static int clear() {
        return leftovers().clear(MANY);
    }

    /** {@return what the interface tells of a file that has been read} */
    private JsonNode received(String title, String line) throws Exception {
        return received(title, Papers.pdf(line, 1));
    }

    private JsonNode received(String title, byte[] bytes) throws Exception {
        var file = Files.write(papers.resolve(title + ".pdf"), bytes);
        var batch = remote.post("batches", Map.of("title", title)).path("id").asText();
        remote.put("batches/" + batch + "/files/" + title + ".pdf", file);
        server.await(
                "the file is read", () -> files(batch).path("state").asText().equals("proposed"));
        return files(batch);
    }

    private static JsonNode files(String batch) {
        return asked("batches/" + batch + "/files").path("files").path(0);
    }

    private static JsonNode asked(String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void fileAll(JsonNode file) throws Exception {
        var path = "review/documents/" + document(file);
        var document = remote.get(path);
        Map<String, String> fields =
                new HashMap<>(Map.of("category", "WS", "title", "样例", "year", "2026", "retention", "D10"));
        remote.post(
                path + "/accept", Map.of("version", document.path("version").asInt(), "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the document is filed",
                () -> asked(path).path("state").asText().equals("FILED"));
    }

    private static String document(JsonNode file) {
        return file.path("documents").path(0).asText();
    }

    private static String sha256(JsonNode file) {
        return file.path("sha256").asText();
    }

    private static UUID id(JsonNode file) {
        return UUID.fromString(file.path("id").asText());
    }
}

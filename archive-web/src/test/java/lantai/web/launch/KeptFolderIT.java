package lantai.web.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lantai.account.AccountRegister;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.ingest.sample.SampleArchive;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.bench.InvariantChecker;
import lantai.web.remote.Remote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data folders of earlier days open in the archive of today: what is kept in {@code src/test/resources/lantai/web/kept} is
 * never made anew, only added to, with {@code -Dkept.write=NAME}.
 */
class KeptFolderIT {
    private static final Path KEPT = Path.of("src/test/resources/lantai/web/kept");
    private static final List<String> FOLDERS = List.of("objects", "staging", "work", "keys");
    private static final String PASSWORD = "kept-paper, kept ink";

    @TempDir
    private Path folder;

    @Test
    void everyFolderOfEarlierDaysOpens() throws Exception {
        List<Path> all;
        try (var files = Files.list(KEPT)) {
            all = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
        assertThat(all).isNotEmpty();
        for (var kept : all) {
            var data = folder.resolve(kept.getFileName().toString().replace(".zip", ""));
            unpack(kept, data);
            KeptDatabase.read(settings(data), data.resolve("database"));
            try (var server = LantaiServer.start(data)) {
                assertThat(server.firstPasswords())
                        .as("it is not taken for a new archive")
                        .isEmpty();
                assertThat(signIn(server).headers().firstValue("Set-Cookie"))
                        .as("somebody signs in")
                        .isPresent();
                look(server);
            }
        }
    }

    private static void look(LantaiServer server) throws Exception {
        try (var remote = new Remote(server.address(), Staff.token(server, "archivist"))) {
            server.await(
                    "the index is made again",
                    () -> get(remote, "search?q=").path("total").asInt() == 1);
            var hit = get(remote, "search?q=").path("hits").path(0);
            assertThat(hit.path("title").asText()).isEqualTo("样例：留存的一件");
            var id = hit.path("id").asText();
            assertThat(get(remote, "items/" + id + "/pages/1/text").path("text").asText())
                    .contains("样例");
            server.await(
                    "how an earlier record came to be is told",
                    () -> get(remote, "items/" + id).path("origin").asText().matches("BORN_DIGITAL|DIGITISED"));
            assertThat(page(server, "items/" + id).body()).contains("样例：留存的一件");
            assertThat(page(server, "iiif/" + id + "/1/full/max/0/default.jpg").statusCode())
                    .isEqualTo(200);
            assertThat(get(remote, "review/queue").path("total").asInt())
                    .as("the scan still waits for review")
                    .isEqualTo(1);
            var batch = get(remote, "batches").path("batches").path(0);
            assertThat(batch.path("files").path("quarantined").asInt()).isEqualTo(1);
            assertThat(batch.path("files").path("proposed").asInt()).isEqualTo(2);
        }
        assertThat(Staff.command("verify", "--data", server.data().toString()).code())
                .isZero();
        var settings = RunningArchive.find(server.data()).database(Map.of());
        try (var database =
                java.sql.DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            assertThat(new InvariantChecker(database, server.data()).check(Map.of()))
                    .isEmpty();
        }
    }

    private static HttpResponse<String> page(LantaiServer server, String path) throws Exception {
        return send(HttpRequest.newBuilder(server.address().resolve(path))
                .header("Authorization", "Bearer " + Staff.token(server, "archivist"))
                .header("Accept", "*/*")
                .build());
    }

    private static HttpResponse<String> signIn(LantaiServer server) throws Exception {
        var body = "name=archivist&password="
                + java.net.URLEncoder.encode(PASSWORD, java.nio.charset.StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(server.address() + "sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static LaunchSettings settings(Path data) throws IOException {
        Files.createDirectories(data.resolve("logs"));
        return new LaunchSettings(data, "127.0.0.1", 0, Optional.empty(), LantaiServer.distribution());
    }

    /** Not a test of the product: adds a folder of today to those that are kept. */
    @Test
    void aFolderOfTodayIsKept() throws Exception {
        var name = System.getProperty("kept.write", "");
        assumeTrue(!name.isEmpty(), "only with -Dkept.write=NAME");
        var data = folder.resolve("data");
        try (var server = LantaiServer.start(data, Map.of("LANTAI_CLEARING_SECONDS", "86400"))) {
            archivist(server);
            try (var remote = new Remote(server.address(), Staff.token(server, "archivist"))) {
                deliver(server, remote);
            }
            KeptDatabase.write(RunningArchive.find(data).database(Map.of()), data.resolve("database"));
        }
        Files.delete(data.resolve("keys/database.password"));
        Files.createDirectories(KEPT);
        pack(data, KEPT.resolve(name + ".zip"));
    }

    private static void archivist(LantaiServer server) throws IOException {
        var register = new AccountRegister(new AuditTrail(InstantSource.system()), InstantSource.system());
        var account = new NewAccount(
                "archivist",
                "样例·档案员",
                Optional.empty(),
                Set.of(Role.ARCHIVIST),
                Optional.empty(),
                Optional.of(PASSWORD));
        try (var database = Database.open(RunningArchive.find(server.data()).database(Map.of()))) {
            database.jdbi().useTransaction(transaction -> register.add(transaction, Actor.SYSTEM, account));
        }
    }

    private void deliver(LantaiServer server, Remote remote) throws Exception {
        SampleArchive.textPdfs(folder.resolve("letters"), 1, 20_000);
        SampleArchive.pages(folder.resolve("scans"), 1);
        Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
        var batch = remote.post("batches", Map.of("title", "样例：留存")).path("id").asText();
        var files = "batches/" + batch + "/files/";
        remote.put(files + "1-letter.pdf", only(folder.resolve("letters")));
        server.await(
                "the letter is read",
                () -> get(remote, "review/queue").path("total").asInt() == 1);
        var id = get(remote, "review/queue").path("ids").path(0).asText();
        Map<String, String> fields =
                new HashMap<>(Map.of("category", "WS", "title", "样例：留存的一件", "year", "2026", "retention", "D10"));
        remote.post("review/documents/" + id + "/accept", Map.of("version", 0, "ordinal", 0, "fields", fields));
        remote.post("review/file", Map.of());
        server.await(
                "the letter is found",
                () -> get(remote, "search?q=").path("total").asInt() == 1);
        remote.put(files + "2-scan.png", only(folder.resolve("scans")));
        remote.put(files + "3-broken.pdf", folder.resolve("broken.pdf"));
        server.await(
                "all is settled",
                () -> get(remote, "batches/" + batch).path("settled").asBoolean());
    }

    private static Path only(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private static JsonNode get(Remote remote, String path) {
        try {
            return remote.get(path);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void pack(Path data, Path zip) throws IOException {
        var folders = new ArrayList<>(FOLDERS);
        folders.add("database");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var folder : folders) {
                try (var walk = Files.walk(data.resolve(folder))) {
                    for (var file : walk.filter(Files::isRegularFile).sorted().toList()) {
                        out.putNextEntry(new ZipEntry(data.relativize(file).toString()));
                        Files.copy(file, out);
                        out.closeEntry();
                    }
                }
            }
        }
    }

    private static void unpack(Path zip, Path data) {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = data.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(data);
                Files.createDirectories(target.getParent());
                Files.copy(in, target);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

package lantai.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lantai.account.Role;
import lantai.web.Browser;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.inbox.Papers;
import lantai.web.remote.Remote;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that keeps its records in a folder and in a bucket, as its operator sees it. */
class StoreIT {
    private static final String BUCKET = "archive";

    @TempDir
    private static Path folder;

    private static S3Proxy bucket;
    private static Map<String, String> environment;
    private static LantaiServer server;
    private static Remote remote;

    @BeforeAll
    static void open() throws Exception {
        Files.createDirectories(folder.resolve("server").resolve(BUCKET));
        bucket = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "sample", "sample-secret")
                .ignoreUnknownHeaders(true)
                .stopTimeout(0)
                .blobStore(new FilesystemNio2BlobStore(folder.resolve("server").toString()))
                .build();
        bucket.start();
        var place =
                "near=folder:" + folder.resolve("near") + ",far=s3:http://127.0.0.1:" + bucket.getPort() + '/' + BUCKET;
        environment = Map.of(
                "LANTAI_STORE", place, "LANTAI_S3_ACCESS_KEY", "sample", "LANTAI_S3_SECRET_KEY", "sample-secret");
        server = LantaiServer.start(folder.resolve("data"), environment);
        Staff.add(server, "clerk", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "clerk"));
    }

    @AfterAll
    static void close() throws Exception {
        remote.close();
        server.close();
        bucket.stop();
    }

    @Test
    void aRecordIsAtBothPlacesAndADamagedCopyIsFoundAndMadeGood() throws Exception {
        file();
        var near = masters(folder.resolve("near"));
        var far = masters(folder.resolve("server").resolve(BUCKET));
        assertThat(near).hasSize(1);
        assertThat(far).hasSize(1);
        var bytes = Files.readAllBytes(near.getFirst());
        assertThat(far.getFirst()).hasBinaryContent(bytes);

        var damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(far.getFirst(), damaged);
        assertThat(verify()).as("the copies differ").isOne();
        var scrubbed = Staff.command("scrub", "--data", server.data().toString());
        assertThat(scrubbed.code()).as(scrubbed.output()).isZero();
        assertThat(scrubbed.output()).contains("BYTES_DIFFER");
        assertThat(far.getFirst()).hasBinaryContent(bytes);
        assertThat(verify()).isZero();

        var operator = Staff.add(server, "operator", Role.SYSTEM_ADMINISTRATOR);
        try (var browser = Browser.open(server)) {
            var page = browser.signedIn("operator", operator.password());
            Browser.changeFirstPassword(page, operator.password(), "paper, ink, one seal");
            page.navigate("store");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("far");
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("1 处，都已修复");
            Browser.show(page, "store");
            Browser.leave(page, () -> page.click("main tbody a[href^='/store/scrubs/']"));
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("near");
            Browser.show(page, "scrub");
        }
    }

    private static int verify() throws Exception {
        var command = LantaiServer.command("verify", "--data", server.data().toString());
        command.environment().putAll(environment);
        return command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("verified").toFile())
                .start()
                .waitFor();
    }

    private static void file() throws Exception {
        var batch = remote.post("batches", Map.of("title", "样例")).path("id").asText();
        var paper = Files.write(folder.resolve("paper.pdf"), Papers.pdf("Sample kept twice", 1));
        remote.put("batches/" + batch + "/files/paper.pdf", paper);
        server.await(
                "the file is proposed", () -> ask("review/queue").path("ids").size() == 1);
        var id = ask("review/queue").path("ids").path(0).asText();
        var document = ask("review/documents/" + id);
        remote.post(
                "review/documents/" + id + "/accept",
                Map.of(
                        "version",
                        document.path("version").asInt(),
                        "ordinal",
                        0,
                        "fields",
                        Map.of("category", "WS", "title", "样例", "year", "2026", "retention", "D10")));
        remote.post("review/file", Map.of());
        server.await("it is filed", () -> ask("search?q=").path("total").asInt() == 1);
    }

    private static JsonNode ask(String path) {
        try {
            return remote.get(path);
        } catch (IOException notYet) {
            return new ObjectMapper().createObjectNode();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    private static List<Path> masters(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/masters/"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

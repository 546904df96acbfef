package lantai.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lantai.account.Role;
import lantai.ingest.pipeline.ClamdScanner;
import lantai.ingest.pipeline.VirusScanner.Verdict;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import lantai.web.remote.Remote;
import lantai.web.remote.Remote.NotAccepted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real virus scanner before everything else. Skipped, with a word, where no clamd is installed. */
class VirusIT {
    @TempDir
    private static Path folder;

    private static Clamd clamd;
    private static LantaiServer server;
    private static Remote remote;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Clamd.program().isPresent(), "clamd is not installed: the virus scanner was NOT tested");
        clamd = Clamd.prepare(Files.createDirectories(folder.resolve("clamd")));
        clamd.start();
        server = LantaiServer.start(folder.resolve("data"), Map.of("LANTAI_CLAMD", clamd.setting()));
        Staff.add(server, "archivist", Role.ARCHIVIST);
        remote = new Remote(server.address(), Staff.token(server, "archivist"));
    }

    @AfterAll
    static void close() {
        if (server != null) {
            remote.close();
            server.close();
            clamd.close();
        }
    }

    @Test
    void whatTheScannerFindsIsNamed() throws IOException {
        var scanner = new ClamdScanner(clamd.address());
        assertThat(scanner.scan(file("eicar.txt", Clamd.eicar())))
                .isEqualTo(new Verdict.Infected("Lantai.Sample.Eicar.UNOFFICIAL"));
        assertThat(scanner.scan(file("harmless.txt", Clamd.HARMLESS)))
                .isEqualTo(new Verdict.Infected("Lantai.Sample.Harmless.UNOFFICIAL"));
        assertThat(scanner.scan(file("clean.txt", Clamd.clean(300_000)))).isEqualTo(new Verdict.Clean());
    }

    @Test
    void aStreamBeyondTheScannersLimitIsNotScannedRatherThanClean() throws IOException {
        var scanner = new ClamdScanner(clamd.address());
        for (var length : new int[] {Clamd.LONGEST_STREAM + 1, 5 * Clamd.LONGEST_STREAM, 40 * Clamd.LONGEST_STREAM}) {
            assertThat(scanner.scan(file("long.txt", Clamd.clean(length))))
                    .as("%d bytes", length)
                    .isInstanceOf(Verdict.NotScanned.class);
        }
    }

    @Test
    void anInfectedFileIsSetAsideWithTheNameOfTheFindingAndStaysInside() throws Exception {
        var batch = batch("infected");
        remote.put(path(batch, "letter.txt"), file("letter.txt", Clamd.HARMLESS));
        server.await("the file is set aside", () -> state(batch).equals("quarantined"));
        var told = told(batch);
        assertThat(told.path("reason").asText()).isEqualTo("infected");
        assertThat(told.path("reasonText").asText()).contains("Lantai.Sample.Harmless.UNOFFICIAL");
        assertThatThrownBy(
                        () -> remote.get("../../inbox/files/" + told.path("id").asText() + "/original"))
                .isInstanceOfSatisfying(
                        NotAccepted.class,
                        refused -> assertThat(refused.status()).isEqualTo(409));
    }

    @Test
    void aFileThatTheScannerWillNotLookAtIsSetAsideAsNotScanned() throws Exception {
        var batch = batch("too long");
        remote.put(path(batch, "long.txt"), file("long.txt", Clamd.clean(3 * Clamd.LONGEST_STREAM)));
        server.await("the file is set aside", () -> state(batch).equals("quarantined"));
        assertThat(told(batch).path("reason").asText()).isEqualTo("not_scanned");
        assertThat(told(batch).path("reasonText").asText()).contains("INSTREAM size limit exceeded");
    }

    @Test
    void whileTheScannerIsAwayFilesWaitAndAreScannedWhenItIsBack() throws Exception {
        clamd.close();
        var batch = batch("away");
        try {
            remote.put(path(batch, "bad.txt"), file("bad.txt", Clamd.HARMLESS));
            server.await("the scanner was asked in vain", () -> log().contains("Connection refused"));
            assertThat(state(batch)).isEqualTo("received");
        } finally {
            clamd.start();
        }
        server.await("the file is scanned after all", () -> state(batch).equals("quarantined"));
        assertThat(told(batch).path("reason").asText()).isEqualTo("infected");
    }

    @Test
    void cleanFilesGoOn() throws Exception {
        var batch = batch("clean");
        remote.put(path(batch, "clean.pdf"), file("clean.pdf", Papers.pdf("Sample without a virus", 1)));
        server.await("the file is proposed", () -> state(batch).equals("proposed"));
    }

    private static String log() {
        try {
            return Files.readString(server.data().resolve("logs/messages.log"));
        } catch (IOException notYet) {
            return "";
        }
    }

    private static String batch(String title) throws IOException, InterruptedException {
        return remote.post("batches", Map.of("title", title)).path("id").asText();
    }

    private static String path(String batch, String name) {
        return "batches/" + batch + "/files/" + name;
    }

    private static String state(String batch) {
        return told(batch).path("state").asText();
    }

    private static JsonNode told(String batch) {
        try {
            return remote.get("batches/" + batch + "/files").path("files").path(0);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}

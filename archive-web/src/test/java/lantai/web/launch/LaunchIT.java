package lantai.web.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lantai.web.LantaiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchIT {
    @TempDir
    private Path folder;

    @Test
    void theFirstStartPrintsThreeSignInsAndTheSecondNone() {
        try (var first = LantaiServer.start(folder)) {
            assertThat(first.ready()).isTrue();
            assertThat(first.firstPasswords()).containsOnlyKeys("sysadmin", "secadmin", "auditadmin");
        }
        try (var second = LantaiServer.start(folder)) {
            assertThat(second.ready()).isTrue();
            assertThat(second.firstPasswords()).isEmpty();
        }
    }

    @Test
    void stoppingLeavesNoProcessBehind() {
        var archive = LantaiServer.start(folder);
        var children = archive.children();
        assertThat(children).hasSizeGreaterThan(2);
        archive.close();
        assertThat(archive.output()).contains("Stopped.");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aStartCanBeStoppedHalfWay() {
        var archive = LantaiServer.launch(folder, Map.of());
        archive.await("the server is being started", () -> archive.output().contains("Starting the server"));
        var children = archive.children();
        archive.close();
        assertThat(archive.output()).doesNotContain("is ready").contains("Stopped.");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aKilledServerOrDatabaseIsStartedAgain() {
        try (var archive = LantaiServer.start(folder)) {
            var server = archive.server();
            server.destroyForcibly();
            archive.await("another server", () -> !server.isAlive() && archive.ready());

            var database = archive.database();
            database.destroyForcibly();
            archive.await(
                    "another database", () -> archive.output().contains("PostgreSQL ended unasked") && archive.ready());
        }
    }

    @Test
    void whatAKilledSupervisorLeftBehindDoesNotStandInTheWay() {
        var killed = LantaiServer.start(folder);
        var orphans = killed.children();
        killed.supervisor().destroyForcibly();
        try (var next = LantaiServer.start(folder)) {
            assertThat(next.ready()).isTrue();
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    void aTakenPortIsToldInOneSentence() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());
            var refused = LantaiServer.launch(folder, Map.of(), "--port", port);
            assertThat(refused.awaitEnd()).isEqualTo(2);
            assertThat(refused.output().lines()).singleElement().asString().contains("port " + port + " is taken");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var refused = LantaiServer.launch(file.resolve("data"), Map.of());
        assertThat(refused.awaitEnd()).isEqualTo(2);
        assertThat(refused.output().lines()).singleElement().asString().contains("cannot be written");
    }

    @Test
    void aDiskThatIsNearlyFullIsToldInOneSentence() throws IOException, InterruptedException {
        var disk = Files.createDirectory(folder.resolve("disk"));
        var command = new ArrayList<>(List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o size=300m none \"$0\" || exit 77; exec \"$@\"",
                disk.toString()));
        command.addAll(LantaiServer.command(
                        "run", "--port", "0", "--data", disk.resolve("data").toString())
                .command());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assumeTrue(
                process.exitValue() != 77 && !output.contains("unshare"),
                "no small disk can be mounted here: NOT tested");
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output.lines())
                .singleElement()
                .asString()
                .contains("The disk is nearly full")
                .contains("MiB left");
    }

    @Test
    void aFolderServesOneSupervisorAtATime() {
        try (var first = LantaiServer.start(folder)) {
            var second = LantaiServer.launch(folder, Map.of());
            assertThat(second.awaitEnd()).isEqualTo(2);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .contains("is in use by another process ("
                            + first.supervisor().pid() + ")");
        }
    }

    @Test
    void theFrontDoorSaysThatAJdkIsMissing() throws IOException, InterruptedException {
        var script = Path.of("../lantai").toAbsolutePath().normalize();
        var builder = new ProcessBuilder(List.of("bash", script.toString(), "--help")).redirectErrorStream(true);
        builder.environment().put("LANTAI_JDK_FOLDERS", folder.toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output.lines()).singleElement().asString().contains("No JDK 25 or newer was found");
    }
}

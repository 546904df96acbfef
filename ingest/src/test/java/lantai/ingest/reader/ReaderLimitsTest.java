package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderLimitsTest {
    @TempDir
    private Path folder;

    private SampleFiles files;
    private ReaderSettings settings;

    @BeforeEach
    void prepare() {
        files = new SampleFiles(folder);
        settings = ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary"));
    }

    private Path longText() {
        var bytes = new byte[50 << 20];
        Arrays.fill(bytes, (byte) 'a');
        return files.bytes("long.txt", bytes);
    }

    private static ReaderSettings.ReaderLimits limits(int heap, Duration time, long output) {
        return new ReaderSettings.ReaderLimits(heap, time, 1L << 30, output, 1L << 30, 100, Duration.ofMinutes(1));
    }

    @Test
    void aFileThatTakesTooLongIsNamedAndTheNextOneIsRead() {
        var tight = settings.withLimits(limits(512, Duration.ofSeconds(4), 1L << 30));
        try (var readers = new Readers(tight)) {
            var reading = readers.read(files.endlessPdf("endless.pdf"), "endless.pdf", folder.resolve("out"));

            assertThat(reading.state()).isEqualTo(ReadingState.TIMEOUT);
            assertThat(reading.format().mime()).isEqualTo("application/pdf");
            assertThat(folder.resolve("out")).doesNotExist();
            assertThat(readers.read(files.pdf("good.pdf", "Lantai"), "good.pdf", folder.resolve("good"))
                            .state())
                    .isEqualTo(ReadingState.READ);
        }
    }

    @Test
    void aFileThatNeedsTooMuchMemoryIsTooLargeAndTheNextOneIsRead() {
        try (var readers = new Readers(settings.withLimits(limits(96, Duration.ofMinutes(1), 1L << 30)))) {
            assertThat(readers.read(longText(), "long.txt", folder.resolve("out"))
                            .state())
                    .isEqualTo(ReadingState.TOO_LARGE);
            assertThat(readers.read(files.pdf("good.pdf", "Lantai"), "good.pdf", folder.resolve("good"))
                            .state())
                    .isEqualTo(ReadingState.READ);
        }
    }

    @Test
    void aFileWithMoreTextThanAllowedIsTooLarge() {
        try (var readers = new Readers(settings.withLimits(limits(1024, Duration.ofMinutes(1), 1 << 20)))) {
            assertThat(readers.read(longText(), "long.txt", folder.resolve("out"))
                            .state())
                    .isEqualTo(ReadingState.TOO_LARGE);
        }
    }

    @Test
    void onlyTheReadersOwnFolderIsEmptied() throws Exception {
        var neighbour = folder.resolve("temporary/neighbour");
        var leftover = folder.resolve("temporary/readers/job-1/leftover");
        Files.createDirectories(neighbour.getParent());
        Files.createDirectories(leftover.getParent());
        Files.writeString(neighbour, "1");
        Files.writeString(leftover, "1");

        new Readers(settings).close();

        assertThat(neighbour).exists();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void readersEndWithTheirServer() throws Exception {
        var server = new ProcessBuilder(
                        settings.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "lantai.ingest.reader.LonelyServer",
                        files.pdf("good.pdf", "Lantai").toString(),
                        folder.resolve("lonely").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line;
        try (var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            line = out.readLine();
            var reader = ProcessHandle.of(Long.parseLong(line)).orElseThrow();
            server.destroyForcibly().waitFor();

            reader.onExit().get(20, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(Long.parseLong(line))
                        .map(ProcessHandle::isAlive)
                        .orElse(false))
                .isFalse();
    }
}

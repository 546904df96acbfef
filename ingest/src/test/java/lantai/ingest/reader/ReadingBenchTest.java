package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingBenchTest {
    @TempDir
    private Path folder;

    @Test
    void bothChildrenAreMeasured() {
        var files = new SampleFiles(folder);
        var settings = ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary"));

        var measured = ReadingBench.measure(
                settings, List.of(files.pdf("a.pdf", "Lantai"), files.text("b.txt", "Lantai")), 1, 20);

        assertThat(measured.files()).isEqualTo(2);
        assertThat(measured.reader()).isPositive();
        assertThat(measured.tika()).isPositive();
    }
}

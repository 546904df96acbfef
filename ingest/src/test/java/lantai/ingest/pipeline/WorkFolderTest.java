package lantai.ingest.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import lantai.ingest.reader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheBeginningOfALongTextIsTaken() throws IOException {
        var work = new WorkFolder(folder);
        var file = UUID.randomUUID();
        assertThat(work.beginning(file, 10)).isEmpty();
        Files.createDirectories(work.of(file));
        Files.writeString(work.of(file).resolve(Reading.TEXT), "样例\n".repeat(1_000_000));
        assertThat(work.beginning(file, 40_001))
                .hasSize(40_001)
                .startsWith("样例\n样例")
                .endsWith("例\n样例");
        assertThat(work.beginning(file, 4_000_000)).hasSize(3_000_000);
    }
}

package lantai.ingest.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturePruningTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void belowTheLimitEverythingStays() throws IOException {
        picture("a/page.jpg", 400, Duration.ofDays(300));
        assertThat(pruning(1000).prune()).isZero();
        assertThat(folder.resolve("a/page.jpg")).exists();
    }

    @Test
    void whatWasNotUsedForLongestGoesFirstUntilThereIsRoom() throws IOException {
        picture("a/old.jpg", 400, Duration.ofDays(30));
        picture("b/middle.jpg", 400, Duration.ofDays(20));
        picture("b/new.jpg", 400, Duration.ofDays(10));
        assertThat(pruning(1000).prune()).isEqualTo(1);
        assertThat(folder.resolve("a/old.jpg")).doesNotExist();
        assertThat(folder.resolve("b/middle.jpg")).exists();
        assertThat(folder.resolve("b/new.jpg")).exists();
        assertThat(pruning(1000).prune()).isZero();
    }

    @Test
    void whatIsBeingLookedAtStaysEvenBeyondTheLimit() throws IOException {
        picture("a/now.jpg", 4000, Duration.ofMinutes(5));
        assertThat(pruning(1000).prune()).isZero();
        assertThat(folder.resolve("a/now.jpg")).exists();
    }

    @Test
    void aFolderThatIsNotThereYetNeedsNothing() {
        assertThat(new PicturePruning(folder.resolve("none"), 1, () -> NOW).prune())
                .isZero();
    }

    private PicturePruning pruning(long mostBytes) {
        return new PicturePruning(folder, mostBytes, () -> NOW);
    }

    private void picture(String path, int bytes, Duration unused) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(unused)));
    }
}

package lantai.search;

import static lantai.search.Samples.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashTest {
    @TempDir
    Path folder;

    @Test
    void aKilledIndexIsAsOfItsLastCommit() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().lines().anyMatch("killed"::equals)).isTrue();
        process.waitFor();
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            assertThat(index.committedPosition()).isEqualTo(42);
            assertThat(Samples.titles(index, "")).containsExactly("已提交");
            index.checkIntegrity();
            Samples.fill(index, item("重放"));
            index.commit();
            assertThat(index.count()).isEqualTo(2);
        }
    }

    /** Commits one item, applies another and dies. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) {
            var index = SearchIndex.open(Path.of(arguments[0]), Samples.settings());
            index.apply(List.of(new Change.Put(item("已提交"))), 42);
            index.commit();
            index.apply(List.of(new Change.Put(item("未提交"))), 43);
            index.refresh();
            System.out.println("killed");
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void closingForgetsWhatWasNotCommitted() {
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            assertThat(index.committedPosition()).isZero();
            index.apply(List.of(new Change.Put(item("甲"))), 7);
            index.commit();
            index.apply(List.of(new Change.Put(item("乙"))), 8);
            assertThat(index.committedPosition()).isEqualTo(7);
        }
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            assertThat(index.committedPosition()).isEqualTo(7);
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void aPositionWithoutChangesIsKeptToo() {
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            index.apply(List.of(), 9);
            index.commit();
        }
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            assertThat(index.committedPosition()).isEqualTo(9);
        }
    }

    @Test
    void oneProcessHasTheIndexAtATime() {
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            assertThat(index.count()).isZero();
            assertThatThrownBy(() -> SearchIndex.open(folder, Samples.settings()))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("INDEX_IN_USE");
        }
    }

    @Test
    void anyFileMissingOrCutOffIsDamageAtOpening() throws IOException {
        fillAndCommit();
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.filter(file -> !file.endsWith("write.lock")).toList();
        }
        assertThat(files).hasSizeGreaterThan(1);
        for (var file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertDamaged(file);
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
                assertDamaged(file);
            }
            Files.write(file, bytes);
        }
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            assertThat(index.count()).isEqualTo(1);
        }
    }

    @Test
    void anIndexOfAnotherFormatIsDamageAndLeavesTheFolderFree() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("format", "0").entrySet());
            writer.commit();
        }
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> SearchIndex.open(folder, Samples.settings()))
                    .isInstanceOf(Damaged.class)
                    .hasMessageContaining("format 0, expected 1");
        }
    }

    @Test
    void aChangedByteIsDamageWhenChecked() throws IOException {
        fillAndCommit();
        Path file;
        try (var found = Files.list(folder)) {
            file = found.max(Comparator.comparingLong(path -> path.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> {
                    try (var index = SearchIndex.open(folder, Samples.settings())) {
                        index.checkIntegrity();
                    }
                })
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("INDEX_DAMAGED");
    }

    @Test
    void aDamagedIndexIsPutAsideAndBegunAnew() throws Exception {
        folder = folder.resolve("index");
        fillAndCommit();
        Path file;
        try (var found = Files.list(folder)) {
            file = found.max(Comparator.comparingLong(path -> path.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var aside = folder.resolveSibling(folder.getFileName() + ".damaged");
        for (var time = 0; time < 2; time++) {
            try (var index = SearchIndex.openOrBegin(folder, Samples.settings())) {
                assertThat(index.committedPosition()).isZero();
                assertThat(index.count()).isZero();
            }
        }
        assertThat(aside.resolve(file.getFileName())).hasBinaryContent(bytes);
        fillAndCommit();
        try (var index = SearchIndex.openOrBegin(folder, Samples.settings())) {
            assertThat(index.count()).isEqualTo(1);
        }
    }

    private void fillAndCommit() {
        try (var index = SearchIndex.open(folder, Samples.settings())) {
            Samples.fill(index, item("甲", new GeneratedItems(5).text(5000)));
            index.commit();
        }
    }

    private void assertDamaged(Path file) {
        assertThatThrownBy(() -> SearchIndex.open(folder, Samples.settings()).close())
                .as(file.getFileName().toString())
                .isInstanceOf(Damaged.class)
                .hasMessageContaining("INDEX_DAMAGED");
    }
}

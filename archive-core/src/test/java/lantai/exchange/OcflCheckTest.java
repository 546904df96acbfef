package lantai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OCFL objects of the public suite are judged as their folders say. */
class OcflCheckTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderWithoutObjectsIsNotValid() throws IOException {
        assertThat(new OcflCheck(folder).run().isValid()).isFalse();
        assertThat(new OcflCheck(folder.resolve("missing")).run().isValid()).isFalse();
    }

    @Test
    void thePublicSuiteIsJudgedAsItsFoldersSay() throws IOException {
        var suite = Path.of(Optional.ofNullable(System.getenv("LANTAI_SHARED")).orElse("../../shared"))
                .resolve("corpus/interop/ocfl");
        assumeTrue(Files.isDirectory(suite), "the public suite is not here");
        var wrong = new ArrayList<String>();
        var judged = 0;
        List<Path> groups;
        try (var walk = Files.walk(suite, 3)) {
            groups = walk.filter(path -> path.getFileName().toString().endsWith("-objects"))
                    .sorted()
                    .toList();
        }
        for (var group : groups) {
            try (var objects = Files.list(group)) {
                for (var object : objects.filter(Files::isDirectory).sorted().toList()) {
                    var report = new OcflCheck(object).run();
                    judged++;
                    if (report.isValid() == group.endsWith("bad-objects")) {
                        wrong.add(suite.relativize(object) + " " + report.issues());
                    }
                }
            }
        }
        assertThat(judged).isEqualTo(79);
        assertThat(wrong).isEmpty();
    }
}

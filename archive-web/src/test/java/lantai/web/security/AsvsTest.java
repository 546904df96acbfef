package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/security/asvs.md} against the standard's own numbers and our own tests. */
class AsvsTest {
    private static final Path CORPUS = Path.of(
                    Optional.ofNullable(System.getenv("LANTAI_SHARED")).orElse("../../shared"))
            .resolve("corpus/interop/asvs/ASVS-5.0.0-en.csv");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]*) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    /** Number and level of an item; the sentence between them may hold anything but ends with the level. */
    private static final Pattern ITEM =
            Pattern.compile("(?m)^V\\d+,.*?,V\\d+\\.\\d+,.*?,V(\\d+\\.\\d+\\.\\d+),.*,([123])\\r?$");

    private static final Set<String> STATES = Set.of("met", "partly", "not met", "operator", "n/a");

    private final List<MatchResult> rows =
            ROW.matcher(read(Path.of("../docs/security/asvs.md"))).results().toList();

    @Test
    void everyItemOfTheTwoLevelsHasItsRow() {
        assumeTrue(Files.exists(CORPUS), "the list of the standard is not here: " + CORPUS);
        var wanted = new TreeSet<String>();
        ITEM.matcher(read(CORPUS)).results().forEach((MatchResult item) -> {
            if (!item.group(2).equals("3")) {
                wanted.add(item.group(1));
            }
        });
        assertThat(wanted).hasSize(253);
        assertThat(rows.stream().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyRowSaysOneOfTheStatesAndHow() {
        assertThat(rows).hasSizeGreaterThan(200).allSatisfy(row -> {
            assertThat(row.group(2)).isIn(STATES);
            assertThat(row.group(3)).isNotBlank();
        });
    }

    @Test
    void whatIsMetNamesItsTest() {
        assertThat(rows.stream().filter(row -> row.group(2).equals("met")))
                .allSatisfy(row -> assertThat(row.group(4)).as(row.group(1)).containsPattern(TEST));
    }

    @Test
    void everyNamedTestIsThere() throws IOException {
        var sources = sources();
        assertThat(rows.stream().flatMap(row -> TEST.matcher(row.group(4)).results()))
                .hasSizeGreaterThan(100)
                .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), ""))
                        .as(test.group())
                        .contains("void " + test.group(2) + "("));
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        for (var module : List.of("archive-core", "ocr", "ingest", "archive-web")) {
            try (var files = Files.walk(Path.of("..", module, "src/test/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    sources.put(String.valueOf(file.getFileName()).replace(".java", ""), read(file));
                }
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}

package lantai.ingest.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the public suites and hostile files that lie beside the project, and writes down how each ended. */
@Tag("hostile")
class HostileCorpusTest {
    private static final List<String> SUITES = List.of(
            "hostile",
            "virus-testfiles",
            "govdocs-error-pdfs",
            "jhove-errors",
            "pdf-horrors",
            "pdf-handbuilt",
            "tiff",
            "jp2",
            "tika-varied",
            "chinese",
            "ofd",
            "format-id-skeletons");

    private static final Pattern SKELETON = Pattern.compile("(x-fmt|fmt)-(\\d+)-signature-id.*");

    @TempDir
    private static Path folder;

    private static final Map<String, Map<String, Reading>> ENDED = new LinkedHashMap<>();
    private static int goodOnesBetween;

    @BeforeAll
    static void readAll() throws Exception {
        var shared = shared();
        assumeTrue(shared != null, "the suites are not beside the project");
        var usual = ReaderSettings.ofThisMachine(System.getProperty("java.class.path"), folder.resolve("temporary"));
        var settings = usual.withLimits(usual.limits().withTime(Duration.ofSeconds(8)));
        var good = new SampleFiles(folder).pdf("good.pdf", "Lantai");
        try (var readers = new Readers(settings);
                var callers = Executors.newFixedThreadPool(2)) {
            for (var suite : SUITES) {
                var running = new TreeMap<String, java.util.concurrent.Future<Reading>>();
                for (var file : files(shared.resolve(suite))) {
                    var name = shared.resolve(suite).relativize(file).toString();
                    var out = folder.resolve("out").resolve(suite).resolve(name.replace('/', '_'));
                    running.put(
                            name,
                            callers.submit(
                                    () -> readers.read(file, file.getFileName().toString(), out)));
                }
                var ended = new TreeMap<String, Reading>();
                for (var one : running.entrySet()) {
                    ended.put(one.getKey(), one.getValue().get());
                }
                ENDED.put(suite, ended);
                if (readers.read(good, "good.pdf", folder.resolve("good")).state() == ReadingState.READ) {
                    goodOnesBetween++;
                }
            }
        }
        write();
    }

    private static Path shared() {
        var named = System.getProperty("lantai.shared", System.getenv("LANTAI_SHARED"));
        return Stream.of(named, "../shared", "../../shared")
                .filter(place -> place != null)
                .map(place -> Path.of(place).resolve("corpus/interop"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    private static List<Path> files(Path suite) throws IOException {
        try (var files = Files.walk(suite)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void write() throws IOException {
        var table = new ArrayList<String>();
        var states = ReadingState.values();
        table.add("| suite | files | "
                + String.join(" | ", Stream.of(states).map(ReadingState::code).toList()) + " |");
        table.add("|---|" + "--:|".repeat(states.length + 1));
        ENDED.forEach((suite, ended) -> {
            var counts = new EnumMap<ReadingState, Integer>(ReadingState.class);
            ended.values().forEach(reading -> counts.merge(reading.state(), 1, Integer::sum));
            var cells = Stream.of(states)
                    .map(state -> counts.containsKey(state) ? counts.get(state).toString() : "")
                    .toList();
            table.add("| " + suite + " | " + ended.size() + " | " + String.join(" | ", cells) + " |");
        });
        table.add("");
        table.add("Format ids as expected: " + hits() + " of "
                + ENDED.get("format-id-skeletons").size());
        table.add("");
        ENDED.forEach((suite, ended) -> ended.forEach((name, reading) -> table.add("- " + suite + "/" + name + ": "
                + reading.state().code() + ", " + reading.format().mime() + " "
                + reading.format().puid() + (reading.reason().isEmpty() ? "" : " (" + reading.reason() + ")"))));
        var target = Files.createDirectories(Path.of("target"));
        Files.write(target.resolve("outcomes.md"), table);
    }

    private static long hits() {
        return ENDED.get("format-id-skeletons").entrySet().stream()
                .filter(one -> {
                    var matcher = SKELETON.matcher(one.getKey());
                    return matcher.matches()
                            && one.getValue().format().puid().equals(matcher.group(1) + "/" + matcher.group(2));
                })
                .count();
    }

    @Test
    void eachFileEndsInAStateAndTheReadersGoOn() {
        assertThat(ENDED.keySet()).containsExactlyElementsOf(SUITES);
        assertThat(ENDED.values()).allSatisfy(ended -> assertThat(ended).isNotEmpty());
        assertThat(goodOnesBetween).isEqualTo(SUITES.size());
    }

    @Test
    void noFileIsSilentlyEmpty() {
        ENDED.values()
                .forEach(ended -> ended.forEach((name, reading) -> {
                    if (reading.state() == ReadingState.READ) {
                        assertThat(reading.files()).as(name).contains(Reading.TEXT);
                    } else if (!reading.state().isUnderstood()) {
                        assertThat(reading.reason()).as(name).isNotBlank();
                    }
                }));
    }

    @Test
    void encryptedPdfsAreNamedUnlessTheyOpenByThemselves() {
        var ended = ENDED.get("hostile");
        ended.forEach((name, reading) -> {
            if (name.startsWith("pdf-encrypted/")) {
                assertThat(reading.state())
                        .as(name)
                        .isEqualTo(
                                name.contains("U=")
                                        ? ReadingState.ENCRYPTED
                                        : name.contains("O=") ? ReadingState.RESTRICTED : ReadingState.READ);
            }
        });
        assertThat(ended.get("images/multipage_single_frame_loop.tiff").state()).isEqualTo(ReadingState.NEEDS_OCR);
        assertThat(ended.get("archives/test_read_format_zip_symlink.zip").state())
                .isEqualTo(ReadingState.UNSAFE_NAME);
    }

    @Test
    void eachChineseFileAndEachOfdGivesItsText() {
        assertThat(ENDED.get("ofd").values()).allSatisfy(reading -> {
            assertThat(reading.kind()).isEqualTo(FileKind.OFD);
            assertThat(reading.state()).isEqualTo(ReadingState.READ);
        });
        assertThat(ENDED.get("chinese"))
                .allSatisfy((name, reading) -> assertThat(reading.state())
                        .as(name)
                        .isEqualTo(name.equals("issue12823.pdf") ? ReadingState.DAMAGED : ReadingState.READ));
        assertThat(ENDED.get("chinese").get("tutor.zh.euc").facts()).containsEntry(Fact.CHARSET, "GB18030");
    }

    /** The signature file of the last published artifact is of early 2022; ids given out since then it cannot know. */
    @Test
    void formatIdsAreAsTheSkeletonsSay() {
        assertThat(hits()).isGreaterThanOrEqualTo(120);
    }
}

package lantai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bags: our own are valid and every harm to them is named; those of the public suite are judged as it judges them. */
class BagTest {
    @TempDir
    private Path folder;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path written() throws IOException {
        var bag = folder.resolve("bag");
        var writer = new BagWriter(new FolderSink(bag));
        writer.put("J057-WS·2025-D30-0001/masters/001-样例.txt", bytes("样例"));
        writer.put("J057-WS·2025-D30-0001/100%\n.txt", bytes(""));
        var information = new LinkedHashMap<String, String>();
        information.put("Source-Organization", "样例局");
        writer.finish(information);
        return bag;
    }

    private static List<String> codes(Path bag) throws IOException {
        return new BagCheck(bag)
                .run().issues().stream().map(PackageReport.Issue::code).toList();
    }

    @Test
    void whatIsWrittenIsValidAndTellsOfItself() throws IOException {
        var bag = written();
        var report = new BagCheck(bag).run();
        assertThat(report.issues()).isEmpty();
        assertThat(report.facts()).isEqualTo(Map.of("version", "1.0", "payloadFiles", "2"));
        assertThat(Files.readString(bag.resolve("bag-info.txt")))
                .isEqualTo("Source-Organization: 样例局\nPayload-Oxum: 6.2\n");
        assertThat(Files.readString(bag.resolve("manifest-sha256.txt"))).contains("100%25%0A.txt");
        assertThatThrownBy(() -> new FolderSink(bag)).isInstanceOf(Refused.class);
    }

    @Test
    void everyHarmIsNamed() throws IOException {
        var bag = written();
        var master = bag.resolve("data/J057-WS·2025-D30-0001/masters/001-样例.txt");
        Files.writeString(master, "改过");
        assertThat(codes(bag)).containsExactly("DIGEST_DIFFERS", "DIGEST_DIFFERS");
        Files.writeString(master, "更长一些");
        assertThat(codes(bag)).containsExactly("DIGEST_DIFFERS", "DIGEST_DIFFERS", "OXUM");
        Files.delete(master);
        assertThat(codes(bag)).containsExactly("FILE_MISSING", "OXUM");
        Files.writeString(master, "样例");
        Files.writeString(bag.resolve("data/extra"), "");
        assertThat(codes(bag)).containsExactly("FILE_NOT_LISTED", "OXUM");
        Files.delete(bag.resolve("data/extra"));
        Files.createSymbolicLink(bag.resolve("data/link"), Path.of("/etc/hostname"));
        assertThat(codes(bag)).containsExactly("LINK");
        assertThat(codes(Files.createDirectory(folder.resolve("nothing"))))
                .contains("DECLARATION", "PAYLOAD_FOLDER", "MANIFEST_MISSING");
    }

    @Test
    void aZipHoldsTheSameBagInOneFolder() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sink = new ZipSink(out, "样例")) {
            var writer = new BagWriter(sink);
            writer.put("a", bytes("样例"));
            writer.finish(Map.of());
        }
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        assertThat(codes(folder.resolve("样例"))).isEmpty();
    }

    @Test
    void aZipIsReadWhereItLiesAndIsTheSameBagAsItsFolder() throws IOException {
        var zip = folder.resolve("样例.zip");
        try (var sink = new ZipSink(Files.newOutputStream(zip), "样例包")) {
            var writer = new BagWriter(sink);
            writer.put("J057/样例.txt", bytes("样例"));
            writer.finish(Map.of("External-Identifier", "样例-1"));
        }
        try (var opened = Bag.open(zip).orElseThrow();
                var unpacked = Bag.open(unpacked(opened)).orElseThrow()) {
            assertThat(opened.check().issues()).isEmpty();
            assertThat(List.of(opened.name(), unpacked.name())).containsOnly("样例包");
            assertThat(opened.information())
                    .isEqualTo(Map.of("External-Identifier", "样例-1", "Payload-Oxum", "6.1"))
                    .isEqualTo(unpacked.information());
            assertThat(opened.manifest()).hasSize(64).isEqualTo(unpacked.manifest());
            assertThat(opened.payload())
                    .extracting(file -> opened.data().relativize(file).toString())
                    .containsExactly("J057/样例.txt");
        }
        assertThat(Bag.open(Files.writeString(folder.resolve("no.zip"), "样例"))).isEmpty();
        assertThat(Bag.open(folder.resolve("nothing"))).isEmpty();
    }

    private Path unpacked(Bag bag) throws IOException {
        var from = bag.data().getParent();
        var to = folder.resolve("unpacked").resolve(bag.name());
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return to;
    }

    @Test
    void thePublicSuiteIsJudgedAsItsFoldersSay() throws IOException {
        var suite = Path.of(Optional.ofNullable(System.getenv("LANTAI_SHARED")).orElse("../../shared"))
                .resolve("corpus/interop/bagit");
        assumeTrue(Files.isDirectory(suite), "the public suite is not here");
        var wrong = new ArrayList<String>();
        var judged = 0;
        try (var bags = Files.find(suite, 3, (path, _) -> suite.relativize(path).getNameCount() == 3)) {
            for (var bag : bags.sorted().toList()) {
                var report = new BagCheck(bag).run();
                var right = switch (bag.getName(bag.getNameCount() - 2).toString()) {
                    case "valid" -> report.isValid();
                    case "warning" -> report.isValid() && !report.warnings().isEmpty();
                    default -> !report.isValid();
                };
                judged++;
                if (!right) {
                    wrong.add(suite.relativize(bag) + " " + report.issues());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(37);
    }
}

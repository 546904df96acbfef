package lantai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lantai.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in: our own records are recognised, and zip files that mean harm are refused before anything of them is read. */
class InboundTest {
    private static final String DESCRIPTION = """
            {"schema": "lantai-metadata-1", "referenceCode": "J057-WS·2025-D30-0001", "category": "WS", "year": 2025,
             "retention": "D30", "title": "样例·通知", "elements": [{"element": "scope", "value": "样例摘要"}],
             "components": [{"path": "masters/001-a.txt", "name": "a.txt"}, {"path": "masters/002-a.txt", "name": "a.txt"}]}
            """;

    @TempDir
    private Path folder;

    private Path bag(Map<String, String> files) throws IOException {
        var bag = folder.resolve("bag");
        var writer = new BagWriter(new FolderSink(bag));
        for (var file : files.entrySet()) {
            writer.put(file.getKey(), new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        writer.finish(Map.of("Source-Organization", "样例局"));
        return bag;
    }

    private Path zip(String... names) throws IOException {
        var file = folder.resolve("a.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void aRecordOfOursComesInAsItsMastersWithItsDescription() throws IOException {
        var bag = bag(Map.of(
                "one/metadata.json", DESCRIPTION,
                "one/premis.xml", "<premis/>",
                "one/masters/001-a.txt", "甲",
                "one/masters/002-a.txt", "乙",
                "loose.txt", "丙"));
        try (var inbound = Inbound.open(bag, folder).orElseThrow()) {
            assertThat(inbound.check().isValid()).isTrue();
            var files = inbound.files();
            assertThat(files)
                    .extracting(InboundFile::path)
                    .containsExactly("one/00001-a.txt", "one/00002-a.txt", "loose.txt");
            assertThat(files.getFirst().said())
                    .containsEntry("described:title", "样例·通知")
                    .containsEntry("described:year", "2025")
                    .containsEntry("described:reference-code", "J057-WS·2025-D30-0001")
                    .containsEntry("described:scope", "样例摘要")
                    .containsEntry(InboundFile.RECORD, "one")
                    .containsEntry("bag-info:Source-Organization", "样例局");
            assertThat(files.getLast().said()).doesNotContainKey(InboundFile.RECORD);
        }
    }

    @Test
    void aPackageWhoseDescriptionBearsTheMarkOfAStateSecretIsNotValid() throws IOException {
        for (var description :
                List.of(DESCRIPTION.replace("样例·通知", "样例·通知（秘密）"), DESCRIPTION.replace("样例摘要", "备注：机密★10年"))) {
            var bag = bag(Map.of(
                    "one/metadata.json", description,
                    "one/masters/001-a.txt", "甲",
                    "one/masters/002-a.txt", "乙"));
            try (var inbound = Inbound.open(bag, folder).orElseThrow()) {
                var report = inbound.check();
                assertThat(report.isValid()).isFalse();
                assertThat(report.errors())
                        .allSatisfy(issue -> {
                            assertThat(issue.code()).isEqualTo("STATE_SECRET");
                            assertThat(issue.message())
                                    .as("no more than the level")
                                    .hasSize(2);
                        })
                        .extracting(PackageReport.Issue::place)
                        .containsExactly("one/00001-a.txt", "one/00002-a.txt");
            }
            delete(bag);
        }
    }

    @Test
    void aDescriptionThatDoesNotFitItsFilesIsAFileLikeOthers() throws IOException {
        for (var description : List.of(
                DESCRIPTION.replace("masters/002", "masters/003"),
                DESCRIPTION.replace("masters/002-a.txt", "../../loose.txt"),
                DESCRIPTION.replace("lantai-metadata-1", "other"),
                "not json")) {
            var bag = bag(Map.of(
                    "one/metadata.json", description,
                    "one/masters/001-a.txt", "甲",
                    "one/masters/002-a.txt", "乙"));
            try (var inbound = Inbound.open(bag, folder).orElseThrow()) {
                assertThat(inbound.files())
                        .as(description)
                        .hasSize(3)
                        .allSatisfy(file -> assertThat(file.said()).doesNotContainKey("described:title"));
            }
            delete(bag);
        }
    }

    private static void delete(Path bag) throws IOException {
        try (var all = Files.walk(bag)) {
            for (var path : all.toList().reversed()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aZipFileThatLeadsOutOfItselfIsRefused() throws IOException {
        for (var name : List.of("../out.txt", "a/../../out.txt", "/etc/out", "C:\\out", "a\\..\\out")) {
            var zip = zip("bag/bagit.txt", name);
            refused(zip, ExchangeProblem.ZIP_LEADS_OUT);
        }
    }

    @Test
    void aZipFileWithANameTwiceIsRefused() throws IOException {
        var zip = zip("bag/data/a.txt", "bag/data/b.txt");
        var twice = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1).replace("b.txt", "a.txt");
        Files.write(zip, twice.getBytes(StandardCharsets.ISO_8859_1));
        refused(zip, ExchangeProblem.ZIP_NAME_TWICE);
    }

    @Test
    void aZipFileThatWouldBecomeFarLargerIsRefused() throws IOException {
        refused(bomb(), ExchangeProblem.ZIP_TOO_LARGE);
    }

    @Test
    void whatAZipFileSaysOfItsSizesIsNotBelieved() throws IOException {
        var file = bomb();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        var list = bytes.getInt(bytes.limit() - 6);
        assertThat(bytes.getInt(list)).as("the head of the entry in the list").isEqualTo(0x02014b50);
        bytes.putInt(list + 24, 1_000);
        Files.write(file, bytes.array());
        refused(file, ExchangeProblem.ZIP_TOO_LARGE);
    }

    private void refused(Path zip, ExchangeProblem problem) {
        assertThatThrownBy(() -> Inbound.open(zip, folder))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private Path bomb() throws IOException {
        var file = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bag/zeros"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 80; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(file)).isLessThan(100_000);
        return file;
    }

    @Test
    void whatIsNoPackageIsNone() throws IOException {
        assertThat(Inbound.open(Files.writeString(folder.resolve("a.txt"), "样例"), folder))
                .isEmpty();
        assertThat(Inbound.open(folder.resolve("nothing"), folder)).isEmpty();
    }
}

package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import lantai.cipher.CipherAlgorithm;
import lantai.rebuild.Difference;
import lantai.storage.FixityDigest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An archive of enciphered records comes back with its keys as another does; without them it says what stays closed. */
class EncryptedRebuildTest extends RebuildTest {
    @BeforeAll
    static void encipher() {
        archive.encipher(CipherAlgorithm.SM4_GCM);
    }

    @Test
    void withoutKeysItSaysWhichRecordsStayClosed() throws Exception {
        var item = archive.file(archivist, "加密", 2025, "D30");
        var kek = data.resolve("keys/key-encryption.properties");
        Files.move(kek, data.resolve("aside.properties"));
        try (var database = empty()) {
            assertThat(rebuild(database).differences())
                    .filteredOn(difference -> difference.subject().equals(item.objectId()))
                    .extracting(Difference::kind)
                    .contains(Difference.Kind.CLOSED);
        } finally {
            Files.move(data.resolve("aside.properties"), kek);
        }
        try (var database = empty()) {
            assertThat(rebuild(database).differences())
                    .noneMatch(difference -> difference.subject().equals(item.objectId()));
            var back = database.jdbi().withHandle(handle -> archive.doors.items.find(handle, item.id()));
            assertThat(back).isPresent();
        }
    }

    @Override
    @Test
    void aStrangerTakesEveryRecordOutWithoutThisProgram() throws Exception {
        var item = archive.file(archivist, "给外人看", 2025, "D30");
        assertThat(python(
                        "../docs/read-records.py",
                        data.resolve("objects").toString(),
                        data.resolve("read").toString()))
                .as("every digest is checked without a key")
                .isZero();
        assertThat(python(
                        "../docs/open-records.py",
                        data.resolve("objects").toString(),
                        data.resolve("keys/key-encryption.properties").toString(),
                        data.resolve("item-keys").toString(),
                        data.resolve("out").toString()))
                .isZero();
        var folder = data.resolve("out").resolve(item.referenceCode().text());
        assertThat(FixityDigest.of(folder.resolve("masters/001-样例.txt")).sha256())
                .isEqualTo(archive.sha256(item.id()));
        assertThat(Files.readString(folder.resolve("metadata.json"))).contains("给外人看");
        assertThat(Files.exists(data.resolve("read")
                        .resolve(item.referenceCode().text())
                        .resolve("masters/001")))
                .isTrue();
    }

    private static int python(String... command) throws Exception {
        var line = new java.util.ArrayList<>(java.util.List.of("python3"));
        line.addAll(java.util.List.of(command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("stranger.log").toFile())
                .start()
                .waitFor();
    }
}

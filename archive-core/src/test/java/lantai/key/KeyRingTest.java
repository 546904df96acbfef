package lantai.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of a data folder. */
class KeyRingTest {
    private static final String NUMBER = "990101197811110565";

    @TempDir
    Path folder;

    @Test
    void keysAreMadeOnceAndReadAgain() {
        var first = KeyRing.open(folder.resolve("keys"));
        var again = KeyRing.open(folder.resolve("keys"));
        assertThat(again.keyedHash(NUMBER)).isEqualTo(first.keyedHash(NUMBER)).hasSize(32);
        assertThat(again.decrypt(first.encrypt(NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws IOException {
        KeyRing.open(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keyring.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherFolderHasOtherKeys() {
        var here = KeyRing.open(folder.resolve("here"));
        var there = KeyRing.open(folder.resolve("there"));
        assertThat(there.keyedHash(NUMBER)).isNotEqualTo(here.keyedHash(NUMBER));
        var sealed = here.encrypt(NUMBER);
        assertThatExceptionOfType(Damaged.class).isThrownBy(() -> there.decrypt(sealed));
    }

    @Test
    void theSameTextIsNeverEncryptedTheSameWay() {
        var keys = KeyRing.open(folder);
        assertThat(keys.encrypt(NUMBER)).isNotEqualTo(keys.encrypt(NUMBER));
        assertThat(keys.decrypt(keys.encrypt(""))).isEmpty();
        assertThat(keys.decrypt(keys.encrypt("样例·李秀兰"))).isEqualTo("样例·李秀兰");
    }

    @Test
    void anyByteAlteredIsNoticed() {
        var keys = KeyRing.open(folder);
        var sealed = keys.encrypt(NUMBER);
        for (var i = 0; i < sealed.length; i++) {
            var altered = sealed.clone();
            altered[i] ^= 1;
            assertThatExceptionOfType(Damaged.class).as("byte " + i).isThrownBy(() -> keys.decrypt(altered));
        }
        assertThatExceptionOfType(Damaged.class).isThrownBy(() -> keys.decrypt(new byte[27]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hash=AAAA\ncipher=AAAA", "hash=not base64", "cipher=AAAAAAAAAAAAAAAAAAAAAA=="})
    void aFileThatHoldsNoKeysIsNeverReplaced(String content) throws IOException {
        var file = folder.resolve("keyring.properties");
        Files.writeString(file, content);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> KeyRing.open(folder));
        assertThat(file).hasContent(content);
    }
}

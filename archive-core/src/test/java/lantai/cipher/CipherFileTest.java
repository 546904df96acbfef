package lantai.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import lantai.problem.Damaged;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was enciphered comes back whole or in parts, and nothing that was done to it stays unseen. */
class CipherFileTest {
    private static final CipherFile.Place PLACE = new CipherFile.Place("urn:uuid:1", "masters/001");
    private static final byte[] ABOUT = "样例.tif".getBytes(StandardCharsets.UTF_8);
    private static final int SMALL = 4;

    @TempDir
    private Path folder;

    private static ItemKey key(CipherAlgorithm algorithm) {
        return ItemKey.fresh(algorithm, new SecureRandom());
    }

    private static byte[] sealed(ItemKey key, byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        CipherFile.write(PLACE, key, ABOUT, new ByteArrayInputStream(plain), out, SMALL);
        return out.toByteArray();
    }

    private byte[] opened(ItemKey key, CipherFile.Place place, byte[] sealed, long offset) throws IOException {
        var file = Files.write(folder.resolve("sealed"), sealed);
        try (var opened = CipherFile.open(FileChannel.open(file), place, key)) {
            assertThat(opened.about()).isEqualTo(ABOUT);
            return opened.from(offset).readAllBytes();
        }
    }

    private static byte[] text(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void everyLengthComesBackFromEveryPlace(CipherAlgorithm algorithm) throws IOException {
        var key = key(algorithm);
        for (var size : new int[] {0, 1, 15, 16, 17, 31, 32, 33, 100}) {
            var plain = text(size);
            var sealed = sealed(key, plain);
            for (var offset = 0; offset <= size; offset++) {
                assertThat(opened(key, PLACE, sealed, offset)).isEqualTo(Arrays.copyOfRange(plain, offset, size));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfManySegmentsStreams(CipherAlgorithm algorithm) throws IOException {
        var key = key(algorithm);
        var plain = text((3 << 20) + 5);
        var out = new ByteArrayOutputStream();
        CipherFile.write(PLACE, key, ABOUT, new ByteArrayInputStream(plain), out);
        assertThat(opened(key, PLACE, out.toByteArray(), 0)).isEqualTo(plain);
        assertThat(opened(key, PLACE, out.toByteArray(), 2 << 20)).hasSize((1 << 20) + 5);
    }

    @ParameterizedTest
    @EnumSource
    void aCutOffFileDoesNotOpen(CipherAlgorithm algorithm) throws IOException {
        var key = key(algorithm);
        for (var size : new int[] {0, 16, 40}) {
            var sealed = sealed(key, text(size));
            for (var length = 0; length < sealed.length; length++) {
                var cut = Arrays.copyOf(sealed, length);
                assertThatThrownBy(() -> opened(key, PLACE, cut, 0))
                        .as("%d of %d bytes", length, sealed.length)
                        .isInstanceOf(Damaged.class);
            }
            var longer = Arrays.copyOf(sealed, sealed.length + 1);
            assertThatThrownBy(() -> opened(key, PLACE, longer, 0)).isInstanceOf(Damaged.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noFlippedBitStaysUnseen(CipherAlgorithm algorithm) throws IOException {
        var key = key(algorithm);
        var sealed = sealed(key, text(40));
        for (var at = 0; at < sealed.length; at++) {
            var flipped = sealed.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            assertThatThrownBy(() -> opened(key, PLACE, flipped, 0))
                    .as("byte %d", at)
                    .isInstanceOf(Damaged.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void segmentsCannotChangePlaces(CipherAlgorithm algorithm) throws IOException {
        var key = key(algorithm);
        var sealed = sealed(key, text(64));
        var start = sealed.length - 4 * 32;
        var swapped = sealed.clone();
        System.arraycopy(sealed, start, swapped, start + 32, 32);
        System.arraycopy(sealed, start + 32, swapped, start, 32);
        assertThatThrownBy(() -> opened(key, PLACE, swapped, 0)).isInstanceOf(Damaged.class);
        var without = new byte[sealed.length - 32];
        System.arraycopy(sealed, 0, without, 0, start + 32);
        System.arraycopy(sealed, start + 64, without, start + 32, 64);
        assertThatThrownBy(() -> opened(key, PLACE, without, 0)).isInstanceOf(Damaged.class);
        var other = sealed(key, text(64));
        var mixed = sealed.clone();
        System.arraycopy(other, start, mixed, start, 32);
        assertThatThrownBy(() -> opened(key, PLACE, mixed, 0)).isInstanceOf(Damaged.class);
    }

    @ParameterizedTest
    @EnumSource
    void neitherAnotherKeyNorAnotherPlaceOpensIt(CipherAlgorithm algorithm) throws IOException {
        var key = key(algorithm);
        var sealed = sealed(key, text(40));
        var sameName = new ItemKey(key.id(), algorithm, key(algorithm).bytes());
        assertThatThrownBy(() -> opened(sameName, PLACE, sealed, 0)).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> opened(key(algorithm), PLACE, sealed, 0)).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> opened(key, new CipherFile.Place(PLACE.object(), "masters/002"), sealed, 0))
                .isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> opened(key, new CipherFile.Place("urn:uuid:2", PLACE.path()), sealed, 0))
                .isInstanceOf(Damaged.class);
        assertThat(sealed(key, text(40))).as("equal files do not look equal").isNotEqualTo(sealed);
    }
}

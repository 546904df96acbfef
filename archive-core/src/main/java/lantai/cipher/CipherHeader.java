package lantai.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * The first 68 bytes of an enciphered file, readable by anyone: eight bytes {@code LANTAI 00 01} (the version of the form), the
 * number of the algorithm, the logarithm of the size of a segment, two bytes with the length of what is said about the file, 16 bytes
 * with the id of the item's key, 32 bytes of salt, seven bytes that lead every nonce, and one zero.
 */
final class CipherHeader {
    /** How long it is. */
    static final int BYTES = 68;

    private static final byte[] MAGIC = {'L', 'A', 'N', 'T', 'A', 'I', 0, 1};
    private static final int SALT = 28;
    private static final int PREFIX = 60;
    private static final int SMALLEST = 4;
    private static final int LARGEST = 26;

    private final byte[] bytes;

    private CipherHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes a new one.
     *
     * @param logarithm of the size of a segment to base two
     * @param about how many bytes are said about the file
     */
    static CipherHeader fresh(ItemKey key, int logarithm, int about, SecureRandom random) {
        var random39 = new byte[39];
        random.nextBytes(random39);
        return new CipherHeader(ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .put((byte) key.algorithm().number())
                .put((byte) logarithm)
                .putShort((short) about)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(random39)
                .array());
    }

    /** {@return the header that these bytes begin with, if it is one} */
    static Optional<CipherHeader> read(byte[] start) {
        if (start.length < BYTES
                || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                || CipherAlgorithm.of(start[8]).isEmpty()
                || start[9] < SMALLEST
                || start[9] > LARGEST
                || start[BYTES - 1] != 0) {
            return Optional.empty();
        }
        return Optional.of(new CipherHeader(Arrays.copyOf(start, BYTES)));
    }

    CipherAlgorithm algorithm() {
        return CipherAlgorithm.of(bytes[8]).orElseThrow();
    }

    /** {@return how many bytes of the file a segment holds} */
    int segment() {
        return 1 << bytes[9];
    }

    /** {@return how many bytes are said about the file} */
    int about() {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(10));
    }

    UUID key() {
        var all = ByteBuffer.wrap(bytes);
        return new UUID(all.getLong(12), all.getLong(20));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** {@return the key of this file alone, bound to its header, its object and its place there} */
    byte[] derive(ItemKey key, CipherFile.Place place) {
        var object = place.object().getBytes(StandardCharsets.UTF_8);
        var path = place.path().getBytes(StandardCharsets.UTF_8);
        var use = ByteBuffer.allocate(BYTES + object.length + 1 + path.length)
                .put(bytes)
                .put(object)
                .put((byte) 0)
                .put(path)
                .array();
        return algorithm().derive(key.bytes(), Arrays.copyOfRange(bytes, SALT, PREFIX), use);
    }

    /** {@return the nonce of a segment} */
    byte[] nonce(long number, int kind) {
        return ByteBuffer.allocate(CipherAlgorithm.NONCE)
                .put(bytes, PREFIX, 7)
                .putInt((int) number)
                .put((byte) kind)
                .array();
    }
}

package lantai.cipher;

import java.security.SecureRandom;
import java.util.UUID;

/** The key of one item: everything in its object is enciphered with keys derived from it. Never logged, never in the database. */
public final class ItemKey {
    private final UUID id;
    private final CipherAlgorithm algorithm;
    private final byte[] bytes;

    /** @param bytes as many as the algorithm wants */
    public ItemKey(UUID id, CipherAlgorithm algorithm, byte[] bytes) {
        if (bytes.length != algorithm.keyBytes()) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes, expected " + algorithm.keyBytes());
        }
        this.id = id;
        this.algorithm = algorithm;
        this.bytes = bytes.clone();
    }

    /** {@return a new key} */
    public static ItemKey fresh(CipherAlgorithm algorithm, SecureRandom random) {
        var bytes = new byte[algorithm.keyBytes()];
        random.nextBytes(bytes);
        return new ItemKey(UUID.randomUUID(), algorithm, bytes);
    }

    /** {@return by what it is known, which is no secret} */
    public UUID id() {
        return id;
    }

    /** {@return what it is for} */
    public CipherAlgorithm algorithm() {
        return algorithm;
    }

    /** {@return the key itself, to be wrapped} */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return algorithm.code() + " key " + id;
    }
}

package lantai.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The archive's own keys, from a file that only the server's account may read. Not a certified cryptographic product.
 *
 * <p>Losing the file means losing the personal numbers in the database and the search by them; it belongs into every
 * backup. Thread-safe.
 */
public final class KeyRing {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] hashKey;
    private final byte[] cipherKey;
    private final SecureRandom random = new SecureRandom();

    private KeyRing(byte[] hashKey, byte[] cipherKey) {
        this.hashKey = hashKey;
        this.cipherKey = cipherKey;
    }

    /**
     * Reads the keys of a data folder; makes them at the first start.
     *
     * @param folder the {@code keys} folder, created when missing
     * @throws Unavailable when the file cannot be read or written
     */
    public static KeyRing open(Path folder) {
        var file = folder.resolve("keyring.properties");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                create(file);
            }
            var keys = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                keys.load(in);
            }
            return new KeyRing(decode(keys, "hash", 32), decode(keys, "cipher", 16));
        } catch (IOException | IllegalArgumentException failure) {
            var unreadable = new Unavailable(KeyProblem.KEY_FILE_UNREADABLE, file);
            unreadable.initCause(failure);
            throw unreadable;
        }
    }

    /** Hashes with the archive's key (HMAC-SM3): equal texts give equal hashes, which nobody without the key can check. */
    public byte[] keyedHash(String text) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(hashKey));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        var hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return hash;
    }

    /** Encrypts with SM4-GCM under a fresh nonce, which leads the result. */
    public byte[] encrypt(String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = run(true, nonce, text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reverses {@link #encrypt}.
     *
     * @throws Damaged when the text was altered or belongs to another key
     */
    public String decrypt(byte[] cipherText) {
        if (cipherText.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new Damaged(KeyProblem.CIPHER_TEXT_DAMAGED);
        }
        try {
            var open = run(
                    false,
                    Arrays.copyOf(cipherText, NONCE_BYTES),
                    Arrays.copyOfRange(cipherText, NONCE_BYTES, cipherText.length));
            return new String(open, StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException altered) {
            var damaged = new Damaged(KeyProblem.CIPHER_TEXT_DAMAGED);
            damaged.initCause(altered);
            throw damaged;
        }
    }

    private byte[] run(boolean encrypting, byte[] nonce, byte[] input) throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypting, new AEADParameters(new KeyParameter(cipherKey), TAG_BITS, nonce));
        var output = new byte[cipher.getOutputSize(input.length)];
        var written = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }

    private static void create(Path file) throws IOException {
        var random = new SecureRandom();
        var text = "hash=" + fresh(random, 32) + "\ncipher=" + fresh(random, 16) + "\n";
        var temporary = Files.createTempFile(
                file.getParent(),
                "keyring",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, text);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file);
    }

    private static String fresh(SecureRandom random, int bytes) {
        var key = new byte[bytes];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] decode(Properties keys, String name, int bytes) {
        var key = Base64.getDecoder().decode(keys.getProperty(name, ""));
        if (key.length != bytes) {
            throw new IllegalArgumentException("key \"" + name + "\" has " + key.length + " bytes, expected " + bytes);
        }
        return key;
    }
}

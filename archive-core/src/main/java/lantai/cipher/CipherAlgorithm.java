package lantai.cipher;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The algorithms that records can be enciphered with, both with a tag that proves the text unaltered. Names and codes are stored. */
public enum CipherAlgorithm {
    /** NIST SP 800-38D with a key of 256 bits; keys are derived with HMAC-SHA256. */
    AES_256_GCM("AES-256-GCM", 1, 32),
    /** GB/T 32907-2016 in Galois/Counter Mode (RFC 8998); keys are derived with HMAC-SM3. */
    SM4_GCM("SM4-GCM", 2, 16);

    /** How long a tag is, in bytes. */
    public static final int TAG = 16;

    /** How long a nonce is, in bytes. */
    public static final int NONCE = 12;

    private final String code;
    private final int number;
    private final int keyBytes;

    CipherAlgorithm(String code, int number, int keyBytes) {
        this.code = code;
        this.number = number;
        this.keyBytes = keyBytes;
    }

    /** {@return its name in rules and files, for example {@code SM4-GCM}} */
    public String code() {
        return code;
    }

    /** {@return how long its keys are, in bytes} */
    public int keyBytes() {
        return keyBytes;
    }

    int number() {
        return number;
    }

    /** {@return the algorithm with this name} */
    public static Optional<CipherAlgorithm> of(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    static Optional<CipherAlgorithm> of(int number) {
        return Stream.of(values()).filter(one -> one.number == number).findFirst();
    }

    /**
     * Enciphers a text.
     *
     * @param nonce 12 bytes, never used twice with one key
     * @param beside what the tag vouches for too, without being enciphered
     * @return the enciphered text and its tag
     */
    public byte[] seal(byte[] key, byte[] nonce, byte[] beside, byte[] text) {
        return run(true, key, nonce, beside, text).orElseThrow(() -> new IllegalStateException("sealing cannot fail"));
    }

    /** {@return the text again}; empty when it, the nonce, what stands beside or the key is another */
    public Optional<byte[]> open(byte[] key, byte[] nonce, byte[] beside, byte[] sealed) {
        return sealed.length < TAG ? Optional.empty() : run(false, key, nonce, beside, sealed);
    }

    private Optional<byte[]> run(boolean sealing, byte[] key, byte[] nonce, byte[] beside, byte[] input) {
        return switch (this) {
            case AES_256_GCM -> aes(sealing, key, nonce, beside, input);
            case SM4_GCM -> sm4(sealing, key, nonce, beside, input);
        };
    }

    private static Optional<byte[]> aes(boolean sealing, byte[] key, byte[] nonce, byte[] beside, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    sealing ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(beside);
            return Optional.of(cipher.doFinal(input));
        } catch (AEADBadTagException altered) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<byte[]> sm4(boolean sealing, byte[] key, byte[] nonce, byte[] beside, byte[] input) {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG * 8, nonce, beside));
        var output = new byte[cipher.getOutputSize(input.length)];
        try {
            var written = cipher.processBytes(input, 0, input.length, output, 0);
            cipher.doFinal(output, written);
            return Optional.of(output);
        } catch (InvalidCipherTextException altered) {
            return Optional.empty();
        }
    }

    /** {@return a key of its own for one use, which tells nothing of the key it comes from (HKDF, RFC 5869)} */
    byte[] derive(byte[] key, byte[] salt, byte[] use) {
        Digest digest = this == SM4_GCM ? new SM3Digest() : new SHA256Digest();
        var generator = new HKDFBytesGenerator(digest);
        generator.init(new HKDFParameters(key, salt, use));
        var derived = new byte[keyBytes];
        generator.generateBytes(derived, 0, keyBytes);
        return derived;
    }
}

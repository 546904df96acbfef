package lantai.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Computes both digests and the size of bytes that stream by. Not thread-safe. */
public final class FixityDigest {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha256;
    private final SM3Digest sm3 = new SM3Digest();
    private final boolean withSm3;
    private long size;

    public FixityDigest() {
        this(true);
    }

    /** @param withSm3 whether SM3 is computed too, which takes ten times as long as SHA-256; without it there is no {@link #finish} */
    FixityDigest(boolean withSm3) {
        this.withSm3 = withSm3;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Takes in the next bytes. */
    public void update(byte[] bytes, int offset, int length) {
        sha256.update(ByteBuffer.wrap(bytes, offset, length));
        if (withSm3) {
            sm3.update(bytes, offset, length);
        }
        size += length;
    }

    /** {@return how many bytes have come by} */
    public long size() {
        return size;
    }

    /**
     * The sums of everything that came by.
     *
     * @param sm3 empty when it was not computed
     */
    record Sums(String sha256, Optional<String> sm3, long size) {
        /** {@return whether bytes with these sums can be those of a fixity} */
        boolean fit(Fixity fixity) {
            return sha256.equals(fixity.sha256())
                    && size == fixity.size()
                    && sm3.map(fixity.sm3()::equals).orElse(true);
        }
    }

    /** {@return the sums of everything so far}; nothing may come by afterwards */
    Sums sums() {
        var hex = HexFormat.of();
        var sum = Optional.<String>empty();
        if (withSm3) {
            var result = new byte[sm3.getDigestSize()];
            sm3.doFinal(result, 0);
            sum = Optional.of(hex.formatHex(result));
        }
        return new Sums(hex.formatHex(sha256.digest()), sum, size);
    }

    /** {@return the fixity of everything so far}; the digest starts anew afterwards */
    public Fixity finish() {
        if (!withSm3) {
            throw new IllegalStateException("SM3 was not computed");
        }
        var result = new byte[sm3.getDigestSize()];
        sm3.doFinal(result, 0);
        var hex = HexFormat.of();
        var fixity = new Fixity(hex.formatHex(sha256.digest()), hex.formatHex(result), size);
        size = 0;
        return fixity;
    }

    /** {@return the SHA-256 of a text in UTF-8} */
    public static String sha256(String text) {
        var digest = new FixityDigest();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        return digest.finish().sha256();
    }

    /** {@return the fixity of a file, read once from start to end} */
    public static Fixity of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return of(in);
        }
    }

    /** {@return the fixity of a stream, read to its end} */
    public static Fixity of(InputStream in) throws IOException {
        var digest = new FixityDigest();
        digest.updateAll(in);
        return digest.finish();
    }

    /** {@return the sums of a stream without SM3, read to its end}: enough to tell whether bytes are those that were given */
    static Sums swift(InputStream in) throws IOException {
        var digest = new FixityDigest(false);
        digest.updateAll(in);
        return digest.sums();
    }

    private void updateAll(InputStream in) throws IOException {
        var buffer = new byte[BUFFER];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            update(buffer, 0, read);
        }
    }
}

package lantai.storage;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of OCFL's inventories. */
final class Digests {
    private static final int BUFFER = 1 << 16;

    private Digests() {}

    /** {@return a new SHA-512, which every Java has} */
    static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@return the SHA-512 of a stream, read to its end} */
    static String sha512(InputStream in) throws IOException {
        var digest = sha512();
        var buffer = new byte[BUFFER];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package lantai.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Several digests of one stream, named as bags name them. */
final class Digests {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final Map<String, String> KNOWN = Map.of(
            "md5", "MD5",
            "sha1", "SHA-1",
            "sha224", "SHA-224",
            "sha256", "SHA-256",
            "sha384", "SHA-384",
            "sha512", "SHA-512",
            "sha3256", "SHA3-256",
            "sha3512", "SHA3-512",
            "sm3", "SM3");
    private static final int BUFFER = 1 << 16;

    private Digests() {}

    static boolean knows(String algorithm) {
        return KNOWN.containsKey(algorithm);
    }

    /** Reads a stream to its end. {@return its digests in small hexadecimal letters, by algorithm} */
    static Map<String, String> of(InputStream in, Collection<String> algorithms) throws IOException {
        var digests = new LinkedHashMap<String, MessageDigest>();
        algorithms.forEach(name -> digests.put(name, digest(name)));
        var buffer = new byte[BUFFER];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (var digest : digests.values()) {
                digest.update(buffer, 0, read);
            }
        }
        var results = new LinkedHashMap<String, String>();
        digests.forEach((name, digest) -> results.put(name, HexFormat.of().formatHex(digest.digest())));
        return results;
    }

    /** A new digest by one of the known algorithms. */
    static MessageDigest digest(String algorithm) {
        var name = Optional.ofNullable(KNOWN.get(algorithm))
                .orElseThrow(() -> new IllegalArgumentException("no such digest: \"" + algorithm + '"'));
        try {
            return name.equals("SM3") ? MessageDigest.getInstance(name, PROVIDER) : MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

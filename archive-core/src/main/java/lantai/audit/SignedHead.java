package lantai.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import lantai.key.SigningKey;

/**
 * What the archive has sworn to at a moment: so many entries, with this root of their tree.
 *
 * @param size how many entries, at least 1
 * @param root root of the tree over them, SHA-256, 64 hexadecimal digits
 * @param time when it was made, whole seconds
 * @param chainSm3 SM3 of the last link of the chain
 * @param chainSha256 SHA-256 of the last link of the chain
 * @param before SHA-256 of the file of the head exported before it, or {@code -} for the first
 * @param key by what the key is known that signed it
 * @param signature SM2 with SM3 over {@link #text}, as base64 of DER
 */
public record SignedHead(
        long size,
        String root,
        Instant time,
        String chainSm3,
        String chainSha256,
        String before,
        String key,
        String signature) {
    private static final Pattern FILE = Pattern.compile("""
            lantai-audit-head/1
            size ([1-9]\\d{0,17})
            root ([0-9a-f]{64})
            time (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)
            chain-sm3 ([0-9a-f]{64})
            chain-sha256 ([0-9a-f]{64})
            before (-|[0-9a-f]{64})
            key ([0-9a-f]{64})

            signature ([A-Za-z0-9+/=]{80,120})
            """);

    /** {@return the same, signed} */
    SignedHead signedWith(SigningKey signer) {
        var own = new SignedHead(size, root, time, chainSm3, chainSha256, before, signer.id(), "");
        var made = Base64.getEncoder().encodeToString(signer.sign(own.text().getBytes(StandardCharsets.UTF_8)));
        return new SignedHead(size, root, time, chainSm3, chainSha256, before, signer.id(), made);
    }

    /** {@return the lines that are signed, each with its line feed} */
    public String text() {
        return """
                lantai-audit-head/1
                size %d
                root %s
                time %s
                chain-sm3 %s
                chain-sha256 %s
                before %s
                key %s
                """.formatted(size, root, time, chainSm3, chainSha256, before, key);
    }

    /** {@return the whole file: the signed lines, an empty one, the signature} */
    public String file() {
        return text() + "\nsignature " + signature + "\n";
    }

    /** {@return what stands in a file; empty when it is no head} */
    public static Optional<SignedHead> read(String file) {
        var found = FILE.matcher(file);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(new SignedHead(
                Long.parseLong(found.group(1)),
                found.group(2),
                Instant.parse(found.group(3)),
                found.group(4),
                found.group(5),
                found.group(6),
                found.group(7),
                found.group(8)));
    }

    /** {@return whether it was signed by the holder of this public key (SubjectPublicKeyInfo)} */
    public boolean isSignedBy(byte[] publicKey) {
        return key.equals(SigningKey.id(publicKey))
                && SigningKey.isSignature(
                        publicKey,
                        text().getBytes(StandardCharsets.UTF_8),
                        Base64.getDecoder().decode(signature));
    }
}

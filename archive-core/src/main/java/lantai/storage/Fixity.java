package lantai.storage;

import java.util.regex.Pattern;

/**
 * What proves that bytes are unaltered.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param sm3 64 lower-case hexadecimal digits (GB/T 32905)
 * @param size in bytes
 */
public record Fixity(String sha256, String sm3, long size) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Fixity {
        if (!isDigest(sha256) || !isDigest(sm3) || size < 0) {
            throw new IllegalArgumentException("not a fixity: " + sha256 + ", " + sm3 + ", " + size);
        }
    }

    /** {@return whether the text has the form of a SHA-256 or SM3 digest} */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }
}

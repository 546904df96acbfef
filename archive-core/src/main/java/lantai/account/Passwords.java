package lantai.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import lantai.problem.Malformed;
import lantai.problem.Refused;

/** Hashes, checks and makes passwords: PBKDF2 with HMAC-SHA-512, 210 000 rounds, a salt for each. */
final class Passwords {
    static final int SHORTEST = 10;

    private static final int ROUNDS = 210_000;
    private static final int KEY_BITS = 256;
    /** Without characters that are easily mixed up when read from paper. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final String nobody = hash("nobody");

    String hash(String password) {
        var salt = new byte[16];
        random.nextBytes(salt);
        var base64 = Base64.getEncoder();
        return ROUNDS + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(derive(password, salt, ROUNDS));
    }

    boolean matches(String password, String stored) {
        var parts = stored.split("\\$", -1);
        var base64 = Base64.getDecoder();
        var derived = derive(password, base64.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(derived, base64.decode(parts[2]));
    }

    /** Takes as long as a real check, so that nobody learns from the time which names exist. */
    void matchNobody(String password) {
        matches(password, nobody);
    }

    /** {@return a fresh password of four groups of four characters, about 79 bits} */
    String generate() {
        var text = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /**
     * Checks a password that a person chose (agency policy).
     *
     * @throws Malformed when it is too short
     * @throws Refused when it holds the sign-in name
     */
    void checkChosen(String password, String accountName) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Malformed(AccountProblem.PASSWORD_TOO_SHORT, SHORTEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(accountName)) {
            throw new Refused(AccountProblem.PASSWORD_HOLDS_THE_NAME);
        }
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
            if (normal.isEmpty()) {
                normal = new String(new byte[] {0}, StandardCharsets.UTF_8);
            }
            var spec = new PBEKeySpec(normal.toCharArray(), salt, rounds, KEY_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package lantai.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (TOTP, RFC 6238, over HOTP, RFC 4226). Authenticator programs agree on HMAC-SHA-1, six digits and
 * thirty seconds; the standard knows others as well.
 *
 * @param algorithm of the HMAC, as Java names it, for example {@code HmacSHA1}
 * @param digits of a code, 6 to 8
 */
record Totp(String algorithm, int digits) {
    /** What every authenticator program understands. */
    static final Totp USUAL = new Totp("HmacSHA1", 6);
    /** How long a code stands. */
    static final int STEP_SECONDS = 30;

    Totp {
        if (digits < 6 || digits > 8) {
            throw new IllegalArgumentException("a code has 6 to 8 digits, not " + digits);
        }
    }

    /** {@return the number of the time step that a moment lies in, from 0 in 1970} */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** {@return the code of a time step} */
    String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return ("0".repeat(digits) + number)
                    .substring(digits + Integer.toString(number).length() - digits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

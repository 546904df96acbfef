package lantai.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A second factor that is being set up: what the authenticator program must be told.
 *
 * @param secret in base 32, as it is typed where nothing can be scanned
 * @param accountName the sign-in name, by which the program shows it
 */
public record Enrolment(String secret, String accountName) {
    /** {@return the secret in groups of four} */
    public String groups() {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /**
     * {@return the address that a square code carries to the program}
     *
     * @param issuer the archive's name in the program
     */
    public String address(String issuer) {
        return "otpauth://totp/" + encoded(issuer) + ':' + encoded(accountName) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + Totp.USUAL.digits() + "&period=" + Totp.STEP_SECONDS;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without the secret, so that no log holds it. */
    @Override
    public String toString() {
        return "Enrolment[" + accountName + ']';
    }
}

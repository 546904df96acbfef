package lantai.web.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lantai.key.KeyRing;
import lantai.problem.Damaged;

/**
 * A sign-in on its way through the provider. It travels in a cookie of the browser that began it, encrypted, so that only this
 * browser can end it, on any node.
 *
 * @param state comes back with the answer
 * @param nonce stands in the answer's token
 * @param verifier proves that who redeems the answer's code is who began (RFC 7636)
 * @param to where the person wanted to go
 * @param until when it is too late
 */
record OidcAttempt(State state, Nonce nonce, CodeVerifier verifier, String to, Instant until) {
    /** How long one has to prove oneself to the provider. */
    static final Duration TIME = Duration.ofMinutes(10);

    private static final String KIND = "oidc";
    private static final int PARTS = 6;

    static OidcAttempt begin(String to, Instant now) {
        return new OidcAttempt(new State(), new Nonce(), new CodeVerifier(), to, now.plus(TIME));
    }

    String sealed(KeyRing keys) {
        var parts = List.of(
                KIND,
                state.getValue(),
                nonce.getValue(),
                verifier.getValue(),
                Long.toString(until.getEpochSecond()),
                to);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.encrypt(String.join("\n", parts)));
    }

    /** {@return what the cookie holds}; nothing when it is not ours, or too late */
    static Optional<OidcAttempt> opened(String cookie, KeyRing keys, Instant now) {
        try {
            var parts = keys.decrypt(Base64.getUrlDecoder().decode(cookie)).split("\n", PARTS);
            if (parts.length < PARTS || !parts[0].equals(KIND)) {
                return Optional.empty();
            }
            var until = Instant.ofEpochSecond(Long.parseLong(parts[4]));
            return Optional.of(new OidcAttempt(
                            new State(parts[1]), new Nonce(parts[2]), new CodeVerifier(parts[3]), parts[5], until))
                    .filter(attempt -> now.isBefore(until));
        } catch (Damaged | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}

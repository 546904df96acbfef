package lantai.web.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lantai.web.frame.Page;

/**
 * The page where people sign in.
 *
 * @param name what was typed as name before
 * @param to where to go afterwards
 * @param error why it did not work
 * @param provider the name of the identity provider that people may sign in through
 * @param left whether somebody has just signed out who came in through it
 */
public record SignInView(
        Page page, String name, String to, Optional<String> error, Optional<String> provider, boolean left) {
    /** {@return {@link #to} as it stands in an address} */
    public String toCoded() {
        return URLEncoder.encode(to, StandardCharsets.UTF_8);
    }
}

package lantai.web.security;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Makes the cookies of the site: never readable by scripts, never sent from other sites' requests. */
public final class Cookies {
    /** Holds the token of the sign-in. */
    public static final String SIGN_IN = "lantai-sign-in";

    /** Holds what a right password gave, while the code of the second factor is still to come. */
    public static final String HALF_SIGN_IN = "lantai-half-sign-in";

    /** Holds a sign-in that is on its way through the identity provider. */
    public static final String PROVIDER = "lantai-provider";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Cookies() {}

    /**
     * A cookie that lasts for a while, or until the browser closes.
     *
     * @param here the address of the request: plain HTTP on the machine itself cannot have secure cookies
     * @param age zero for until the browser closes
     */
    public static NewCookie keep(String name, String value, URI here, Duration age) {
        return builder(name, here)
                .value(value)
                .maxAge(age.isZero() ? NewCookie.DEFAULT_MAX_AGE : (int) age.toSeconds())
                .build();
    }

    /** A cookie that takes another one away. */
    public static NewCookie drop(String name, URI here) {
        return builder(name, here).value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder(String name, URI here) {
        return new NewCookie.Builder(name)
                .path("/")
                .httpOnly(true)
                .secure(!("http".equals(here.getScheme()) && LOOPBACK.contains(here.getHost())))
                .sameSite(SameSite.LAX);
    }
}

package lantai.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import lantai.problem.Refused;

/**
 * Turns away changes that another site's page sends in a signed-in person's name. Browsers tell where a request comes from;
 * one that tells nothing may change nothing with a cookie. Bearer tokens are never sent by a browser on its own.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 10)
public final class SameSiteFilter implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || SignInFilter.isBearer(request)) {
            return;
        }
        if (!isOurs(request)) {
            throw new Refused(RequestProblem.OTHER_SITE);
        }
    }

    private static boolean isOurs(ContainerRequestContext request) {
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        var origin = request.getHeaderString("Origin");
        if (origin != null) {
            return isHost(origin, request.getHeaderString(HttpHeaders.HOST));
        }
        return !request.getCookies().containsKey(Cookies.SIGN_IN);
    }

    private static boolean isHost(String origin, String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException strange) {
            return false;
        }
    }
}

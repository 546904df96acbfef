package lantai.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import lantai.account.SignInDesk;
import lantai.account.SignedIn;

/** Finds out who asks, from the cookie of the screens or the bearer token of the API, before anything else happens. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class SignInFilter implements ContainerRequestFilter {
    private static final String WHO = SignedIn.class.getName();
    private static final String BEARER = "Bearer ";

    private final SignInDesk desk;

    public SignInFilter(SignInDesk desk) {
        this.desk = desk;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith("/assets/")) {
            return;
        }
        token(request).flatMap(desk::resolve).ifPresent(who -> request.setProperty(WHO, who));
    }

    /** {@return who asks, when the request carries a valid sign-in} */
    static Optional<SignedIn> who(ContainerRequestContext request) {
        return Optional.ofNullable((SignedIn) request.getProperty(WHO));
    }

    /** {@return the name of the servlet request attribute that holds the {@link SignedIn}} */
    public static String attribute() {
        return WHO;
    }

    private static Optional<String> token(ContainerRequestContext request) {
        if (isBearer(request)) {
            return Optional.of(request.getHeaderString(HttpHeaders.AUTHORIZATION)
                    .substring(BEARER.length())
                    .strip());
        }
        return Optional.ofNullable(request.getCookies().get(Cookies.SIGN_IN)).map(cookie -> cookie.getValue());
    }

    static boolean isBearer(ContainerRequestContext request) {
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }
}

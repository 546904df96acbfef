package lantai.web.security;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lantai.account.SignedIn;
import lantai.problem.Refused;

/** Lets a request reach its resource method only when the method's {@link Needs} or {@link Open} allows it. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class Guard implements ContainerRequestFilter {
    /** Where a first password is changed. */
    public static final String PASSWORD_PATH = "/password";

    private static final String FACTOR_PATH = "/second-factor";

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method.isAnnotationPresent(Open.class)) {
            return;
        }
        var needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            throw new Refused(RequestProblem.RIGHT_MISSING);
        }
        var who = SignInFilter.who(request);
        if (who.isEmpty()) {
            askToSignIn(request);
        } else {
            check(request, who.get(), needs);
        }
    }

    private static void check(ContainerRequestContext request, SignedIn who, Needs needs) {
        var path = request.getUriInfo().getPath();
        if (who.account().mustChangePassword() && !who.atMachine() && !isAllowedBefore(path)) {
            if (isPage(request)) {
                goTo(request, PASSWORD_PATH);
                return;
            }
            throw new Refused(RequestProblem.PASSWORD_CHANGE_NEEDED);
        }
        if (who.owesFactor() && !isAllowedBefore(path) && !path.startsWith(FACTOR_PATH)) {
            if (isPage(request)) {
                goTo(request, FACTOR_PATH);
                return;
            }
            throw new Refused(RequestProblem.SECOND_FACTOR_NEEDED);
        }
        if (needs.value().length > 0 && !who.may(needs.value())) {
            throw new Refused(RequestProblem.RIGHT_MISSING);
        }
    }

    private static boolean isAllowedBefore(String path) {
        return path.equals(PASSWORD_PATH) || path.equals("/sign-out");
    }

    private static void askToSignIn(ContainerRequestContext request) {
        if (SignInFilter.isBearer(request)) {
            throw new Refused(RequestProblem.TOKEN_NOT_VALID);
        }
        if (!isPage(request)) {
            throw new Refused(RequestProblem.SIGN_IN_NEEDED);
        }
        var wanted = request.getUriInfo().getRequestUri();
        var path = wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : '?' + wanted.getRawQuery());
        goTo(request, path.equals("/") ? "/sign-in" : "/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    /** A person with a browser is led on; a program and a part of a page are told. */
    private static boolean isPage(ContainerRequestContext request) {
        var accepted = request.getHeaderString("Accept");
        return request.getMethod().equals("GET")
                && !request.getUriInfo().getPath().startsWith("/api/")
                && request.getHeaderString("HX-Request") == null
                && accepted != null
                && accepted.contains("text/html");
    }

    private static void goTo(ContainerRequestContext request, String path) {
        request.abortWith(Response.seeOther(Address.of(path))
                .header("Cache-Control", "no-store")
                .build());
    }
}

package lantai.web.security;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Makes the address of a request legal before anything else looks at it; see {@link Address}. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 30)
public final class AddressFilter implements ContainerRequestFilter {
    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        var query = servlet.getQueryString();
        var path = servlet.getRequestURI();
        var legal = query == null ? "" : '?' + Address.legal(query);
        if (!Address.legal(path).equals(path) || (query != null && !legal.equals('?' + query))) {
            request.setRequestUri(URI.create(Address.of(servlet) + legal));
        }
    }
}

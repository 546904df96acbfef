package lantai.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells in which language an answer speaks; the server would call each one English. */
@Provider
public final class LanguageFilter implements ContainerResponseFilter {
    @Context
    private HttpServletRequest servlet;

    /** Filled by the container. */
    @SuppressWarnings("NullAway.Init")
    public LanguageFilter() {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var tag = new Visit(servlet).text().language().tag();
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, tag);
    }
}

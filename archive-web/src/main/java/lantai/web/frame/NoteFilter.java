package lantai.web.frame;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import lantai.web.security.Cookies;
import lantai.web.view.View;

/** Takes the note about the last deed away once a page has shown it. */
@Provider
public final class NoteFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof View && request.getCookies().containsKey(Visit.NOTE)) {
            response.getHeaders()
                    .add(
                            HttpHeaders.SET_COOKIE,
                            Cookies.drop(Visit.NOTE, request.getUriInfo().getRequestUri()));
        }
    }
}

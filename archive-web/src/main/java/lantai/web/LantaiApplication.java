package lantai.web;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import java.util.Set;

/** The one Jakarta REST application. Made by the container. */
@ApplicationPath("/")
public final class LantaiApplication extends Application {
    @Context
    private ServletContext context;

    /** {@inheritDoc} Deprecated in favour of CDI, which this application does without. */
    @Override
    @SuppressWarnings("deprecation")
    public Set<Object> getSingletons() {
        return Lifecycle.wiring(context).resources();
    }
}

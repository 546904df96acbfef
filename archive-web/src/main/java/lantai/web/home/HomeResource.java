package lantai.web.home;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lantai.web.view.View;

/** {@code /}: where one arrives. */
@Path("/")
public final class HomeResource {
    @GET
    @Produces(MediaType.TEXT_HTML)
    public View home() {
        return new View("home/home.jte", new HomeView("兰台"));
    }
}

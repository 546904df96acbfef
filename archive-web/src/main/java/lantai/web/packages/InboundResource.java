package lantai.web.packages;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /packages}: where packages are looked at and taken in. */
@Path("packages")
@Produces(MediaType.TEXT_HTML)
public final class InboundResource {
    /** The page; what comes of a package is told on it. */
    @GET
    @Needs(Right.FILE)
    public View page(@BeanParam Visit visit) {
        return new View(
                "packages/packages.jte", new InboundView(visit.page(visit.text().say("packages.title"))));
    }
}

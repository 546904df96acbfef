package lantai.web.design;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import lantai.web.frame.Page;
import lantai.web.frame.Visit;
import lantai.web.security.Open;
import lantai.web.view.View;

/** {@code /design}: each component in each state; there in development only. */
@Path("design")
@Produces(MediaType.TEXT_HTML)
public final class DesignResource {
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([a-z-]+)\"");

    /** The components on the desk. */
    @GET
    @Open
    public View desk(@BeanParam Visit visit) {
        return new View("design/design.jte", new DesignView(page(visit), icons()));
    }

    /** The components of the portal. */
    @GET
    @Path("portal")
    @Open
    public View portal(@BeanParam Visit visit) {
        return new View("design/portal.jte", page(visit));
    }

    private static Page page(Visit visit) {
        var page = visit.page("设计");
        if (!page.development()) {
            throw new NotFoundException();
        }
        return page;
    }

    private static List<String> icons() {
        try (var in = DesignResource.class.getResourceAsStream("/lantai/web/assets/icons.svg")) {
            if (in == null) {
                return List.of();
            }
            return SYMBOL.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(symbol -> symbol.group(1))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

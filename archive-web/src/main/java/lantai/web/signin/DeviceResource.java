package lantai.web.signin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import lantai.account.OpenSignIns;
import lantai.web.frame.Visit;
import lantai.web.security.Cookies;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /sign-ins}: the devices one is signed in on, and signing out from afar. */
@Path("sign-ins")
@Produces(MediaType.TEXT_HTML)
public final class DeviceResource {
    private final Jdbi jdbi;
    private final OpenSignIns open;

    public DeviceResource(Jdbi jdbi, OpenSignIns open) {
        this.jdbi = jdbi;
        this.open = open;
    }

    /** The list. */
    @GET
    @Needs
    public View list(@BeanParam Visit visit, @CookieParam(Cookies.SIGN_IN) @DefaultValue("") String token) {
        var devices = jdbi.withHandle(
                handle -> open.list(handle, visit.who().account().id(), token));
        return new View(
                "signin/devices.jte", new DevicesView(visit.page(visit.text().say("signin.devices")), devices));
    }

    /** Signs one device out. */
    @POST
    @Path("{id}/end")
    @Needs
    public Response end(@BeanParam Visit visit, @PathParam("id") UUID id) {
        jdbi.useTransaction(transaction ->
                open.end(transaction, visit.actor(), visit.who().account().id(), id));
        return visit.seeOther("/sign-ins", visit.text().say("signin.devices.ended"));
    }

    /** Signs all devices out but this one. */
    @POST
    @Path("end-others")
    @Needs
    public Response endOthers(@BeanParam Visit visit, @CookieParam(Cookies.SIGN_IN) @DefaultValue("") String token) {
        var ended = jdbi.inTransaction(transaction ->
                open.endOthers(transaction, visit.actor(), visit.who().account().id(), token));
        return visit.seeOther("/sign-ins", visit.text().say("signin.devices.ended-others", ended));
    }
}

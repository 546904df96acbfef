package lantai.web.signin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lantai.account.AccountRegister;
import lantai.account.OpenSignIn;
import lantai.account.OpenSignIns;
import lantai.account.Right;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import org.jdbi.v3.core.Jdbi;

/** {@code /api/v1/accounts/NAME/sign-ins}: the devices an account is signed in on, for programs of the administrators. */
@Path("api/v1/accounts/{name}/sign-ins")
@Produces(MediaType.APPLICATION_JSON)
public final class DeviceApiResource {
    private final Jdbi jdbi;
    private final AccountRegister accounts;
    private final OpenSignIns open;

    public DeviceApiResource(Jdbi jdbi, AccountRegister accounts, OpenSignIns open) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.open = open;
    }

    /** One device. {@code address} lacks its last part; moments are in UTC. */
    public record DeviceJson(
            UUID id, String browser, String address, boolean atMachine, String since, String lastSeen) {
        static DeviceJson of(OpenSignIn device) {
            return new DeviceJson(
                    device.id(),
                    device.browser(),
                    device.maskedAddress(),
                    device.atMachine(),
                    device.since().toString(),
                    device.lastSeen().toString());
        }
    }

    /** The devices, by last use. */
    @GET
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public List<DeviceJson> list(@PathParam("name") String name) {
        return jdbi.withHandle(handle -> open
                .list(handle, accounts.called(handle, name).id(), "")
                .stream()
                .map(DeviceJson::of)
                .toList());
    }

    /** Signs one device out. */
    @DELETE
    @Path("{id}")
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public void end(@BeanParam Visit visit, @PathParam("name") String name, @PathParam("id") UUID id) {
        jdbi.useTransaction(transaction -> open.end(
                transaction, visit.actor(), accounts.called(transaction, name).id(), id));
    }

    /** Signs all devices out. */
    @DELETE
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public void endAll(@BeanParam Visit visit, @PathParam("name") String name) {
        jdbi.useTransaction(transaction -> open.endOthers(
                transaction, visit.actor(), accounts.called(transaction, name).id(), ""));
    }
}

package lantai.web.account;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import lantai.account.AccountRegister.Filter;
import lantai.account.Right;
import lantai.account.Role;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /roles}: which role may do what. */
@Path("roles")
@Produces(MediaType.TEXT_HTML)
public final class RoleResource {
    private final People people;

    public RoleResource(People people) {
        this.people = people;
    }

    /** All roles by all rights. */
    @GET
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public View matrix(@BeanParam Visit visit) {
        return people.jdbi().withHandle(handle -> {
            var holders = new EnumMap<Role, Long>(Role.class);
            for (var role : Role.values()) {
                holders.put(role, people.accounts().count(handle, holding(role)));
            }
            var page = visit.page(visit.text().say("account.roles"));
            return new View(
                    "account/roles.jte", new RolesView(page, List.of(Role.values()), List.of(Right.values()), holders));
        });
    }

    private static Filter holding(Role role) {
        return new Filter(
                Optional.empty(), Optional.empty(), Optional.of(role), Optional.of(false), Optional.empty(), 1);
    }
}

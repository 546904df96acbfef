package lantai.web.account;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import lantai.account.OutsideIdentity;
import lantai.account.Right;
import lantai.problem.NotFound;
import lantai.web.frame.Visit;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/accounts/NAME/identity}: who the owner of an account is at the identity provider. */
@Path("api/v1/accounts/{name}/identity")
@Produces(MediaType.APPLICATION_JSON)
public final class IdentityApiResource {
    private final People people;

    public IdentityApiResource(People people) {
        this.people = people;
    }

    /** Who somebody is at an identity provider. {@code issuer} is told, not asked for. */
    public record IdentityJson(
            @Nullable String issuer, @Nullable String subject) {
        static IdentityJson of(OutsideIdentity identity) {
            return new IdentityJson(identity.issuer(), identity.subject());
        }
    }

    /** The identity an account is tied to. */
    @GET
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public IdentityJson get(@PathParam("name") String name) {
        return people.jdbi()
                .withHandle(handle -> people.identities()
                        .of(handle, people.accounts().called(handle, name).id()))
                .map(IdentityJson::of)
                .orElseThrow(() -> new NotFound(RequestProblem.NOT_FOUND));
    }

    /** Ties an account to an identity, in place of the one it was tied to. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.MANAGE_ACCOUNTS)
    public IdentityJson tie(@BeanParam Visit visit, @PathParam("name") String name, IdentityJson wanted) {
        var identity = people.identity(Optional.ofNullable(wanted.subject()).orElse(""));
        people.jdbi()
                .useTransaction(transaction -> people.identities()
                        .tie(
                                transaction,
                                visit.actor(),
                                people.accounts().called(transaction, name).id(),
                                identity));
        return IdentityJson.of(identity);
    }

    /** Takes the tie away. */
    @DELETE
    @Needs(Right.MANAGE_ACCOUNTS)
    public void untie(@BeanParam Visit visit, @PathParam("name") String name) {
        people.jdbi()
                .useTransaction(transaction -> people.identities()
                        .untie(
                                transaction,
                                visit.actor(),
                                people.accounts().called(transaction, name).id()));
    }
}

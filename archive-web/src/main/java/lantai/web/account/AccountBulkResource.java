package lantai.web.account;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.Right;
import lantai.account.Role;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import org.jdbi.v3.core.Handle;

/**
 * {@code /accounts/many/DEED}: what is done to several accounts of the list at once. Either all of them are changed or, when
 * a rule forbids one, none; the list then tells which one and why.
 */
@Path("accounts/many")
@Produces(MediaType.TEXT_HTML)
public final class AccountBulkResource {
    private final People people;

    public AccountBulkResource(People people) {
        this.people = people;
    }

    /** Bars the accounts at once. */
    @POST
    @Path("disable")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response disable(
            @BeanParam Visit visit, @BeanParam AccountQuery query, @FormParam("account") List<UUID> accounts) {
        return done(
                visit,
                query,
                accounts,
                "disabled",
                (transaction, account) -> people.accounts().disable(transaction, visit.actor(), account.id()));
    }

    /** Lets disabled accounts in again. */
    @POST
    @Path("enable")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response enable(
            @BeanParam Visit visit, @BeanParam AccountQuery query, @FormParam("account") List<UUID> accounts) {
        return done(
                visit,
                query,
                accounts,
                "enabled",
                (transaction, account) -> people.accounts().enable(transaction, visit.actor(), account.id()));
    }

    /** Moves the accounts to another department, or to none. */
    @POST
    @Path("department")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response department(
            @BeanParam Visit visit,
            @BeanParam AccountQuery query,
            @FormParam("account") List<UUID> accounts,
            @FormParam("newDepartment") @DefaultValue("") String department) {
        var wanted = People.parse(department);
        return done(
                visit,
                query,
                accounts,
                "moved",
                (transaction, account) -> people.accounts()
                        .change(transaction, visit.actor(), account.id(), account.displayName(), wanted));
    }

    /** Gives everything open in these people's hands to another. */
    @POST
    @Path("hand-over")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response handOver(
            @BeanParam Visit visit,
            @BeanParam AccountQuery query,
            @FormParam("account") List<UUID> accounts,
            @FormParam("to") @DefaultValue("") String to) {
        var taker = People.parse(to).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return done(
                visit,
                query,
                accounts,
                "handed-over",
                (transaction, account) -> people.accounts().handOver(transaction, visit.actor(), account.id(), taker));
    }

    /** Gives the accounts one more role of daily work. The three administrators are made one by one. */
    @POST
    @Path("role")
    @Needs(Right.MANAGE_ROLES)
    public Response role(
            @BeanParam Visit visit,
            @BeanParam AccountQuery query,
            @FormParam("account") List<UUID> accounts,
            @FormParam("newRole") @DefaultValue("") String role) {
        var wanted = People.role(role);
        if (Role.ADMINISTRATORS.contains(wanted)) {
            throw new Malformed(RequestProblem.NOT_UNDERSTOOD);
        }
        return done(visit, query, accounts, "role", (transaction, account) -> {
            var roles = EnumSet.of(wanted);
            roles.addAll(account.roles());
            people.accounts().assignRoles(transaction, visit.actor(), account.id(), roles);
        });
    }

    private interface Deed {
        void done(Handle transaction, Account account);
    }

    private Response done(Visit visit, AccountQuery query, List<UUID> accounts, String said, Deed deed) {
        var refused = people.jdbi().inTransaction(transaction -> doAll(visit, transaction, accounts, deed));
        if (refused.isPresent()) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(AccountResource.list(people, visit, query, refused))
                    .build();
        }
        return visit.seeOther(
                AccountsView.listed(visit.pathAndQuery()),
                visit.text().say("account.many.said." + said, accounts.size()));
    }

    /** {@return why one was refused, and with it all} */
    private Optional<String> doAll(Visit visit, Handle transaction, List<UUID> accounts, Deed deed) {
        for (var id : accounts) {
            var account = people.accounts().get(transaction, id);
            try {
                deed.done(transaction, account);
            } catch (Malformed | Refused failure) {
                transaction.rollback();
                var told = ProblemText.of(visit.text(), failure);
                return Optional.of(visit.text().say("account.many.refused", account.displayName(), told));
            }
        }
        return Optional.empty();
    }
}

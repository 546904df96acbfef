package lantai.web.account;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.account.NewAccount;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.account.NewAccountView.Typed;
import lantai.web.account.NewAccountView.Wrong;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.view.View;

/** {@code /accounts}: the list, one account, and new ones. */
@Path("accounts")
@Produces(MediaType.TEXT_HTML)
public final class AccountResource {
    private static final int NOT_ACCEPTED = 422;

    private final People people;

    public AccountResource(People people) {
        this.people = people;
    }

    /** One page of the list. */
    @GET
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public View list(@BeanParam Visit visit, @BeanParam AccountQuery query) {
        return list(people, visit, query, Optional.empty());
    }

    static View list(People people, Visit visit, AccountQuery query, Optional<String> error) {
        return people.jdbi().withHandle(handle -> {
            var offset = (long) (query.page() - 1) * AccountQuery.SIZE;
            var rows = people.accounts().list(handle, query.filter(), query.order(), query.isDescending(), offset);
            return new View(
                    "account/accounts.jte",
                    new AccountsView(
                            visit.page(visit.text().say("account.title")),
                            query,
                            rows,
                            people.departments().list(handle),
                            people.takers(handle),
                            people.accounts().count(handle, query.filter()),
                            error));
        });
    }

    /** The form for a new account. */
    @GET
    @Path("new")
    @Needs(Right.MANAGE_ACCOUNTS)
    public View form(@BeanParam Visit visit) {
        return form(visit, Typed.NOTHING, Optional.empty());
    }

    /** Adds an account and shows its first password, once. */
    @POST
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response add(
            @BeanParam Visit visit,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("displayName") @DefaultValue("") String displayName,
            @FormParam("department") @DefaultValue("") String department) {
        var wanted = new NewAccount(
                name.strip(), displayName, People.parse(department), Set.of(), Optional.empty(), Optional.empty());
        try {
            var added = people.jdbi()
                    .inTransaction(transaction -> people.accounts().add(transaction, visit.actor(), wanted));
            var page = visit.page(visit.text().say("account.added"));
            return Response.ok(new View("account/first-password.jte", new FirstPasswordView(page, added, true)))
                    .build();
        } catch (Malformed | Refused failure) {
            var field = failure.problem().name().startsWith("DISPLAY_NAME") ? "displayName" : "name";
            var wrong = new Wrong(field, ProblemText.of(visit.text(), failure));
            return Response.status(NOT_ACCEPTED)
                    .entity(form(visit, new Typed(name, displayName, department), Optional.of(wrong)))
                    .build();
        }
    }

    /** One account. */
    @GET
    @Path("{id}")
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public View show(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return show(people, visit, id, Optional.empty());
    }

    static View show(People people, Visit visit, UUID id, Optional<String> error) {
        return people.jdbi().withHandle(handle -> {
            var account = people.accounts().get(handle, id);
            return new View(
                    "account/account.jte",
                    new AccountView(
                            visit.page(account.displayName()),
                            account,
                            people.departmentsFor(handle, account.departmentId()),
                            people.takersFor(handle, account),
                            account.insuredPersonId()
                                    .map(person -> people.persons().get(handle, person)),
                            people.issuer(),
                            people.identities().of(handle, id),
                            people.factors().state(handle, account),
                            people.signIns().list(handle, id, ""),
                            error));
        });
    }

    private View form(Visit visit, Typed typed, Optional<Wrong> wrong) {
        var page = visit.page(visit.text().say("account.new"));
        return people.jdbi()
                .withHandle(handle -> new View(
                        "account/new.jte",
                        new NewAccountView(page, people.departmentsFor(handle, Optional.empty()), typed, wrong)));
    }
}

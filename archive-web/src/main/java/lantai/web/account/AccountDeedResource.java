package lantai.web.account;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Needs;
import lantai.web.security.RequestProblem;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;

/** {@code /accounts/ID/DEED}: what is done to an account. A refusal is told on the account's page. */
@Path("accounts")
@Produces(MediaType.TEXT_HTML)
public final class AccountDeedResource {
    private final People people;

    public AccountDeedResource(People people) {
        this.people = people;
    }

    /** Changes the shown name and the department. */
    @POST
    @Path("{id}/change")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response change(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("displayName") @DefaultValue("") String displayName,
            @FormParam("department") @DefaultValue("") String department) {
        return done(
                visit,
                id,
                "changed",
                transaction -> people.accounts()
                        .change(transaction, visit.actor(), id, displayName, People.parse(department)));
    }

    /** Gives these roles instead of the present ones. */
    @POST
    @Path("{id}/roles")
    @Needs(Right.MANAGE_ROLES)
    public Response roles(@BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("role") List<String> roles) {
        var wanted = roles.stream().map(People::role).collect(Collectors.toSet());
        return done(
                visit,
                id,
                "roles",
                transaction -> people.accounts().assignRoles(transaction, visit.actor(), id, wanted));
    }

    /** Bars the account at once. */
    @POST
    @Path("{id}/disable")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response disable(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "disabled", transaction -> people.accounts().disable(transaction, visit.actor(), id));
    }

    /** Lets a disabled account in again. */
    @POST
    @Path("{id}/enable")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response enable(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "enabled", transaction -> people.accounts().enable(transaction, visit.actor(), id));
    }

    /** Ends the lock after too many wrong passwords. */
    @POST
    @Path("{id}/unlock")
    @Needs(Right.MANAGE_ROLES)
    public Response unlock(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "unlocked", transaction -> people.accounts().unlock(transaction, visit.actor(), id));
    }

    /** Takes the second factor away, as when the phone is lost. */
    @POST
    @Path("{id}/second-factor")
    @Needs(Right.MANAGE_ROLES)
    public Response resetFactor(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("reason") @DefaultValue("") String reason) {
        return done(
                visit,
                id,
                "factor",
                transaction -> people.factors()
                        .reset(transaction, visit.actor(), people.accounts().get(transaction, id), reason));
    }

    /** Signs the account out on one device. */
    @POST
    @Path("{id}/sign-ins/{device}")
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public Response endSignIn(@BeanParam Visit visit, @PathParam("id") UUID id, @PathParam("device") UUID device) {
        return done(
                visit, id, "signed-out", transaction -> people.signIns().end(transaction, visit.actor(), id, device));
    }

    /** Signs the account out everywhere. */
    @POST
    @Path("{id}/sign-ins")
    @Needs({Right.MANAGE_ACCOUNTS, Right.MANAGE_ROLES})
    public Response endSignIns(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(
                visit, id, "signed-out", transaction -> people.signIns().endOthers(transaction, visit.actor(), id, ""));
    }

    /** Ties the account to the insured person of this name and number. */
    @POST
    @Path("{id}/person")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response tie(
            @BeanParam Visit visit,
            @PathParam("id") UUID id,
            @FormParam("personName") @DefaultValue("") String name,
            @FormParam("idNumber") @DefaultValue("") String number) {
        return done(
                visit,
                id,
                "tied",
                transaction -> people.ties()
                        .tie(
                                transaction,
                                visit.actor(),
                                id,
                                people.persons()
                                        .identified(transaction, number, name)
                                        .id()));
    }

    /** Takes the tie to an insured person away. */
    @POST
    @Path("{id}/no-person")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response untie(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "untied", transaction -> people.ties().untie(transaction, visit.actor(), id));
    }

    /** Ties the account to who its owner is at the identity provider. */
    @POST
    @Path("{id}/identity")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response identify(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("subject") @DefaultValue("") String subject) {
        return done(
                visit,
                id,
                "identified",
                transaction -> people.identities().tie(transaction, visit.actor(), id, people.identity(subject)));
    }

    /** Takes the tie to the identity provider away. */
    @POST
    @Path("{id}/no-identity")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response forget(@BeanParam Visit visit, @PathParam("id") UUID id) {
        return done(visit, id, "no-identity", transaction -> people.identities().untie(transaction, visit.actor(), id));
    }

    /** Makes a fresh first password and shows it, once. */
    @POST
    @Path("{id}/password")
    @Needs(Right.MANAGE_ACCOUNTS)
    public View password(@BeanParam Visit visit, @PathParam("id") UUID id) {
        var added = people.jdbi()
                .inTransaction(transaction -> people.accounts().resetPassword(transaction, visit.actor(), id));
        var page = visit.page(visit.text().say("account.reset"));
        return new View("account/first-password.jte", new FirstPasswordView(page, added, false));
    }

    /** Gives everything open in this person's hands to another. */
    @POST
    @Path("{id}/hand-over")
    @Needs(Right.MANAGE_ACCOUNTS)
    public Response handOver(
            @BeanParam Visit visit, @PathParam("id") UUID id, @FormParam("to") @DefaultValue("") String to) {
        var taker = People.parse(to).orElseThrow(() -> new Malformed(RequestProblem.NOT_UNDERSTOOD));
        return told(visit, id, transaction -> {
            var number = people.accounts().handOver(transaction, visit.actor(), id, taker);
            return visit.text().say("account.said.handed-over", number);
        });
    }

    private Response done(Visit visit, UUID id, String said, Consumer<Handle> deed) {
        return told(visit, id, transaction -> {
            deed.accept(transaction);
            return visit.text().say("account.said." + said);
        });
    }

    private Response told(Visit visit, UUID id, Function<Handle, String> deed) {
        try {
            var said = people.jdbi().inTransaction(deed::apply);
            return visit.seeOther("/accounts/" + id, said);
        } catch (Malformed | Refused failure) {
            var told = ProblemText.of(visit.text(), failure);
            return Response.status(Response.Status.CONFLICT)
                    .entity(AccountResource.show(people, visit, id, Optional.of(told)))
                    .build();
        }
    }
}

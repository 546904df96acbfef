package lantai.web.signin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lantai.account.SecondFactors;
import lantai.account.SignInDesk;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Cookies;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@code /second-factor}: one's own second factor; who must have one gets nowhere else before it is set up. */
@Path("second-factor")
@Produces(MediaType.TEXT_HTML)
public final class SecondFactorResource {
    private static final int NOT_ACCEPTED = 422;

    private final Jdbi jdbi;
    private final SecondFactors factors;
    private final SignInDesk desk;

    public SecondFactorResource(Jdbi jdbi, SecondFactors factors, SignInDesk desk) {
        this.jdbi = jdbi;
        this.factors = factors;
        this.desk = desk;
    }

    /** How it stands, and what can be done. */
    @GET
    @Needs
    public View show(@BeanParam Visit visit) {
        return view(visit, List.of(), Optional.empty());
    }

    /** Begins to set one up; the password is asked for once more. */
    @POST
    @Path("begin")
    @Needs
    public Response begin(@BeanParam Visit visit, @FormParam("password") @DefaultValue("") String password) {
        if (!desk.proves(visit.who(), password, visit.origin())) {
            return wrong(visit, "password", visit.text().say("signin.factor.wrong-password"));
        }
        return told(visit, "password", transaction -> {
            factors.begin(transaction, visit.who());
            return visit.seeOther("/second-factor");
        });
    }

    /** Takes the first code and shows the recovery codes, once. The other sign-ins of the account end. */
    @POST
    @Path("confirm")
    @Needs
    public Response confirm(
            @BeanParam Visit visit,
            @FormParam("code") @DefaultValue("") String code,
            @CookieParam(Cookies.SIGN_IN) @DefaultValue("") String token) {
        return codes(visit, "code", transaction -> {
            var fresh = factors.confirm(transaction, visit.who(), code);
            desk.endOthers(transaction, visit.who(), token);
            return fresh;
        });
    }

    /** Makes fresh recovery codes instead of the present ones. */
    @POST
    @Path("recovery-codes")
    @Needs
    public Response renew(@BeanParam Visit visit, @FormParam("code") @DefaultValue("") String code) {
        if (!desk.provesCode(visit.who(), code, visit.origin())) {
            return wrong(visit, "renew", visit.text().say("signin.code.wrong"));
        }
        return codes(visit, "renew", transaction -> factors.renewRecoveryCodes(transaction, visit.who()));
    }

    /** Takes it away. */
    @POST
    @Path("remove")
    @Needs
    public Response remove(
            @BeanParam Visit visit,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        if (!desk.proves(visit.who(), password, visit.origin())) {
            return wrong(visit, "remove-password", visit.text().say("signin.factor.wrong-password"));
        }
        if (!desk.provesCode(visit.who(), code, visit.origin())) {
            return wrong(visit, "remove-code", visit.text().say("signin.code.wrong"));
        }
        return told(visit, "remove-code", transaction -> {
            factors.remove(transaction, visit.who());
            return visit.seeOther("/second-factor", visit.text().say("signin.factor.removed"));
        });
    }

    private Response codes(Visit visit, String field, Function<Handle, List<String>> deed) {
        List<String> fresh;
        try {
            fresh = jdbi.inTransaction(deed::apply);
        } catch (Malformed | Refused failure) {
            return failed(visit, field, failure);
        }
        return Response.ok(view(visit, fresh, Optional.empty())).build();
    }

    private Response told(Visit visit, String field, Function<Handle, Response> deed) {
        try {
            return jdbi.inTransaction(deed::apply);
        } catch (Malformed | Refused failure) {
            return failed(visit, field, failure);
        }
    }

    private Response failed(Visit visit, String field, ArchiveException failure) {
        return wrong(visit, field, ProblemText.of(visit.text(), failure));
    }

    private Response wrong(Visit visit, String field, String told) {
        return Response.status(NOT_ACCEPTED)
                .entity(view(visit, List.of(), Optional.of(new PasswordView.Wrong(field, told))))
                .build();
    }

    private View view(Visit visit, List<String> fresh, Optional<PasswordView.Wrong> error) {
        return jdbi.withHandle(handle -> {
            var state = factors.state(handle, visit.who().account());
            var owed = state.demanded() && state.since().isEmpty();
            return new View(
                    "signin/second-factor.jte",
                    new SecondFactorView(
                            visit.page(visit.text().say("signin.factor")),
                            owed,
                            state,
                            factors.begun(handle, visit.who()),
                            fresh,
                            error));
        });
    }
}

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
import java.util.Optional;
import lantai.account.AccountRegister;
import lantai.account.SignInDesk;
import lantai.problem.ArchiveException;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.web.frame.Visit;
import lantai.web.problem.ProblemText;
import lantai.web.security.Cookies;
import lantai.web.security.Needs;
import lantai.web.view.View;
import org.jdbi.v3.core.Jdbi;

/** {@code /password}: one's own password; at the first sign-in nothing else opens before it is changed. */
@Path("password")
@Produces(MediaType.TEXT_HTML)
public final class PasswordResource {
    private static final int NOT_ACCEPTED = 422;

    private final Jdbi jdbi;
    private final AccountRegister register;
    private final SignInDesk desk;

    public PasswordResource(Jdbi jdbi, AccountRegister register, SignInDesk desk) {
        this.jdbi = jdbi;
        this.register = register;
        this.desk = desk;
    }

    /** The form. */
    @GET
    @Needs
    public View form(@BeanParam Visit visit) {
        return view(visit, Optional.empty());
    }

    /** Changes it and ends the other sign-ins, or shows at the field what is wrong. */
    @POST
    @Needs
    public Response change(
            @BeanParam Visit visit,
            @FormParam("before") @DefaultValue("") String before,
            @FormParam("after") @DefaultValue("") String after,
            @FormParam("again") @DefaultValue("") String again,
            @CookieParam(Cookies.SIGN_IN) @DefaultValue("") String token) {
        if (!after.equals(again)) {
            return wrong(visit, "again", visit.text().say("signin.password.differ"));
        }
        try {
            jdbi.useTransaction(transaction -> {
                register.changePassword(transaction, visit.who(), before, after);
                desk.endOthers(transaction, visit.who(), token);
            });
        } catch (Malformed | Refused failure) {
            return wrong(visit, field(failure), ProblemText.of(visit.text(), failure));
        }
        return visit.seeOther("/", visit.text().say("signin.password.changed"));
    }

    private static String field(ArchiveException failure) {
        return failure.problem().name().equals("OLD_PASSWORD_WRONG") ? "before" : "after";
    }

    private static Response wrong(Visit visit, String field, String told) {
        return Response.status(NOT_ACCEPTED)
                .entity(view(visit, Optional.of(new PasswordView.Wrong(field, told))))
                .build();
    }

    private static View view(Visit visit, Optional<PasswordView.Wrong> error) {
        var first = visit.who().account().mustChangePassword();
        var page = visit.page(visit.text().say(first ? "signin.password.first" : "signin.password.title"));
        return new View("signin/password.jte", new PasswordView(page, first, AccountRegister.SHORTEST_PASSWORD, error));
    }
}

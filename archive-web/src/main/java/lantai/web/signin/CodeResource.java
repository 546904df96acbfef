package lantai.web.signin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import lantai.account.SignInDesk;
import lantai.account.SignInDesk.Outcome;
import lantai.web.frame.Visit;
import lantai.web.security.Address;
import lantai.web.security.Cookies;
import lantai.web.security.Open;
import lantai.web.view.View;

/** {@code /sign-in/code}: the second step of signing in, for accounts with a second factor. */
@Path("sign-in/code")
@Produces(MediaType.TEXT_HTML)
public final class CodeResource {
    private static final int TOO_MANY = 429;
    private static final int WRONG = 401;

    private final SignInDesk desk;
    private final Attempts attempts;
    private final InstantSource clock;

    CodeResource(SignInDesk desk, Attempts attempts, InstantSource clock) {
        this.desk = desk;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** The form; who has not given the password is asked for it. */
    @GET
    @Open
    public Response form(
            @BeanParam Visit visit,
            @QueryParam("to") @DefaultValue("") String to,
            @CookieParam(Cookies.HALF_SIGN_IN) @DefaultValue("") String token) {
        if (token.isEmpty()) {
            return visit.seeOther("/sign-in");
        }
        return Response.ok(view(visit, to, Optional.empty())).build();
    }

    /** Checks the code. */
    @POST
    @Open
    public Response give(
            @BeanParam Visit visit,
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("to") @DefaultValue("") String to,
            @CookieParam(Cookies.HALF_SIGN_IN) @DefaultValue("") String token) {
        return switch (desk.giveCode(token, code, visit.device())) {
            case Outcome.Welcome(var fresh, var who) -> {
                attempts.succeeded(who.account().name());
                yield Response.seeOther(Address.of(Landing.after(who, to)))
                        .cookie(
                                Cookies.keep(Cookies.SIGN_IN, fresh, visit.here(), Duration.ZERO),
                                Cookies.drop(Cookies.HALF_SIGN_IN, visit.here()))
                        .build();
            }
            case Outcome.WrongCode(var name) -> {
                attempts.failed(name, visit.origin());
                yield refused(visit, to, WRONG, visit.text().say("signin.code.wrong"));
            }
            case Outcome.Locked(var until) ->
                refused(visit, to, TOO_MANY, visit.text().say("signin.error.locked", minutes(until)));
            case Outcome.Wrong _, Outcome.CodeNeeded _, Outcome.TooLate _ ->
                visit.seeOther("/sign-in", visit.text().say("signin.code.too-late"));
        };
    }

    private long minutes(Instant until) {
        return Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
    }

    private static Response refused(Visit visit, String to, int status, String told) {
        return Response.status(status)
                .entity(view(visit, to, Optional.of(told)))
                .build();
    }

    private static View view(Visit visit, String to, Optional<String> error) {
        return new View("signin/code.jte", new CodeView(visit.page(visit.text().say("signin.code")), to, error));
    }
}

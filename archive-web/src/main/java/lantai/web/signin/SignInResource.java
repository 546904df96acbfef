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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import lantai.account.SignInDesk;
import lantai.account.SignInDesk.Outcome;
import lantai.web.frame.Visit;
import lantai.web.security.Address;
import lantai.web.security.Cookies;
import lantai.web.security.Needs;
import lantai.web.security.Open;
import lantai.web.view.View;
import org.jspecify.annotations.Nullable;

/** {@code /sign-in}, {@code /sign-out} and {@code /}: in, out, and to the place of one's work. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInResource {
    private static final int TOO_MANY = 429;
    private static final int WRONG = 401;
    private static final String PROVIDER = "provider";

    private final SignInDesk desk;
    private final Attempts attempts;
    private final InstantSource clock;
    private final Optional<String> provider;

    /** @param provider the name of the identity provider that people may sign in through; an empty one for the usual word */
    public SignInResource(SignInDesk desk, InstantSource clock, Optional<String> provider) {
        this.desk = desk;
        this.provider = provider;
        this.attempts = new Attempts(clock);
        this.clock = clock;
    }

    /** {@return the second step, which counts its failures together with the first} */
    public CodeResource code() {
        return new CodeResource(desk, attempts, clock);
    }

    /** To the place of the daily work. */
    @GET
    @Needs
    public Response home(@BeanParam Visit visit) {
        return visit.seeOther(Landing.of(visit.who()));
    }

    /** For people whose account has no role yet. */
    @GET
    @Path("welcome")
    @Needs
    public View welcome(@BeanParam Visit visit) {
        return new View("signin/welcome.jte", visit.page(visit.text().say("signin.welcome")));
    }

    /** The form; who is already in goes straight on. */
    @GET
    @Path("sign-in")
    @Open
    public Response form(
            @BeanParam Visit visit,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("left") @DefaultValue("") String left) {
        return visit.guest()
                .map(who -> visit.seeOther(Landing.after(who, to)))
                .orElseGet(() -> Response.ok(view(visit, "", to, Optional.empty(), left.equals(PROVIDER)))
                        .build());
    }

    /** Checks name and password. */
    @POST
    @Path("sign-in")
    @Open
    public Response signIn(
            @BeanParam Visit visit,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("to") @DefaultValue("") String to) {
        var normal = name.strip().toLowerCase(Locale.ROOT);
        var waits = attempts.waitsUntil(normal, visit.origin());
        if (waits.isPresent()) {
            return locked(visit, name, to, waits.get());
        }
        return switch (desk.signIn(normal, password, visit.device())) {
            case Outcome.Welcome(var token, var who) -> {
                attempts.succeeded(normal);
                yield Response.seeOther(Address.of(Landing.after(who, to)))
                        .cookie(Cookies.keep(Cookies.SIGN_IN, token, visit.here(), Duration.ZERO))
                        .build();
            }
            case Outcome.CodeNeeded(var token) ->
                Response.seeOther(Address.of("/sign-in/code?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)))
                        .cookie(Cookies.keep(Cookies.HALF_SIGN_IN, token, visit.here(), SignInDesk.TIME_FOR_CODE))
                        .build();
            case Outcome.Wrong _, Outcome.WrongCode _, Outcome.TooLate _ -> {
                attempts.failed(normal, visit.origin());
                yield attempts.waitsUntil(normal, visit.origin())
                        .map(until -> locked(visit, name, to, until))
                        .orElseGet(() ->
                                refused(visit, name, to, WRONG, visit.text().say("signin.error.wrong")));
            }
            case Outcome.Locked(var until) -> locked(visit, name, to, until);
        };
    }

    /** Ends the sign-in at once, on every node. */
    @POST
    @Path("sign-out")
    @Needs
    public Response signOut(@BeanParam Visit visit, @CookieParam(Cookies.SIGN_IN) @Nullable String token) {
        var vouched = token != null && desk.signOut(visit.who(), token);
        return Response.seeOther(URI.create(vouched ? "/sign-in?left=" + PROVIDER : "/sign-in"))
                .cookie(Cookies.drop(Cookies.SIGN_IN, visit.here()))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    /** Says the same to the right password as to a wrong one, and to a name that exists as to one that does not. */
    private Response locked(Visit visit, String name, String to, Instant until) {
        var minutes = Math.max(
                1, Math.ceilDiv(Duration.between(clock.instant(), until).toSeconds(), 60));
        return refused(visit, name, to, TOO_MANY, visit.text().say("signin.error.locked", minutes));
    }

    private Response refused(Visit visit, String name, String to, int status, String error) {
        return Response.status(status)
                .entity(view(visit, name, to, Optional.of(error), false))
                .build();
    }

    private View view(Visit visit, String name, String to, Optional<String> error, boolean left) {
        var page = visit.page(visit.text().say("signin.title"));
        var shown = provider.map(said -> said.isEmpty() ? visit.text().say("signin.provider.usual") : said);
        return new View("signin/sign-in.jte", new SignInView(page, name, to, error, shown, left));
    }
}

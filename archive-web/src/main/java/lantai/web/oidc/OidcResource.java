package lantai.web.oidc;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import lantai.account.OutsideIdentity;
import lantai.account.SignInDesk;
import lantai.account.SignInDesk.Outcome;
import lantai.key.KeyRing;
import lantai.web.frame.Visit;
import lantai.web.oidc.OidcProvider.NotProven;
import lantai.web.security.Address;
import lantai.web.security.Cookies;
import lantai.web.security.Open;
import lantai.web.signin.Landing;
import lantai.web.signin.SignInView;
import lantai.web.view.View;

/** {@code /sign-in/provider}: signing in through the identity provider, and out of it. */
@Path("sign-in/provider")
@Produces(MediaType.TEXT_HTML)
public final class OidcResource {
    private static final Logger LOG = System.getLogger(OidcResource.class.getName());
    private static final int UNAVAILABLE = 503;

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final SignInDesk desk;
    private final KeyRing keys;
    private final InstantSource clock;

    public OidcResource(OidcSettings settings, SignInDesk desk, KeyRing keys, InstantSource clock) {
        this.settings = settings;
        this.provider = new OidcProvider(settings, clock);
        this.desk = desk;
        this.keys = keys;
        this.clock = clock;
    }

    /** Sends the person to the provider. */
    @GET
    @Open
    public Response begin(@BeanParam Visit visit, @QueryParam("to") @DefaultValue("") String to) {
        var attempt = OidcAttempt.begin(Landing.isOurs(to) ? to : "", clock.instant());
        try {
            return Response.seeOther(provider.question(attempt, back(visit)))
                    .cookie(Cookies.keep(Cookies.PROVIDER, attempt.sealed(keys), visit.here(), OidcAttempt.TIME))
                    .build();
        } catch (IOException silent) {
            return silent(visit, to, silent);
        }
    }

    /** Takes the provider's answer, once. */
    @GET
    @Path("back")
    @Open
    public Response answer(
            @BeanParam Visit visit,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("iss") @DefaultValue("") String issuer,
            @CookieParam(Cookies.PROVIDER) @DefaultValue("") String cookie) {
        var attempt = OidcAttempt.opened(cookie, keys, clock.instant())
                .filter(begun -> begun.state().getValue().equals(state));
        if (attempt.isEmpty()) {
            return refused(visit, Response.Status.BAD_REQUEST, visit.text().say("signin.provider.too-late"));
        }
        try {
            if (code.isEmpty() || !provider.isFrom(issuer)) {
                throw new NotProven("no code, or the answer of another provider");
            }
            var identity = provider.redeem(code, attempt.get(), back(visit));
            return in(visit, identity, attempt.get().to());
        } catch (NotProven why) {
            LOG.log(Level.WARNING, settings + " did not vouch: " + why.getMessage());
            return refused(
                    visit, Response.Status.UNAUTHORIZED, visit.text().say("signin.provider.refused", name(visit)));
        } catch (IOException silent) {
            return silent(visit, attempt.get().to(), silent);
        }
    }

    /** Signs the browser out of the provider too. */
    @GET
    @Path("out")
    @Open
    public Response out(@BeanParam Visit visit) {
        try {
            return provider.way(base(visit).resolve("sign-in"))
                    .map(way -> Response.seeOther(way).build())
                    .orElseGet(() -> visit.seeOther("/sign-in"));
        } catch (IOException silent) {
            return silent(visit, "", silent);
        }
    }

    private Response in(Visit visit, OutsideIdentity identity, String to) {
        return switch (desk.vouched(identity, visit.device())) {
            case Outcome.Welcome(var token, var who) ->
                Response.seeOther(Address.of(Landing.after(who, to)))
                        .cookie(
                                Cookies.keep(Cookies.SIGN_IN, token, visit.here(), Duration.ZERO),
                                Cookies.drop(Cookies.PROVIDER, visit.here()))
                        .build();
            case Outcome.CodeNeeded(var token) ->
                Response.seeOther(Address.of("/sign-in/code?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)))
                        .cookie(
                                Cookies.keep(Cookies.HALF_SIGN_IN, token, visit.here(), SignInDesk.TIME_FOR_CODE),
                                Cookies.drop(Cookies.PROVIDER, visit.here()))
                        .build();
            case Outcome.Locked _ ->
                refused(visit, Response.Status.FORBIDDEN, visit.text().say("signin.provider.locked"));
            case Outcome.Wrong _, Outcome.WrongCode _, Outcome.TooLate _ ->
                refused(
                        visit,
                        Response.Status.FORBIDDEN,
                        visit.text().say("signin.provider.untied", name(visit), identity.subject()));
        };
    }

    private URI back(Visit visit) {
        return base(visit).resolve("sign-in/provider/back");
    }

    private URI base(Visit visit) {
        return settings.address().orElseGet(() -> visit.here().resolve("/"));
    }

    private String name(Visit visit) {
        return settings.name().isEmpty() ? visit.text().say("signin.provider.usual") : settings.name();
    }

    private Response silent(Visit visit, String to, IOException why) {
        LOG.log(Level.WARNING, settings + " does not answer", why);
        return Response.status(UNAVAILABLE)
                .entity(view(visit, to, visit.text().say("signin.provider.silent", name(visit))))
                .build();
    }

    private Response refused(Visit visit, Response.Status status, String told) {
        return Response.status(status)
                .entity(view(visit, "", told))
                .cookie(Cookies.drop(Cookies.PROVIDER, visit.here()))
                .build();
    }

    private View view(Visit visit, String to, String told) {
        var page = visit.page(visit.text().say("signin.title"));
        return new View(
                "signin/sign-in.jte", new SignInView(page, "", to, Optional.of(told), Optional.of(name(visit)), false));
    }
}

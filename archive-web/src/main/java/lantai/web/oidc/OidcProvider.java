package lantai.web.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import lantai.account.OutsideIdentity;

/**
 * The identity provider, asked by OpenID Connect Core 1.0: authorization code flow with PKCE (RFC 7636), the token's signature, issuer,
 * audience, nonce and times checked. Thread-safe.
 */
final class OidcProvider {
    private static final int MILLIS = 5_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    /** Signatures that prove who signed: neither none nor those of a secret that both sides know. */
    private static final Set<JWSAlgorithm> ACCEPTED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OidcSettings settings;
    private final InstantSource clock;
    private Optional<Known> known = Optional.empty();

    OidcProvider(OidcSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What the provider says of itself, and what proves its tokens. */
    private record Known(OIDCProviderMetadata said, IDTokenValidator validator, Instant at) {}

    /** The provider says that the person has not proven who he is, or what it says does not hold. */
    static final class NotProven extends Exception {
        private static final long serialVersionUID = 1;

        NotProven(String why) {
            super(why);
        }

        NotProven(Exception why) {
            super(why.getMessage(), why);
        }
    }

    /**
     * Where the person is sent to.
     *
     * @param back where the answer is to come to
     * @throws IOException when the provider does not answer
     */
    URI question(OidcAttempt attempt, URI back) throws IOException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), new ClientID(settings.client()), back)
                .endpointURI(known().said().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** {@return where one signs out of the provider, when it tells} */
    Optional<URI> way(URI afterwards) throws IOException {
        return Optional.ofNullable(known().said().getEndSessionEndpointURI())
                .map(end -> new LogoutRequest(end, null, null, new ClientID(settings.client()), afterwards, null, null)
                        .toURI());
    }

    /** {@return whether an answer says that it is from this provider, or does not say from whom} (RFC 9207) */
    boolean isFrom(String issuer) {
        return issuer.isEmpty() || issuer.equals(settings.issuer().toString());
    }

    /**
     * Redeems the code of an answer.
     *
     * @param back where the answer came to
     * @throws NotProven when the provider does not take the code, or its token does not hold
     * @throws IOException when the provider does not answer
     */
    OutsideIdentity redeem(String code, OidcAttempt attempt, URI back) throws IOException, NotProven {
        var provider = known();
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), back, attempt.verifier());
        var asked = new TokenRequest.Builder(provider.said().getTokenEndpointURI(), proof(provider.said()), grant)
                .build()
                .toHTTPRequest();
        var answer = send(asked);
        try {
            var response = OIDCTokenResponseParser.parse(answer);
            if (!response.indicatesSuccess()) {
                throw new NotProven(response.toErrorResponse().getErrorObject().toString());
            }
            var token = response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken();
            if (token == null) {
                throw new NotProven("the answer has no ID token");
            }
            var claims = provider.validator().validate(token, attempt.nonce());
            return new OutsideIdentity(
                    settings.issuer().toString(), claims.getSubject().getValue());
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw new NotProven(wrong);
        }
    }

    private ClientAuthentication proof(OIDCProviderMetadata said) {
        var client = new ClientID(settings.client());
        var secret = new Secret(settings.secret());
        var methods = said.getTokenEndpointAuthMethods();
        return methods != null
                        && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret);
    }

    private synchronized Known known() throws IOException {
        var now = clock.instant();
        if (known.isEmpty() || known.get().at().plus(KNOWN_FOR).isBefore(now)) {
            known = Optional.of(ask(now));
        }
        return known.get();
    }

    private Known ask(Instant now) throws IOException {
        try {
            var issuer = new Issuer(settings.issuer());
            var trust = trust();
            var answer = send(new HTTPRequest(HTTPRequest.Method.GET, OIDCProviderMetadata.resolveURL(issuer)));
            answer.ensureStatusCode(HTTPResponse.SC_OK);
            var said = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
            if (!said.getIssuer().equals(issuer)) {
                throw new IOException(issuer + " calls itself " + said.getIssuer());
            }
            var keys = JWKSourceBuilder.<SecurityContext>create(
                            said.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(MILLIS, MILLIS, MOST_BYTES, true, trust.orElse(null)))
                    .retrying(true)
                    .build();
            var selector = new JWSVerificationKeySelector<>(algorithms(said), keys);
            var validator = new IDTokenValidator(issuer, new ClientID(settings.client()), selector, null);
            return new Known(said, validator, now);
        } catch (GeneralException | GeneralSecurityException wrong) {
            throw new IOException(
                    "what " + settings.issuer() + " says of itself is not understood: " + wrong.getMessage(), wrong);
        }
    }

    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata said) {
        var usable = new LinkedHashSet<>(
                said.getIDTokenJWSAlgs() == null ? List.of(JWSAlgorithm.RS256) : said.getIDTokenJWSAlgs());
        usable.retainAll(ACCEPTED);
        return usable.isEmpty() ? Set.of(JWSAlgorithm.RS256) : usable;
    }

    private HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(MILLIS);
        request.setReadTimeout(MILLIS);
        request.setFollowRedirects(false);
        try {
            trust().ifPresent(request::setSSLSocketFactory);
        } catch (GeneralSecurityException wrong) {
            throw new IOException(wrong);
        }
        return request.send();
    }

    private Optional<SSLSocketFactory> trust() throws IOException, GeneralSecurityException {
        return settings.trusted().isEmpty()
                ? Optional.empty()
                : Optional.of(factory(settings.trusted().get()));
    }

    private static SSLSocketFactory factory(Path certificates) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificates)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority " + store.size(), certificate);
            }
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}

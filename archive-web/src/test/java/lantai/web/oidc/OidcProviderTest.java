package lantai.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.account.OutsideIdentity;
import lantai.key.KeyRing;
import lantai.web.oidc.OidcProvider.NotProven;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that lies: what it says must not open anything. */
@SuppressWarnings("JavaUtilDate")
class OidcProviderTest {
    private static final String CLIENT = "lantai";
    private static final URI BACK = URI.create("https://archive.sample.invalid/sign-in/provider/back");

    @TempDir
    private Path keys;

    private final OidcAttempt attempt = OidcAttempt.begin("/search", Instant.now());
    private HttpServer http;
    private RSAKey key;
    private String issuer;
    private String calledItself;
    private JWT token;

    @BeforeEach
    void open() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("own").generate();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + http.getAddress().getPort();
        calledItself = issuer;
        token = signed(key, claims().build());
        http.createContext(
                "/.well-known/openid-configuration",
                exchange -> say(exchange, """
                {"issuer": "%s", "authorization_endpoint": "%s/ask", "token_endpoint": "%s/token", "jwks_uri": "%s/keys",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"]}
                """.formatted(calledItself, issuer, issuer, issuer)));
        http.createContext("/keys", exchange -> say(exchange, new JWKSet(key.toPublicJWK()).toString()));
        http.createContext("/token", exchange -> say(exchange, """
                {"access_token": "sample", "token_type": "Bearer", "id_token": "%s"}
                """.formatted(token.serialize())));
        http.start();
    }

    @AfterEach
    void close() {
        http.stop(0);
    }

    private static void say(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(CLIENT)
                .subject("样例·7")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", attempt.nonce().getValue());
    }

    private static JWT signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("own").build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt;
    }

    private OidcProvider provider() {
        return new OidcProvider(
                OidcSettings.of(Map.of(
                                "LANTAI_OIDC_ISSUER", issuer,
                                "LANTAI_OIDC_CLIENT", CLIENT,
                                "LANTAI_OIDC_SECRET", "sample"))
                        .orElseThrow(),
                InstantSource.system());
    }

    @Test
    void aTokenThatHoldsTellsWhoItIs() throws Exception {
        assertThat(provider().redeem("code", attempt, BACK)).isEqualTo(new OutsideIdentity(issuer, "样例·7"));
    }

    @Test
    void aTokenThatDoesNotHoldProvesNothing() throws Exception {
        var another = new RSAKeyGenerator(2048).keyID("own").generate();
        for (var wrong : List.of(
                signed(another, claims().build()),
                new PlainJWT(claims().build()),
                signed(key, claims().issuer("https://elsewhere.sample.invalid").build()),
                signed(key, claims().audience("another").build()),
                signed(key, claims().claim("nonce", "another").build()),
                signed(key, claims().claim("nonce", null).build()),
                signed(key, claims().subject(null).build()),
                signed(
                        key,
                        claims().expirationTime(Date.from(Instant.now().minusSeconds(3_600)))
                                .build()))) {
            token = wrong;
            assertThatThrownBy(() -> provider().redeem("code", attempt, BACK))
                    .as(wrong.serialize())
                    .isInstanceOf(NotProven.class);
        }
    }

    @Test
    void aProviderThatCallsItselfOtherwiseIsNotAsked() {
        calledItself = "https://elsewhere.sample.invalid";
        assertThatThrownBy(() -> provider().question(attempt, BACK))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("calls itself");
    }

    @Test
    void anAttemptIsOpenedInTimeAndByTheKeysThatClosedItOnly() {
        var ring = KeyRing.open(keys);
        var sealed = attempt.sealed(ring);
        assertThat(OidcAttempt.opened(sealed, ring, Instant.now())).contains(attempt(sealed, ring));
        assertThat(OidcAttempt.opened(sealed, ring, attempt.until())).isEmpty();
        assertThat(OidcAttempt.opened(sealed, KeyRing.open(keys.resolve("another")), Instant.now()))
                .isEmpty();
        assertThat(OidcAttempt.opened("", ring, Instant.now())).isEmpty();
        assertThat(OidcAttempt.opened("not ours", ring, Instant.now())).isEmpty();
    }

    private static OidcAttempt attempt(String sealed, KeyRing ring) {
        return OidcAttempt.opened(sealed, ring, Instant.now()).orElseThrow();
    }

    @Test
    void settingsThatCannotWorkAreNamedWithoutTheSecret() {
        assertThat(OidcSettings.of(Map.of())).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> OidcSettings.of(Map.of("LANTAI_OIDC_ISSUER", "https://sample.invalid")))
                .hasMessageContaining("LANTAI_OIDC_CLIENT");
        assertThatThrownBy(() -> OidcSettings.of(
                        Map.of("LANTAI_OIDC_ISSUER", "https://sample.invalid", "LANTAI_OIDC_CLIENT", "lantai")))
                .hasMessageContaining("LANTAI_OIDC_SECRET");
        assertThatThrownBy(() -> OidcSettings.of(Map.of("LANTAI_OIDC_ISSUER", "http://sample.invalid")))
                .hasMessageContaining("expected https://");
        var settings = OidcSettings.of(Map.of(
                        "LANTAI_OIDC_ISSUER", "https://sample.invalid",
                        "LANTAI_OIDC_CLIENT", "lantai",
                        "LANTAI_OIDC_SECRET", "not to be told"))
                .orElseThrow();
        assertThat(settings.toString()).doesNotContain("not to be told");
    }
}

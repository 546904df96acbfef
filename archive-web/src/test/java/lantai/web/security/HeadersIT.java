package lantai.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lantai.account.Role;
import lantai.audit.AuditAction;
import lantai.web.LantaiServer;
import lantai.web.Staff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer tells a browser, what cookies carry, and what a stranger cannot tell the server. */
class HeadersIT {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @TempDir
    private static Path data;

    private static LantaiServer server;
    private static String password;

    @BeforeAll
    static void open() {
        server = LantaiServer.start(data);
        password = Staff.add(server, "wangfang", Role.ARCHIVIST).password();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        server.close();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> signIn(String name, String secret, String... headers)
            throws IOException, InterruptedException {
        var form = "name=" + name + "&password=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(server.address().resolve("sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-in",
                "inbox",
                "no/such/page",
                "api/v1/batches",
                "health/ready",
                "openapi",
                "items/00000000-0000-0000-0000-000000000000"
            })
    void everyAnswerForbidsScriptsOfOthersFramesAndGuessing(String path) throws IOException, InterruptedException {
        var headers = get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'")
                .contains("form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.map()).doesNotContainKeys("Server", "X-Powered-By", "Access-Control-Allow-Origin");
    }

    @Test
    void aTextSaysItsCharacters() throws IOException, InterruptedException {
        assertThat(get("sign-in")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow()
                        .toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("text/html;charset=utf-8");
    }

    @Test
    void theCookieOfTheSignInIsForThisSiteAndNotForScripts() throws IOException, InterruptedException {
        var answer = signIn("wangfang", password);
        assertThat(answer.statusCode()).isEqualTo(303);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("lantai-sign-in=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie)
                .as("a cookie of the session, gone with the browser")
                .doesNotContain("Max-Age", "Expires", "Domain");
        assertThat(cookie).as("plain HTTP on the machine itself").doesNotContain("Secure");
        assertThat(answer.headers().allValues("Location")).noneMatch(place -> place.contains(token(cookie)));
    }

    /** Under any other name than the machine itself the cookie goes over TLS only. */
    @Test
    void underAnotherNameTheCookieIsSecure() throws IOException {
        var body = "name=wangfang&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var answer = raw("POST /sign-in HTTP/1.1\r\nHost: archive.example\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n" + body);
        var cookie = answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: lantai-sign-in="))
                .findFirst();
        assertThat(cookie.orElseThrow()).contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void signingOutKillsTheTokenAndEmptiesTheBrowser() throws IOException, InterruptedException {
        var cookie = "lantai-sign-in="
                + token(signIn("wangfang", password)
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow());
        assertThat(withCookie("password", cookie).statusCode()).isEqualTo(200);
        var out = CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve("sign-out"))
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(out.headers().firstValue("Clear-Site-Data").orElseThrow()).contains("storage");
        assertThat(withCookie("password", cookie).statusCode()).isEqualTo(303);
        assertThat(withCookie("api/v1/batches", cookie, "application/json").statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> withCookie(String path, String cookie)
            throws IOException, InterruptedException {
        return withCookie(path, cookie, "text/html");
    }

    private static HttpResponse<String> withCookie(String path, String cookie, String wanted)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(path))
                        .header("Accept", wanted)
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
    }

    /** A proxy's private headers from a stranger would put any address into the audit. */
    @Test
    void aStrangerCannotSayFromWhereHeComes() throws IOException, InterruptedException {
        signIn(
                "forger",
                "wrong",
                "$WSRA",
                "203.0.113.9",
                "X-Forwarded-For",
                "203.0.113.9",
                "Forwarded",
                "for=203.0.113.9");
        assertThat(Staff.audited(server, AuditAction.SIGN_IN_FAILED))
                .isNotEmpty()
                .allMatch(entry -> String.valueOf(entry.detail().get("origin")).matches("127\\.0\\.0\\.1|.*:1"));
    }

    @Test
    void aStrangerCannotSayThatTheConnectionIsEncrypted() throws IOException, InterruptedException {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve("sign-in"))
                        .headers("$WSSC", "https", "$WSIS", "true", "X-Forwarded-Proto", "https")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void traceIsNotAnswered() throws IOException {
        var answer =
                raw("TRACE /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Secret: told-back\r\nConnection: close\r\n\r\n");
        assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotContain("told-back");
    }

    @Test
    void anotherSitesPageMayNotReadAnswers() throws IOException, InterruptedException {
        for (var origin : List.of("https://elsewhere.example", "null")) {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(server.address().resolve("api/v1/batches"))
                            .header("Origin", origin)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.headers().map()).doesNotContainKey("Access-Control-Allow-Origin");
        }
    }

    private static String token(String cookie) {
        return cookie.substring("lantai-sign-in=".length(), cookie.indexOf(';'));
    }

    private static String raw(String request) throws IOException {
        URI address = server.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

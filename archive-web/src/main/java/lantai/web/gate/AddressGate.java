package lantai.web.gate;

import com.ibm.wsspi.http.HttpContainer;
import com.ibm.wsspi.http.HttpInboundConnection;
import com.ibm.wsspi.http.HttpRequest;
import com.ibm.wsspi.http.VirtualHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lantai.web.text.Language;
import lantai.web.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for addresses that nobody could decode, with a page for a person and {@code application/problem+json} for a
 * program; all others it leaves to the web container. Made by the server, see {@code gate.xml}. Thread-safe.
 */
public final class AddressGate implements HttpContainer {
    private static final String ANYTHING = "/*";

    /** Made by the server. */
    public AddressGate() {}

    /** Takes its place; who comes first is asked first, and the application comes later. */
    public void open(VirtualHost host) {
        host.addContextRoot(ANYTHING, this);
    }

    /** Leaves its place. */
    public void close(VirtualHost host) {
        host.removeContextRoot(ANYTHING, this);
    }

    @Override
    public @Nullable Runnable createRunnableHandler(HttpInboundConnection connection) {
        return DecodedPath.isSound(connection.getRequest().getURI()) ? null : () -> refuse(connection);
    }

    private static void refuse(HttpInboundConnection connection) {
        var request = connection.getRequest();
        var text = Text.in(language(request));
        var isPage = wantsPage(request);
        var body = (isPage ? page(text) : json(text)).getBytes(StandardCharsets.UTF_8);
        var response = connection.getResponse();
        response.setStatus(400);
        response.setHeader("Content-Type", isPage ? "text/html;charset=UTF-8" : "application/problem+json");
        response.setHeader("Content-Language", text.language().tag());
        response.setHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close");
        response.setContentLength(body.length);
        try (var out = response.getBody()) {
            out.write(body);
            connection.finish(null);
        } catch (IOException brokenOff) {
            connection.finish(brokenOff);
        }
    }

    private static Language language(HttpRequest request) {
        return Optional.ofNullable(request.getCookie("lantai-language"))
                .flatMap(cookie -> Language.parse(cookie.getValue()))
                .orElse(Language.CHINESE);
    }

    private static boolean wantsPage(HttpRequest request) {
        var accepted = request.getHeader("Accept");
        return !request.getURI().startsWith("/api/") && accepted != null && accepted.contains("text/html");
    }

    private static String page(Text text) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><link rel="stylesheet" href="/assets/gate/lantai.css"></head>
                <body><main><div class="problem"><h1>%s</h1><p>%s</p>
                <p class="row"><a class="button primary" href="/">%s</a></p></div></main></body></html>
                """.formatted(text.language().tag(), title(text), title(text), told(text), text.say("problem.home"));
    }

    private static String json(Text text) {
        return """
                {"type":"about:blank","title":"%s","status":400,"code":"ADDRESS_NOT_READ","detail":"%s",\
                "details":{"zh":"%s","en":"%s"}}""".formatted(title(text), told(text), told(Text.in(Language.CHINESE)), told(Text.in(Language.ENGLISH)));
    }

    private static String title(Text text) {
        return text.say("problem.title.400");
    }

    private static String told(Text text) {
        return text.say("problem.RequestProblem.ADDRESS_NOT_READ");
    }
}

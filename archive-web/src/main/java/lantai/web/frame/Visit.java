package lantai.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import lantai.account.Device;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.problem.Refused;
import lantai.web.security.Address;
import lantai.web.security.Cookies;
import lantai.web.security.RequestProblem;
import lantai.web.security.SignInFilter;
import lantai.web.text.Language;
import lantai.web.text.Text;

/**
 * One request of one reader. A resource method takes it as {@code @BeanParam Visit visit} and makes its page from it; it is
 * good for that request only.
 */
public final class Visit {
    static final String NOTE = "lantai-note";
    static final String LANGUAGE = "lantai-language";
    static final String THEME = "lantai-theme";
    static final String SIZE = "lantai-size";

    private static final int LONGEST_NOTE = 300;

    @Context
    private HttpServletRequest request;

    /** Filled by the container. */
    @SuppressWarnings("NullAway.Init")
    public Visit() {}

    /** A visit outside a resource method, as for an error page. */
    public Visit(HttpServletRequest request) {
        this.request = request;
    }

    /** {@return who asks, on pages that are open to everybody} */
    public Optional<SignedIn> guest() {
        return Optional.ofNullable((SignedIn) request.getAttribute(SignInFilter.attribute()));
    }

    /** {@return who asks, where the guard has let in only people who have signed in} */
    public SignedIn who() {
        return guest().orElseThrow(() -> new Refused(RequestProblem.SIGN_IN_NEEDED));
    }

    /** {@return who asks, for the audit trail} */
    public Actor actor() {
        return who().actor();
    }

    /** {@return the address of the machine that asks} */
    public String origin() {
        return request.getRemoteAddr();
    }

    /** {@return from where it is asked, by address and browser} */
    public Device device() {
        return Device.of(
                origin(), Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
    }

    /** {@return the address asked for, as the browser sees it} */
    public URI here() {
        return Address.of(request);
    }

    /** {@return the path asked for with its query} */
    public String pathAndQuery() {
        var query = request.getQueryString();
        return Address.legal(request.getRequestURI() + (query == null ? "" : '?' + query));
    }

    /** {@return the words in the reader's language} */
    public Text text() {
        return Text.in(language());
    }

    /** {@return whether only a part of a page is wanted (htmx)} */
    public boolean wantsPart() {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }

    /**
     * Starts the answer: everything the frame and the page's own view need.
     *
     * @param title the heading, already in the reader's words
     */
    public Page page(String title) {
        return new Page(this, title);
    }

    /** Leads the reader on after a deed is done. */
    public Response seeOther(String path) {
        return Response.seeOther(Address.of(path)).build();
    }

    /**
     * Leads the reader on and says there, once, what was done.
     *
     * @param said in the reader's words
     */
    public Response seeOther(String path, String said) {
        var note = said.length() > LONGEST_NOTE ? said.substring(0, LONGEST_NOTE) : said;
        return Response.seeOther(Address.of(path))
                .cookie(Cookies.keep(
                        NOTE, URLEncoder.encode(note, StandardCharsets.UTF_8), here(), Duration.ofMinutes(1)))
                .build();
    }

    Optional<String> note() {
        return cookie(NOTE).filter(note -> !note.isEmpty()).flatMap(Visit::decoded);
    }

    Look look() {
        var theme = cookie(THEME).filter(value -> value.equals("light") || value.equals("dark"));
        return new Look(
                theme.orElse("auto"), cookie(SIZE).filter("large"::equals).isPresent());
    }

    Frames frames() {
        if (request.getAttribute(FrameFilter.FRAMES) instanceof Frames frames) {
            return frames;
        }
        throw new IllegalStateException("the request did not pass the frame filter");
    }

    private Language language() {
        return Optional.ofNullable(request.getQueryString())
                .filter(query -> query.contains("lang="))
                .flatMap(_ -> Optional.ofNullable(request.getParameter("lang")))
                .or(() -> cookie(LANGUAGE))
                .flatMap(Language::parse)
                .orElse(Language.CHINESE);
    }

    private Optional<String> cookie(String name) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (var cookie : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(String note) {
        try {
            return Optional.of(URLDecoder.decode(note, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}

package lantai.web.signin;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import lantai.web.frame.Visit;
import lantai.web.security.Address;
import lantai.web.security.Cookies;
import lantai.web.security.Open;

/** {@code /comfort}: language, type size and theme of this screen, for everybody and without JavaScript. */
@Path("comfort")
public final class ComfortResource {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "language",
            Set.of("zh", "en"),
            "size",
            Set.of("normal", "large"),
            "theme",
            Set.of("light", "dark", "auto"));

    /** Keeps what was chosen and goes back to where the reader was. */
    @POST
    @Open
    public Response choose(
            @BeanParam Visit visit,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("size") @DefaultValue("") String size,
            @FormParam("theme") @DefaultValue("") String theme,
            @FormParam("to") @DefaultValue("/") String to) {
        var answer = Response.seeOther(Address.of(Landing.isOurs(to) ? withoutLanguage(to) : "/"));
        Map.of("language", language, "size", size, "theme", theme).forEach((name, value) -> {
            if (CHOICES.getOrDefault(name, Set.of()).contains(value)) {
                answer.cookie(Cookies.keep("lantai-" + name, value, visit.here(), KEPT));
            }
        });
        return answer.build();
    }

    private static String withoutLanguage(String path) {
        return path.replaceAll("([?&])lang=[a-z]*&?", "$1").replaceAll("[?&]$", "");
    }
}

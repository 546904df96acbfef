package lantai.web.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lantai.account.Role;
import lantai.account.SignedIn;

/** Where people arrive: the place of their daily work. */
public final class Landing {
    /** An encoded control character, or a percent sign that encodes nothing. */
    private static final Pattern BROKEN = Pattern.compile("%(?:[01]\\p{XDigit}|7[fF]|(?!\\p{XDigit}{2}))");

    private static final Map<Role, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put(Role.ARCHIVIST, "/inbox");
        PLACES.put(Role.ARRANGER, "/inbox");
        PLACES.put(Role.COLLECTOR, "/inbox");
        PLACES.put(Role.REVIEWER, "/review");
        PLACES.put(Role.LEADER, "/insight");
        PLACES.put(Role.STORE_KEEPER, "/search");
        PLACES.put(Role.APPRAISER, "/search");
        PLACES.put(Role.SYSTEM_ADMINISTRATOR, "/accounts");
        PLACES.put(Role.SECURITY_ADMINISTRATOR, "/accounts");
        PLACES.put(Role.AUDIT_ADMINISTRATOR, "/audit");
        PLACES.put(Role.INSURED_PERSON, "/my");
    }

    private Landing() {}

    /** {@return the path for this person; {@code /welcome} while no role is given} */
    static String of(SignedIn who) {
        return of(who.account().roles());
    }

    private static String of(Set<Role> roles) {
        return PLACES.entrySet().stream()
                .filter(place -> roles.contains(place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("/welcome");
    }

    /**
     * Where somebody goes who has just come in.
     *
     * @param to where he wanted to go; empty for the place of his work
     */
    public static String after(SignedIn who, String to) {
        if (who.account().mustChangePassword()) {
            return "/password";
        }
        return isOurs(to) ? to : of(who);
    }

    /** {@return whether the path leads to a page of this site} */
    public static boolean isOurs(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !BROKEN.matcher(path).find()
                && path.chars().noneMatch(c -> c == '\\' || c < ' ' || c > '~');
    }
}

package lantai.account;

import java.util.List;
import java.util.regex.Pattern;

/**
 * From where somebody signs in.
 *
 * @param address of the machine that asks; whole only in the audit trail
 * @param browser as people call it, for example {@code Firefox 144 · Windows}; empty when it does not say
 */
public record Device(String address, String browser) {
    private static final List<Kind> BROWSERS = List.of(
            new Kind("Edg(?:e|A|iOS)?/(\\d+)", "Edge"),
            new Kind("OPR/(\\d+)", "Opera"),
            new Kind("MicroMessenger/(\\d+)", "WeChat"),
            new Kind("(?:Firefox|FxiOS)/(\\d+)", "Firefox"),
            new Kind("(?:Chrome|CriOS|HeadlessChrome)/(\\d+)", "Chrome"),
            new Kind("Version/(\\d+)[.\\d]* (?:Mobile/\\S+ )?Safari", "Safari"));
    private static final List<Kind> SYSTEMS = List.of(
            new Kind("Windows", "Windows"),
            new Kind("OpenHarmony|HarmonyOS", "HarmonyOS"),
            new Kind("Android", "Android"),
            new Kind("iPhone|iPad", "iOS"),
            new Kind("Mac OS X", "macOS"),
            new Kind("Linux", "Linux"));

    /**
     * Reads what a browser says of itself.
     *
     * @param userAgent the header of that name, believed for a name only
     */
    public static Device of(String address, String userAgent) {
        var browser = told(BROWSERS, userAgent);
        var system = told(SYSTEMS, userAgent);
        return new Device(address, browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system);
    }

    /** {@return the address without its last part: of IPv4 the last number, of IPv6 all but the first four groups} */
    public String maskedAddress() {
        if (address.contains(":")) {
            var groups = List.of(address.split(":", -1));
            return String.join(":", groups.subList(0, Math.min(4, groups.size() - 1))) + ":*";
        }
        return address.contains(".") ? address.substring(0, address.lastIndexOf('.')) + ".*" : "*";
    }

    private static String told(List<Kind> kinds, String userAgent) {
        return kinds.stream()
                .map(kind -> kind.in(userAgent))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private record Kind(Pattern pattern, String name) {
        Kind(String pattern, String name) {
            this(Pattern.compile(pattern), name);
        }

        String in(String userAgent) {
            var found = pattern.matcher(userAgent);
            if (!found.find()) {
                return "";
            }
            return found.groupCount() == 0 ? name : name + ' ' + found.group(1);
        }
    }
}

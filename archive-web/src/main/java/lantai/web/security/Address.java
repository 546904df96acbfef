package lantai.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An address as a browser or a person has written it. Browsers send some characters as they were typed, though RFC 3986
 * (2.2, 2.3) allows them only percent-encoded.
 */
public final class Address {
    private static final String LEGAL = "-._~!$&'()*+,;=:@/?%";

    private Address() {}

    /**
     * Makes an address out of what was written.
     *
     * @param written a path with or without a query; what may not stand in one is percent-encoded as UTF-8
     */
    public static URI of(String written) {
        return URI.create(legal(written));
    }

    /** {@return the address that was asked for, without its query, as the browser sees it} */
    public static URI of(HttpServletRequest request) {
        var whole = request.getRequestURL().toString();
        var path = request.getRequestURI();
        return URI.create(whole.substring(0, whole.length() - path.length()) + legal(path));
    }

    /** {@return a path with or without a query, each character that may not stand there percent-encoded} */
    public static String legal(String written) {
        var legal = new StringBuilder();
        for (var at = 0; at < written.length(); ) {
            var character = written.codePointAt(at);
            if (character == '%' && !isEncoded(written, at)) {
                legal.append("%25");
            } else if (isLegal(character)) {
                legal.appendCodePoint(character);
            } else {
                encode(character, legal);
            }
            at += Character.charCount(character);
        }
        return legal.toString();
    }

    private static boolean isLegal(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || LEGAL.indexOf(character) >= 0);
    }

    private static boolean isEncoded(String written, int at) {
        return at + 2 < written.length()
                && Character.digit(written.charAt(at + 1), 16) >= 0
                && Character.digit(written.charAt(at + 2), 16) >= 0;
    }

    private static void encode(int character, StringBuilder legal) {
        for (var octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            legal.append("%%%02X".formatted(octet));
        }
    }
}

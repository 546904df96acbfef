package lantai.web.gate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decides whether the path of an address means anything: percent-encoded UTF-8 (RFC 3986, 2.1 and 2.5) inside the root. */
final class DecodedPath {
    private DecodedPath() {}

    /**
     * {@return whether it is such a path}
     *
     * @param written as it stands in the request, without the query
     */
    static boolean isSound(String written) {
        return decoded(written)
                .filter(path -> path.chars().noneMatch(Character::isISOControl))
                .filter(DecodedPath::staysInside)
                .isPresent();
    }

    private static Optional<String> decoded(String written) {
        var octets = new ByteArrayOutputStream();
        for (var at = 0; at < written.length(); ) {
            var character = written.codePointAt(at);
            if (character == '%' && !isEncoded(written, at)) {
                return Optional.empty();
            }
            if (character == '%') {
                octets.write(Integer.parseInt(written, at + 1, at + 3, 16));
                at += 3;
            } else {
                octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString());
        } catch (CharacterCodingException foreign) {
            return Optional.empty();
        }
    }

    private static boolean isEncoded(String written, int at) {
        return at + 2 < written.length()
                && Character.digit(written.charAt(at + 1), 16) >= 0
                && Character.digit(written.charAt(at + 2), 16) >= 0;
    }

    /** Whether no step leads above the root; dots with a parameter behind them, {@code ..;}, are a way to hide one. */
    private static boolean staysInside(String path) {
        var depth = 0;
        for (var step : path.split("/", -1)) {
            if (step.startsWith("..;") || step.startsWith(".;")) {
                return false;
            }
            depth += switch (step) {
                case "", "." -> 0;
                case ".." -> -1;
                default -> 1;
            };
            if (depth < 0) {
                return false;
            }
        }
        return true;
    }
}

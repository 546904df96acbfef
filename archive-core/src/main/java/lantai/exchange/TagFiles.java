package lantai.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the small text files of a bag. */
final class TagFiles {
    private static final Pattern BREAK = Pattern.compile("\\r\\n|\\r|\\n");
    private static final Pattern LABEL = Pattern.compile("([^:\\s][^:]*?)\\s*:\\s*(.*)");

    private TagFiles() {}

    /** One line of a description: {@code Label: value}. */
    record Pair(String label, String value) {}

    /** {@return the lines, empty ones left out; nothing when the bytes are not of this character set} */
    static Optional<List<String>> lines(Path file, Charset charset) throws IOException {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return Optional.of(BREAK.splitAsStream(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .filter(line -> !line.isBlank())
                    .toList());
        } catch (CharacterCodingException otherSet) {
            return Optional.empty();
        }
    }

    /** {@return whether a file begins with a byte order mark of UTF-8} */
    static boolean hasMark(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(3);
            return new String(head, StandardCharsets.UTF_8).startsWith("\uFEFF");
        }
    }

    /** {@return the pair that a line is, if it is one} */
    static Optional<Pair> pair(String line) {
        var matcher = LABEL.matcher(line);
        return matcher.matches()
                ? Optional.of(new Pair(matcher.group(1), matcher.group(2).strip()))
                : Optional.empty();
    }

    /** {@return lines with those that begin with a blank joined to the ones before} */
    static List<String> unfolded(List<String> lines) {
        var whole = new ArrayList<String>();
        for (var line : lines) {
            if (!whole.isEmpty() && Character.isWhitespace(line.charAt(0))) {
                whole.set(whole.size() - 1, whole.getLast() + ' ' + line.strip());
            } else {
                whole.add(line);
            }
        }
        return whole;
    }
}

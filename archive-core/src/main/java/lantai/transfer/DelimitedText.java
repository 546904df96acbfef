package lantai.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text with separators (CSV, RFC 4180), in UTF-8 or GB 18030, parted by commas, semicolons or tabs. */
final class DelimitedText {
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private DelimitedText() {}

    /** {@return the rows; nothing when the bytes are no text in either encoding} */
    static Optional<List<List<String>>> parse(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, Charset.forName("GB18030")))
                .filter(text -> text.indexOf('\0') < 0)
                .map(text -> new DelimitedText().rows(text.startsWith("\uFEFF") ? text.substring(1) : text));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private List<List<String>> rows(String text) {
        var separator = separator(text);
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (quoted) {
                i += inQuotes(text, i);
            } else if (letter == '"' && cell.toString().isBlank()) {
                quoted = true;
                cell.setLength(0);
            } else if (letter == separator) {
                endCell();
            } else if (letter == '\n' || letter == '\r') {
                endRow();
            } else {
                cell.append(letter);
            }
        }
        endRow();
        return rows;
    }

    /** {@return how many letters more were used up} */
    private int inQuotes(String text, int at) {
        if (text.charAt(at) != '"') {
            cell.append(text.charAt(at));
            return 0;
        }
        if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
            cell.append('"');
            return 1;
        }
        quoted = false;
        return 0;
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (row.stream().anyMatch(text -> !text.isBlank())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    /** The one that stands most often in the first line. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }
}

package lantai.ingest.reader.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lantai.ingest.reader.ReadingState;
import lantai.ingest.reader.SheetReading;

/**
 * The rows of a text with separators (RFC 4180 and its relatives). The character set is found by content: a byte order mark, else
 * UTF-8 when the whole text is that, else GB18030 when it is that. The separator is the one by which the first rows fall apart
 * most evenly.
 */
final class DelimitedRows {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|', '，');
    private static final int SAMPLE = 64 * 1024;
    private static final int SAMPLE_ROWS = 20;

    private final PushbackReader in;
    private final char separator;
    private int line = 1;

    private DelimitedRows(Reader in, char separator) {
        this.in = new PushbackReader(in, 1);
        this.separator = separator;
    }

    static SheetReading read(Path file, RowsFile out) throws IOException, Unreadable {
        var charset = charset(file);
        var separator = separator(file, charset);
        try (var in = open(file, charset)) {
            var rows = new DelimitedRows(in, separator);
            var started = rows.line;
            for (var row = rows.next(); row != null; row = rows.next()) {
                out.add(started, row);
                started = rows.line;
            }
        }
        return out.rows() == 0
                ? SheetReading.failed(ReadingState.EMPTY, "no rows")
                : new SheetReading(
                        ReadingState.READ,
                        "",
                        "csv",
                        charset.name(),
                        String.valueOf(separator),
                        "",
                        out.rows(),
                        out.columns());
    }

    private static Reader open(Path file, Charset charset) throws IOException {
        var in = new PushbackReader(new BufferedReader(Files.newBufferedReader(file, charset), 1 << 16), 1);
        var first = in.read();
        if (first >= 0 && first != '\uFEFF') {
            in.unread(first);
        }
        return in;
    }

    private static Charset charset(Path file) throws IOException, Unreadable {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        var marked = TextDecoding.charset(head).filter(set -> set.name().startsWith("UTF-16"));
        if (marked.isPresent()) {
            return marked.get();
        }
        for (var one : head) {
            if (one == 0) {
                throw new Unreadable(ReadingState.UNSUPPORTED, "neither a workbook nor a text");
            }
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, GB18030)) {
            return GB18030;
        }
        throw new Unreadable(ReadingState.DAMAGED, "a text in neither UTF-8 nor GB18030");
    }

    private static boolean decodes(Path file, Charset set) throws IOException {
        var decoder = set.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var letters = CharBuffer.allocate(1 << 16);
        try (var channel = FileChannel.open(file)) {
            var end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                if (decoder.decode(bytes, letters, end).isError()) {
                    return false;
                }
                letters.clear();
                bytes.compact();
            }
        }
        return bytes.position() == 0;
    }

    private static char separator(Path file, Charset charset) throws IOException, Unreadable {
        var best = ',';
        var most = 0;
        for (var candidate : SEPARATORS) {
            var widths = widths(file, charset, candidate);
            var usual = widths.isEmpty() ? 0 : widths.get(widths.size() / 2);
            if (usual > Math.max(1, most)) {
                best = candidate;
                most = usual;
            }
        }
        return best;
    }

    private static List<Integer> widths(Path file, Charset charset, char separator) throws IOException {
        List<Integer> widths = new ArrayList<>();
        try (var in = open(file, charset)) {
            var rows = new DelimitedRows(in, separator);
            for (var row = rows.next(); row != null && widths.size() < SAMPLE_ROWS; row = rows.next()) {
                widths.add(row.size());
            }
        } catch (Unreadable _) {
            // cut into rows by this separator, it does not hold together
            return List.of();
        }
        widths.sort(Comparator.naturalOrder());
        return widths;
    }

    private @org.jspecify.annotations.Nullable List<String> next() throws IOException, Unreadable {
        var first = in.read();
        if (first < 0) {
            return null;
        }
        in.unread(first);
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(cell());
            var end = in.read();
            if (end == separator) {
                if (cells.size() > RowsFile.MOST_COLUMNS + 1) {
                    throw new Unreadable(
                            ReadingState.TOO_LARGE, "more than " + RowsFile.MOST_COLUMNS + " columns in line " + line);
                }
                continue;
            }
            if (end == '\r') {
                var feed = in.read();
                if (feed >= 0 && feed != '\n') {
                    in.unread(feed);
                }
            }
            line++;
            return cells;
        }
    }

    private String cell() throws IOException, Unreadable {
        var text = new StringBuilder();
        var letter = in.read();
        if (letter == '"') {
            quoted(text);
            letter = in.read();
        }
        while (letter >= 0 && letter != separator && letter != '\n' && letter != '\r') {
            add(text, letter);
            letter = in.read();
        }
        if (letter >= 0) {
            in.unread(letter);
        }
        return text.toString().strip();
    }

    private void quoted(StringBuilder text) throws IOException, Unreadable {
        var opened = line;
        while (true) {
            var letter = in.read();
            if (letter < 0) {
                throw new Unreadable(
                        ReadingState.DAMAGED, "a quotation mark opened in line " + opened + " is never closed");
            }
            if (letter == '"') {
                var after = in.read();
                if (after != '"') {
                    if (after >= 0) {
                        in.unread(after);
                    }
                    return;
                }
            }
            if (letter == '\n') {
                line++;
            }
            add(text, letter);
        }
    }

    private void add(StringBuilder text, int letter) throws Unreadable {
        if (text.length() > RowsFile.LONGEST_CELL) {
            throw new Unreadable(
                    ReadingState.TOO_LARGE,
                    "a cell of more than " + RowsFile.LONGEST_CELL + " letters in line " + line);
        }
        text.append((char) letter);
    }
}

package lantai.ingest.sample;

import java.util.ArrayList;
import java.util.List;

/** Breaks Chinese text into lines: anywhere, but not before a closing mark, not behind
 * an opening one and not inside a number or a Latin word. */
final class LineBreaks {
    private static final String NEVER_LAST = "（《「『【〔“‘¥(";
    private static final String NEVER_FIRST = "，。；：、）》」』】〕！？％%”’·)";

    private LineBreaks() {}

    static List<String> of(String text, Type type, double width) {
        var lines = new ArrayList<String>();
        for (var part : text.split("\n", -1)) {
            wrap(part, type, width, lines);
        }
        return lines;
    }

    private static void wrap(String text, Type type, double width, List<String> lines) {
        var line = new StringBuilder();
        for (var piece : pieces(text)) {
            if (!line.isEmpty() && Face.noto().width(line + piece, type) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString());
    }

    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var at = 0; at < text.length(); ) {
            var end = at + 1;
            while (end < text.length() && sticks(text.charAt(end - 1), text.charAt(end))) {
                end++;
            }
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces;
    }

    private static boolean sticks(char before, char after) {
        return NEVER_FIRST.indexOf(after) >= 0
                || NEVER_LAST.indexOf(before) >= 0
                || (isPlain(before) && isPlain(after));
    }

    private static boolean isPlain(char character) {
        return character > ' ' && character < 0x7F;
    }
}

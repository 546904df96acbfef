package lantai.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font of printed lists, Noto Sans SC (SIL Open Font Licence), embedded with the characters that are used. */
final class Face {
    private static final String FONT = "font/NotoSansSC-Regular.ttf";
    private static final int MISSING = '□';

    private final PDType0Font font;
    private final Map<Integer, Boolean> known = new HashMap<>();
    private final Map<Integer, Double> widths = new HashMap<>();

    Face(PDDocument document) throws IOException {
        try (var in = Face.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("the font is missing");
            }
            font = PDType0Font.load(document, in, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** {@return the text with what the font cannot show as empty boxes, line breaks as blanks} */
    String shown(String text) {
        return text.codePoints()
                .map(c -> c < ' ' ? ' ' : c)
                .map(c -> knows(c) ? c : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** {@return the width of a shown text, in points at this size} */
    double width(String shown, double size) {
        return shown.codePoints().mapToDouble(this::width).sum() * size / 1000;
    }

    /** {@return the lines of a text, none wider than the width; a break may come after any character of Chinese} */
    List<String> lines(String text, double size, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var used = 0.0;
        for (var c : shown(text).codePoints().toArray()) {
            var wide = width(c) * size / 1000;
            if (used + wide > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(c);
            used += wide;
        }
        lines.add(line.toString());
        return lines;
    }

    private boolean knows(int character) {
        return known.computeIfAbsent(character, c -> {
            try {
                return font.encode(Character.toString(c)).length > 0;
            } catch (IOException | IllegalArgumentException missing) {
                return false;
            }
        });
    }

    private double width(int character) {
        return widths.computeIfAbsent(character, c -> {
            try {
                return (double) font.getStringWidth(Character.toString(c));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }
}

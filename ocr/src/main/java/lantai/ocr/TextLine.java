package lantai.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One line of text, or what stands in one table cell.
 *
 * @param quad where it stands on the upright page
 * @param text as read; words may be parted by blanks
 * @param confidence 0 to 1, the mean over the characters
 * @param glyphs the characters with their places in reading order, blanks left out; empty when the engine knows no places
 * @param row lines with the same row stand side by side, 0-based, never falling within a page
 * @param decision why it says so, where somebody decided on it
 */
public record TextLine(
        Quad quad, String text, double confidence, List<Glyph> glyphs, int row, Optional<Decision> decision) {

    public TextLine {
        glyphs = List.copyOf(glyphs);
        if (!(confidence >= 0 && confidence <= 1) || row < 0) {
            throw new IllegalArgumentException("not a text line: confidence " + confidence + ", row " + row);
        }
    }

    /** A line that says what was read. */
    public TextLine(Quad quad, String text, double confidence, List<Glyph> glyphs, int row) {
        this(quad, text, confidence, glyphs, row, Optional.empty());
    }

    TextLine turned(int degrees, double width, double height) {
        return new TextLine(
                quad.turned(degrees, width, height),
                text,
                confidence,
                glyphs.stream()
                        .map(glyph -> glyph.turned(degrees, width, height))
                        .toList(),
                row,
                decision);
    }

    /**
     * The same line; of some characters nobody is sure, however surely they were read.
     *
     * @param doubtful says so of a character by its place among them
     */
    public TextLine doubting(IntPredicate doubtful) {
        return new TextLine(
                quad,
                text,
                confidence,
                IntStream.range(0, glyphs.size())
                        .mapToObj(i -> doubtful.test(i) ? glyphs.get(i).doubtful() : glyphs.get(i))
                        .toList(),
                row,
                decision);
    }

    /** For each character the index in the text where it begins. */
    public List<Integer> places() {
        List<Integer> places = new ArrayList<>();
        int at = 0;
        for (Glyph glyph : glyphs) {
            int found = text.indexOf(glyph.text(), at);
            places.add(found < 0 ? at : found);
            at = found < 0 ? at : found + glyph.text().length();
        }
        return places;
    }

    /** The smallest upright box around the line. */
    public Box box() {
        return quad.box();
    }
}

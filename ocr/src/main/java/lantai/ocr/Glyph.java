package lantai.ocr;

import java.util.List;

/**
 * One character as read.
 *
 * @param text one character (one code point; a ligature may be longer)
 * @param box where it stands on the upright page
 * @param confidence 0 to 1
 * @param variants what it may be instead, the likeliest first; only where the reader was not sure
 */
public record Glyph(String text, Box box, double confidence, List<Variant> variants) {

    private static final double DOUBTFUL = 0.5;

    public Glyph {
        variants = List.copyOf(variants);
        if (text.isEmpty() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "not a glyph: \"" + text + "\" at confidence " + confidence + ", expected text and 0 to 1");
        }
    }

    /** The same character, of which nobody is sure. */
    Glyph doubtful() {
        return new Glyph(text, box, Math.min(DOUBTFUL, confidence), variants);
    }

    /** A character that nobody doubts. */
    public Glyph(String text, Box box, double confidence) {
        this(text, box, confidence, List.of());
    }

    Glyph turned(int degrees, double width, double height) {
        return new Glyph(text, Quad.of(box).turned(degrees, width, height).box(), confidence, variants);
    }
}

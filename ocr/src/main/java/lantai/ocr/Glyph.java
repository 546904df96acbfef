package lantai.ocr;

/**
 * One character as read.
 *
 * @param text one character (one code point; a ligature may be longer)
 * @param box where it stands on the upright page
 * @param confidence 0 to 1
 */
public record Glyph(String text, Box box, double confidence) {

    public Glyph {
        if (text.isEmpty() || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "not a glyph: \"" + text + "\" at confidence " + confidence + ", expected text and 0 to 1");
        }
    }

    Glyph turned(int degrees, double width, double height) {
        return new Glyph(text, Quad.of(box).turned(degrees, width, height).box(), confidence);
    }
}

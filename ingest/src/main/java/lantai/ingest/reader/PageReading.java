package lantai.ingest.reader;

/**
 * What OCR found on one page.
 *
 * @param state {@code READ}, {@code NO_TEXT}, or why it could not be read
 * @param reason one sentence when it could not
 * @param rotation degrees the source was turned clockwise to stand upright: 0, 90, 180 or 270
 * @param width of the upright page in pixels
 * @param height of the upright page in pixels
 * @param dpi dots per inch taken for the page
 * @param confidence mean confidence of the characters, 0 to 1
 * @param characters number of characters found
 * @param text the text in reading order, rows parted by a newline
 * @param engine id of the engine
 */
public record PageReading(
        ReadingState state,
        String reason,
        int rotation,
        int width,
        int height,
        int dpi,
        double confidence,
        int characters,
        String text,
        String engine) {
    /** {@return a page that could not be read} */
    public static PageReading failed(ReadingState state, String reason) {
        return new PageReading(state, reason, 0, 0, 0, 0, 0, 0, "", "");
    }
}

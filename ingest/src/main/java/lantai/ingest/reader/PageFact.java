package lantai.ingest.reader;

/**
 * One page of a file, as the file itself has it.
 *
 * @param number from 1
 * @param source where its text comes from
 * @param width in pixels at {@code dpi}, as shown
 * @param height in pixels at {@code dpi}, as shown
 * @param dpi dots per inch; 0 when the file does not say
 */
public record PageFact(int number, TextSource source, int width, int height, int dpi) {
    /** Where the text of a page comes from. */
    public enum TextSource {
        /** The page carries text; its ALTO file is written. */
        BORN_DIGITAL,
        /** The page is a picture; OCR is needed. */
        OCR,
        /** The page is blank. */
        BLANK,
        /** The page is a picture that cannot be decoded here. */
        UNREADABLE
    }
}

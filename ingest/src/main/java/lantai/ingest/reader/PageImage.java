package lantai.ingest.reader;

/**
 * A page picture that was made, or why it was not. Places in an ALTO file are measured against the page size that the ALTO
 * file names itself; its page has the same shape as this picture turned by its rotation.
 *
 * @param state {@code READ} when both files were written
 * @param reason one sentence when they were not
 * @param width of the picture in pixels, after turning
 * @param height of the picture in pixels, after turning
 * @param sourceWidth of the page in full size in pixels, after turning
 * @param sourceHeight of the page in full size in pixels, after turning
 * @param dpi of the page in full size
 */
public record PageImage(
        ReadingState state, String reason, int width, int height, int sourceWidth, int sourceHeight, int dpi) {
    /** {@return a picture that could not be made} */
    public static PageImage failed(ReadingState state, String reason) {
        return new PageImage(state, reason, 0, 0, 0, 0, 0);
    }
}

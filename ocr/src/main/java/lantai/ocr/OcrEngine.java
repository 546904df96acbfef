package lantai.ocr;

import java.awt.image.BufferedImage;

/**
 * Reads pages. Safe for use by many threads at once: pages are read beside each other, one thread a page. Closing frees
 * the models; nothing may be read afterwards.
 */
public interface OcrEngine extends AutoCloseable {

    /**
     * Reads one page.
     *
     * @param page the scan as it is, in any orientation and colour
     * @param dpi true resolution of the scan; 300 when unknown
     * @return the text with its places; without lines when the page holds no text
     * @throws OcrException when the engine could not do its work
     */
    PageText read(BufferedImage page, int dpi) throws OcrException;

    /** Short stable name, as it stands in {@link PageText#engine()}. */
    String id();

    @Override
    void close();
}

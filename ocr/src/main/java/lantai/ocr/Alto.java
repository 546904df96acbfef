package lantai.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A page as ALTO v4 (Analyzed Layout and Text Object): written and read back without loss. */
public final class Alto {

    private Alto() {}

    /**
     * Writes the page as UTF-8. The stream is left open.
     *
     * @throws IOException when the stream fails
     */
    public static void write(PageText page, OutputStream out) throws IOException {
        AltoWriter.write(page, out);
    }

    /**
     * Reads one page. The stream is left open.
     *
     * @throws IOException when the stream fails or holds no ALTO page
     */
    public static PageText read(InputStream in) throws IOException {
        return AltoReader.read(in);
    }
}

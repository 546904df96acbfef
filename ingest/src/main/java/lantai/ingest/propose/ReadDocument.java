package lantai.ingest.propose;

import java.util.List;
import java.util.Map;
import lantai.ocr.PageText;

/**
 * A document after reading, before anything is known about it.
 *
 * @param fileName without folders
 * @param folder the folders it came in, parted by {@code /}, or empty
 * @param mime its type by content, for example {@code application/pdf}
 * @param pages its pages as read, or empty for formats without pages
 * @param plainText the text of formats without pages (docx, xlsx, e-mail …): a line feed between lines, a tab between
 *     cells
 * @param metadata what the file says of itself, under the names of {@link lantai.ingest.reader.Fact} or those of Tika
 */
public record ReadDocument(
        String fileName,
        String folder,
        String mime,
        List<PageText> pages,
        String plainText,
        Map<String, String> metadata) {
    /** What stands among the metadata of a picture on which nothing can be seen. */
    public static final String SHOWS_NOTHING = "shows-nothing";

    public ReadDocument {
        pages = List.copyOf(pages);
        metadata = Map.copyOf(metadata);
    }
}

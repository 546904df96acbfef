package lantai.ingest.scan;

import java.util.UUID;

/** Where the text of a page that was read is found. */
public interface PageTexts {
    /** {@return its text, empty when it has none} */
    String page(UUID file, int page);
}

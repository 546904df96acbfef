package lantai.ingest.scan;

import java.util.Optional;
import java.util.UUID;
import lantai.ingest.reader.PageMeasure;

/**
 * One page as it came in.
 *
 * @param path of its file
 * @param page from 1
 * @param refusal the code of the reading state, when the page could not be read, else empty
 * @param measure how it was scanned; nothing for pages that are no scans
 * @param number what is printed on it as its number
 */
public record ScannedPage(
        UUID file,
        String path,
        int page,
        Outcome outcome,
        String refusal,
        Optional<PageMeasure> measure,
        Optional<PageNumber> number) {
    /** What became of a page; each page that comes in ends in one of these. */
    public enum Outcome {
        /** Its text is known, or it has none. */
        READ,
        /** It could not be read; the reason is kept. */
        REFUSED,
        /** It is a separator sheet: it parts documents and is not filed. */
        SEPARATOR
    }
}

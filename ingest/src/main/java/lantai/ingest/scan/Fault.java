package lantai.ingest.scan;

import java.util.Optional;

/**
 * What a check says of a page, before anybody has looked.
 *
 * @param value what was found, as a number or a short word
 * @param bound what would have been right
 * @param other the page that it was compared with
 */
record Fault(ScannedPage page, ScanCheck check, String value, String bound, Optional<ScannedPage> other) {
    static Fault of(ScannedPage page, ScanCheck check, String value, String bound) {
        return new Fault(page, check, value, bound, Optional.empty());
    }
}

package lantai.ingest.scan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is wrong with a page, and what people said of it.
 *
 * @param path of its file
 * @param value what was found, as a number or a short word
 * @param bound what would have been right
 * @param other the page that it was compared with
 * @param reason why somebody let it pass, or sent the page back
 * @param decidedBy sign-in name of that person
 */
public record ScanFinding(
        UUID id,
        UUID batch,
        UUID file,
        String path,
        int page,
        ScanCheck check,
        String value,
        String bound,
        Optional<Other> other,
        State state,
        String reason,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {
    /** Another page. */
    public record Other(UUID file, String path, int page) {}

    /** What has been said of it. */
    public enum State {
        /** Nothing yet. */
        OPEN,
        /** 放行: somebody looked and let it pass. */
        DISMISSED,
        /** 待重扫: the page is to be scanned again. */
        RESCAN,
        /** 已重扫: another picture has taken the place of the page. */
        REPLACED
    }
}

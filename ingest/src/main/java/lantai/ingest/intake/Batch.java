package lantai.ingest.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.reader.PageEngine;

/**
 * What was delivered together (批次).
 *
 * @param createdBy the account that delivered it, nothing for the archive itself
 * @param urgent whether it is read before others
 * @param engine by what its pages are read
 * @param gone files that were received with it and are no longer held
 */
public record Batch(
        UUID id,
        String title,
        Source source,
        Optional<UUID> departmentId,
        Optional<UUID> createdBy,
        Instant createdAt,
        BatchState state,
        boolean urgent,
        PageEngine engine,
        Gone gone) {
    /**
     * Files of which nothing is left here.
     *
     * @param handedOver those that belonged to a sealed paper, which has been handed over
     * @param destroyed those that went with the destroyed records that were made of them
     */
    public record Gone(int handedOver, int destroyed) {
        /** {@return whether there are any} */
        public boolean any() {
            return handedOver + destroyed > 0;
        }
    }
}

package lantai.ingest.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was delivered together (批次).
 *
 * @param createdBy the account that delivered it, nothing for the archive itself
 * @param urgent whether it is read before others
 */
public record Batch(
        UUID id,
        String title,
        Source source,
        Optional<UUID> departmentId,
        Optional<UUID> createdBy,
        Instant createdAt,
        BatchState state,
        boolean urgent) {}

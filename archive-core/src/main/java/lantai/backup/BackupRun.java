package lantai.backup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A backup that was ordered.
 *
 * @param orderedBy a sign-in name, {@code clock} or {@code operator}
 * @param point the recovery point: everything committed before it comes back
 * @param name of the backup at its place; empty until it is there
 * @param objects how many are copied so far
 * @param written bytes that were not in the place before
 * @param failure why it failed; empty when it did not
 */
public record BackupRun(
        UUID id,
        String place,
        Instant orderedAt,
        String orderedBy,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<Instant> point,
        String name,
        int files,
        int objects,
        long written,
        String failure) {
    /** {@return whether it stands} */
    public boolean good() {
        return !name.isEmpty();
    }

    /** {@return whether it has ended, well or not} */
    public boolean done() {
        return endedAt.isPresent();
    }
}

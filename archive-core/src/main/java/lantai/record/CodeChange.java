package lantai.record;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.retention.RetentionPeriod;

/**
 * A renumbering, proposed by one person and decided by another.
 *
 * @param newCode the code it got; nothing until it is approved
 * @param category what the record is filed under from then on
 * @param link its business link or class, may be empty
 * @param decision why it was refused; empty otherwise
 */
public record CodeChange(
        UUID id,
        UUID item,
        ReferenceCode oldCode,
        Optional<ReferenceCode> newCode,
        Category category,
        String link,
        int year,
        RetentionPeriod retention,
        String reason,
        State state,
        String proposedBy,
        Instant proposedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        String decision) {
    /** How far it has come. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED
    }
}

package lantai.record;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A renumbering, proposed by one person and decided by another.
 *
 * @param newCode the code it got; nothing until it is approved
 * @param target where the record is filed from then on
 * @param decision why it was refused; empty otherwise
 */
public record CodeChange(
        UUID id,
        UUID item,
        ReferenceCode oldCode,
        Optional<ReferenceCode> newCode,
        Renumbering.Target target,
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

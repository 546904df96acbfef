package lantai.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Records that must not be destroyed, and why.
 *
 * @param owner the account that answers for it
 * @param ownerName the owner's name as shown
 * @param scope what it covers; of named items an empty list, which {@link HoldDesk#items} fills
 * @param items how many items it covers now
 */
public record Hold(
        UUID id,
        HoldCause cause,
        String reason,
        UUID owner,
        String ownerName,
        HoldScope scope,
        long items,
        Optional<LocalDate> reviewOn,
        Instant placedAt,
        String placedBy,
        Optional<Release> release) {
    /**
     * How a hold ended.
     *
     * @param by sign-in name
     */
    public record Release(Instant at, String by, String reason) {}
}

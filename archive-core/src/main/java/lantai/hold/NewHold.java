package lantai.hold;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A hold that somebody wants to place.
 *
 * @param reason in words, not blank
 * @param owner the account that answers for it and decides when it ends
 * @param reviewOn the day on which the owner looks whether it is still needed
 */
public record NewHold(HoldCause cause, String reason, UUID owner, Optional<LocalDate> reviewOn, HoldScope scope) {}

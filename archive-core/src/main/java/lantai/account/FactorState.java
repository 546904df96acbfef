package lantai.account;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with an account's second factor.
 *
 * @param since when it was confirmed; nothing while there is none
 * @param recoveryCodes how many codes for a lost phone are still unused
 * @param demanded whether a role of the account must have one
 */
public record FactorState(Optional<Instant> since, int recoveryCodes, boolean demanded) {}

package lantai.account;

import java.time.Instant;
import java.util.UUID;

/**
 * One device somebody is signed in on.
 *
 * @param browser as people call it; empty when it did not say
 * @param maskedAddress never the whole one
 * @param atMachine whether it is a token made at the machine of the archive
 * @param since when it was signed in
 * @param lastSeen when it last asked for something, to the minute
 * @param present whether it is the one that asks for the list
 */
public record OpenSignIn(
        UUID id,
        String browser,
        String maskedAddress,
        boolean atMachine,
        Instant since,
        Instant lastSeen,
        boolean present) {}

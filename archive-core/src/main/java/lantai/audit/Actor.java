package lantai.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Who did something.
 *
 * @param id the account, or nothing for the archive itself
 * @param name the account's sign-in name at that moment, {@code system} for the archive itself
 * @param atMachine whether the deed came through a token made at the machine
 */
public record Actor(Optional<UUID> id, String name, boolean atMachine) {
    /** The archive itself, for example a job. */
    public static final Actor SYSTEM = new Actor(Optional.empty(), "system", false);
}

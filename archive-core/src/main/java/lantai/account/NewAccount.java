package lantai.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An account to be added.
 *
 * @param name the sign-in name: 2 to 40 lower-case letters, digits, dots, hyphens
 * @param password the first password, or nothing to have one made
 */
public record NewAccount(
        String name,
        String displayName,
        Optional<UUID> departmentId,
        Set<Role> roles,
        Optional<UUID> insuredPersonId,
        Optional<String> password) {
    public NewAccount {
        roles = Set.copyOf(roles);
    }
}

package lantai.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One person's account.
 *
 * @param name the sign-in name, unique, lower case
 * @param displayName the name shown to others
 * @param insuredPersonId whose records the account may read as its own
 * @param locked whether sign-in is barred for now after too many failures
 */
public record Account(
        UUID id,
        String name,
        String displayName,
        Optional<UUID> departmentId,
        Set<Role> roles,
        boolean mustChangePassword,
        boolean disabled,
        boolean locked,
        Optional<UUID> insuredPersonId) {
    public Account {
        roles = Set.copyOf(roles);
    }

    /** {@return what all roles together allow} */
    public Set<Right> rights() {
        var rights = EnumSet.noneOf(Right.class);
        roles.stream().map(Role::rights).forEach((Collection<Right> of) -> rights.addAll(of));
        return rights;
    }

    /** {@return whether it has the duty of one of the three administrators} */
    public boolean isAdministrator() {
        return roles.stream().anyMatch(Role.ADMINISTRATORS::contains);
    }

    /** {@return this account as it is for somebody who did not come in by its password} */
    Account withoutPasswordToChange() {
        return new Account(id, name, displayName, departmentId, roles, false, disabled, locked, insuredPersonId);
    }
}

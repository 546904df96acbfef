package lantai.disposal;

import java.util.Set;
import lantai.account.Account;
import lantai.account.Role;

/** The two sides that each send a witness to a destruction (监销人, Order 3 of 2009). */
public enum Side {
    /** 档案方: archivist or store keeper. */
    ARCHIVES(Role.ARCHIVIST, Role.STORE_KEEPER),
    /** 业务方. */
    BUSINESS(Role.REVIEWER, Role.ARRANGER);

    // Set.of gives an immutable set, which the checker cannot see from the type
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    Side(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** {@return whether an account may sign for this side} */
    public boolean has(Account account) {
        return account.roles().stream().anyMatch(roles::contains);
    }
}

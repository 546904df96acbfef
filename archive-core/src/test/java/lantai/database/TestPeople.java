package lantai.database;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.Role;
import lantai.account.SignedIn;

/** People for tests. */
public final class TestPeople {
    private TestPeople() {}

    /** {@return somebody who has signed in with these roles} */
    public static SignedIn person(String name, Role... roles) {
        return new SignedIn(
                new Account(
                        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        name,
                        "样例·" + name,
                        Optional.empty(),
                        Set.of(roles),
                        false,
                        false,
                        false,
                        Optional.empty()),
                false);
    }
}

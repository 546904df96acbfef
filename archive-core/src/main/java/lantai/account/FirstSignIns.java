package lantai.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lantai.audit.Actor;
import org.jdbi.v3.core.Handle;

/** Makes the three administrators of a new archive. They are different people from the first start on. */
public final class FirstSignIns {
    private static final List<FirstSignIn> WANTED = List.of(
            new FirstSignIn("sysadmin", "系统管理员", Role.SYSTEM_ADMINISTRATOR),
            new FirstSignIn("secadmin", "安全管理员", Role.SECURITY_ADMINISTRATOR),
            new FirstSignIn("auditadmin", "审计管理员", Role.AUDIT_ADMINISTRATOR));

    private final AccountRegister register;

    public FirstSignIns(AccountRegister register) {
        this.register = register;
    }

    /** {@return the three fresh accounts with their passwords, or nothing when the archive already has accounts} */
    public List<AddedAccount> create(Handle transaction) {
        transaction.execute("lock table account in share row exclusive mode");
        if (!register.list(transaction, AccountRegister.Filter.all()).isEmpty()) {
            return List.of();
        }
        return WANTED.stream()
                .map(first -> register.add(
                        transaction,
                        Actor.SYSTEM,
                        new NewAccount(
                                first.name(),
                                first.displayName(),
                                Optional.empty(),
                                Set.of(first.role()),
                                Optional.empty(),
                                Optional.empty())))
                .toList();
    }

    private record FirstSignIn(String name, String displayName, Role role) {}
}

package lantai.web.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lantai.account.Account;
import lantai.account.AccountRegister;
import lantai.account.NewAccount;
import lantai.account.Role;
import lantai.account.SignInDesk;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.web.launch.RunningArchive;

/**
 * The archivist in whose name an archive of its own is worked in.
 *
 * @param account added when it is not there
 * @param token a bearer token that is good for four hours
 */
record Clerk(Account account, String token) {
    private static final String NAME = "bench";
    private static final Duration VALID = Duration.ofHours(4);

    static Clerk of(OwnArchive archive, InstantSource clock) throws IOException {
        var audit = new AuditTrail(clock);
        var register = new AccountRegister(audit, clock);
        try (var database = Database.open(RunningArchive.find(archive.data()).database(Map.of()))) {
            var desk = SignInDesk.forTokens(database.jdbi(), audit, clock);
            return database.jdbi().inTransaction(transaction -> {
                var account = register.named(transaction, NAME)
                        .orElseGet(() -> register.add(transaction, Actor.SYSTEM, invented())
                                .account());
                return new Clerk(account, desk.issueToken(transaction, account, VALID));
            });
        }
    }

    private static NewAccount invented() {
        return new NewAccount(
                NAME, "样例·测量员", Optional.empty(), Set.of(Role.ARCHIVIST), Optional.empty(), Optional.empty());
    }
}

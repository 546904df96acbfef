package lantai.web.command;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import lantai.account.Account;
import lantai.account.AccountRegister;
import lantai.account.Right;
import lantai.account.SignInDesk;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.web.launch.RunningArchive;
import org.jdbi.v3.core.Handle;

/** Makes bearer tokens for accounts of the archive that runs on this machine. */
final class Tokens {
    private final Map<String, String> environment;
    private final InstantSource clock;

    Tokens(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param user the account; the first one by name that has the right when not said
     * @throws NotFound when there is no such account
     * @throws Refused when it is disabled, or when nobody has the right
     */
    String issue(RunningArchive archive, Optional<String> user, Right right, Duration validity) throws IOException {
        try (var database = Database.open(archive.database(environment))) {
            var audit = new AuditTrail(clock);
            var register = new AccountRegister(audit, clock);
            var desk = SignInDesk.forTokens(database.jdbi(), audit, clock);
            return database.jdbi()
                    .inTransaction(transaction -> desk.issueToken(
                            transaction,
                            user.isPresent()
                                    ? named(register, transaction, user.get())
                                    : first(register, transaction, right),
                            validity));
        }
    }

    private static Account named(AccountRegister register, Handle transaction, String name) {
        return register.named(transaction, name).orElseThrow(() -> new NotFound(CommandProblem.NO_SUCH_USER, name));
    }

    private static Account first(AccountRegister register, Handle transaction, Right right) {
        return register.list(transaction, AccountRegister.Filter.all()).stream()
                .filter(account -> !account.disabled() && account.rights().contains(right))
                .findFirst()
                .orElseThrow(() -> new Refused(CommandProblem.NOBODY_MAY));
    }
}

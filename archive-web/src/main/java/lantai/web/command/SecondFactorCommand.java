package lantai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.account.AccountRegister;
import lantai.account.FactorDuty;
import lantai.account.SecondFactors;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.key.KeyRing;
import lantai.problem.NotFound;
import lantai.web.launch.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai second-factor}: takes the second factor of an account of the archive that runs on this machine away, as when the
 * last security administrator lost the phone. The audit trail says that it was done at the machine, and why.
 */
@Command(name = "second-factor", mixinStandardHelpOptions = true)
final class SecondFactorCommand implements Callable<Integer> {
    private static final Actor OPERATOR = new Actor(Optional.empty(), "operator", true);

    private final Map<String, String> environment;
    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--user", paramLabel = "NAME", required = true)
    private String user = "";

    @Option(names = "--reset", paramLabel = "REASON", required = true)
    private String reason = "";

    SecondFactorCommand(Map<String, String> environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var audit = new AuditTrail(clock);
        var register = new AccountRegister(audit, clock);
        var factors = new SecondFactors(audit, KeyRing.open(data.resolve("keys")), clock, FactorDuty.NOBODY);
        try (var database = Database.open(RunningArchive.find(data).database(environment))) {
            database.jdbi().useTransaction(transaction -> {
                var account = register.named(transaction, user)
                        .orElseThrow(() -> new NotFound(CommandProblem.NO_SUCH_USER, user));
                factors.reset(transaction, OPERATOR, account, reason);
            });
        }
        return 0;
    }
}

package lantai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.account.AccountRegister;
import lantai.audit.Actor;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.problem.NotFound;
import lantai.web.launch.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./lantai password}: gives an account of the archive that runs on this machine a fresh first password and prints it, and
 * nothing else. The audit trail says that it was done at the machine.
 */
@Command(name = "password", mixinStandardHelpOptions = true)
final class PasswordCommand implements Callable<Integer> {
    private static final Actor OPERATOR = new Actor(Optional.empty(), "operator", true);

    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--user", paramLabel = "NAME", required = true)
    private String user = "";

    PasswordCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        var register = new AccountRegister(new AuditTrail(clock), clock);
        try (var database = Database.open(RunningArchive.find(data).database(environment))) {
            console.line(database.jdbi().inTransaction(transaction -> {
                var account = register.named(transaction, user)
                        .orElseThrow(() -> new NotFound(CommandProblem.NO_SUCH_USER, user));
                return register.resetPassword(transaction, OPERATOR, account.id())
                        .password();
            }));
        }
        return 0;
    }
}

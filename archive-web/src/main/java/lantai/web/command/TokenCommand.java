package lantai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lantai.account.Right;
import lantai.problem.Malformed;
import lantai.web.launch.RunningArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lantai token}: prints a bearer token for the interface, and nothing else. */
@Command(name = "token", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    private static final int MOST_MINUTES = 60 * 24 * 30;

    private final Console console;
    private final Tokens tokens;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--user", paramLabel = "NAME", required = true)
    private String user = "";

    @Option(names = "--minutes", paramLabel = "N")
    private int minutes = 60;

    TokenCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.tokens = new Tokens(environment, clock);
    }

    @Override
    public Integer call() throws IOException {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new Malformed(CommandProblem.MINUTES_WRONG, minutes, MOST_MINUTES);
        }
        console.line(
                tokens.issue(RunningArchive.find(data), Optional.of(user), Right.RECEIVE, Duration.ofMinutes(minutes)));
        return 0;
    }
}

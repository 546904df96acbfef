package lantai.web.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import lantai.problem.ArchiveException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The front door: {@code ./lantai COMMAND …}. Exit codes are 0 for done, 1 for done with a bad result, 2 for not done.
 *
 * <p>A new command is a class with {@link Command} and one line in {@link #commands}; its help stands in {@code help.properties}.
 */
@Command(
        name = "lantai",
        mixinStandardHelpOptions = true,
        version = "lantai 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    static final int NOT_DONE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new Console(System.out, System.err), System.getenv(), arguments));
    }

    private static List<Object> commands(Console console, Map<String, String> environment) {
        var clock = Clock.systemUTC();
        return List.of(
                new RunCommand(console, environment, clock),
                new TokenCommand(console, environment, clock),
                new PasswordCommand(console, environment, clock),
                new SecondFactorCommand(environment, clock),
                new IngestCommand(console, environment, clock),
                new CheckCommand(console, environment, clock),
                new TransferCommand(console, environment, clock),
                new OcrCommand(console),
                new VerifyCommand(console, environment),
                new ScrubCommand(console, environment, clock),
                new BackupCommand(console, environment, clock),
                new RestoreCommand(console, environment),
                new RebuildCommand(console, environment, clock),
                new KeysCommand(console, environment, clock),
                new AuditCommand(console, environment),
                new PackageCommand(console, environment, clock),
                new BomCommand(console),
                new BundleCommand(console),
                new BenchCommand(console, environment, clock));
    }

    static int run(Console console, Map<String, String> environment, String... arguments) {
        var line = new CommandLine(new Main());
        commands(console, environment).forEach(line::addSubcommand);
        line.setResourceBundle(help());
        line.setOut(console.out());
        line.setErr(console.err());
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(new LineFault(console));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof ArchiveException known) {
                console.complain(known);
            } else {
                console.complain(failure);
            }
            return NOT_DONE;
        });
        if (arguments.length == 0) {
            line.usage(console.out());
            return NOT_DONE;
        }
        return line.execute(arguments);
    }

    private static ResourceBundle help() {
        try (var in = Main.class.getResourceAsStream("help.properties")) {
            if (in == null) {
                throw new IllegalStateException("the help texts are missing");
            }
            return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

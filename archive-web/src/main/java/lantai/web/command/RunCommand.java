package lantai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lantai.database.DatabaseSettings;
import lantai.web.launch.Launch;
import lantai.web.launch.LaunchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lantai run}: starts the archive, prints its address and the first sign-ins, and stays until it is stopped. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int POOL_SIZE = 4;

    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--port", paramLabel = "N")
    private int port = 8080;

    @Option(names = "--host", paramLabel = "ADDRESS")
    private String host = "127.0.0.1";

    RunCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settings = new LaunchSettings(data, host, port, externalDatabase(), Distribution.folder());
        var started = Launch.start(settings, console::say, clock);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started.launch()), "stop"));
        console.say("command.ready", started.address());
        if (!started.firstSignIns().isEmpty()) {
            console.say("command.first-sign-ins");
            started.firstSignIns()
                    .forEach(signIn -> console.line("  %-12s %s   %s"
                            .formatted(
                                    signIn.account().name(),
                                    signIn.password(),
                                    signIn.account().displayName())));
        }
        console.say("command.stop-hint");
        new CountDownLatch(1).await();
        return 0;
    }

    private void stop(Launch launch) {
        console.say("command.stopping");
        launch.close();
        console.say("command.stopped");
    }

    private Optional<DatabaseSettings> externalDatabase() {
        return Optional.ofNullable(environment.get("LANTAI_DB_URL"))
                .map(url -> new DatabaseSettings(
                        url,
                        environment.getOrDefault("LANTAI_DB_USER", "lantai"),
                        environment.getOrDefault("LANTAI_DB_PASSWORD", ""),
                        POOL_SIZE));
    }
}

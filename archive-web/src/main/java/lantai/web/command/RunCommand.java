package lantai.web.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import lantai.database.Database;
import lantai.problem.Malformed;
import lantai.storage.Ledger;
import lantai.storage.ScrubPolicy;
import lantai.storage.StoreSettings;
import lantai.web.demo.DemoArchive;
import lantai.web.launch.Launch;
import lantai.web.launch.LaunchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lantai run}: starts the archive, prints its address and the first sign-ins, and stays until it is stopped. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Console console;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data = Path.of(System.getProperty("user.home"), ".lantai");

    @Option(names = "--port", paramLabel = "N")
    private int port = 8080;

    @Option(names = "--host", paramLabel = "ADDRESS")
    private String host = "127.0.0.1";

    @Option(names = "--demo")
    private boolean demo;

    RunCommand(Console console, Map<String, String> environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > LaunchSettings.LAST_PORT) {
            throw new Malformed(CommandProblem.PORT_WRONG, port);
        }
        tryStore();
        var settings = new LaunchSettings(data, host, port, ExternalDatabase.of(environment), Distribution.folder());
        var launch = new Launch(settings, console::say, clock);
        var stop = new Thread(() -> stop(launch), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        var started = start(launch, stop);
        console.say("command.ready", started.address());
        if (!started.firstSignIns().isEmpty()) {
            console.say("command.first-sign-ins");
            started.firstSignIns()
                    .forEach(signIn -> printSignIn(
                            signIn.account().name(),
                            signIn.password(),
                            signIn.account().displayName()));
        }
        if (demo) {
            loadDemo(settings, started);
        }
        console.say("command.stop-hint");
        new CountDownLatch(1).await();
        return 0;
    }

    /** A store that is set up wrongly, or only pretends to lock, is told before anything is started. */
    private void tryStore() {
        var store = StoreSettings.of(environment, data);
        ScrubPolicy.of(environment);
        if (store.worm()) {
            try (var opened = store.open(Ledger.NONE)) {
                store.probe(opened, clock);
            }
        }
    }

    /** A start that fails has stopped what it began: there is nothing left to say at the end. */
    private static Launch.Started start(Launch launch, Thread stop) throws IOException {
        try {
            return launch.start();
        } catch (IOException | RuntimeException failure) {
            try {
                Runtime.getRuntime().removeShutdownHook(stop);
            } catch (IllegalStateException stoppingAlready) {
                // the person at the terminal stops it; the hook says so
            }
            throw failure;
        }
    }

    private void loadDemo(LaunchSettings settings, Launch.Started started) throws IOException {
        try (var database = Database.open(started.database())) {
            var archive = new DemoArchive(
                    database, settings.data(), settings.distribution().resolve("lib"), clock);
            var signIns = archive.signIns();
            if (signIns.isEmpty()) {
                console.say("command.demo-there");
                return;
            }
            console.say("command.demo-sign-ins");
            signIns.forEach(signIn -> printSignIn(signIn.name(), signIn.password(), signIn.displayName()));
            var told = new AtomicInteger(-1);
            archive.load((read, total) -> {
                if (told.getAndSet(read) != read && (read % 10 == 0 || read.equals(total))) {
                    console.say("command.demo-reading", read, total);
                }
            });
            console.say("command.demo-ready");
        }
    }

    private void printSignIn(String name, String password, String displayName) {
        console.line("  %-12s %s   %s".formatted(name, password, displayName));
    }

    private void stop(Launch launch) {
        console.say("command.stopping");
        launch.close();
        console.say("command.stopped");
    }
}

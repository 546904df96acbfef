package lantai.web.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * An archive that is started, watched and killed on purpose: {@code lantai run} as a process of its own, on a free loopback
 * port and a data folder of its own.
 */
public final class OwnArchive implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready: (http://\\S+)");
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path data;
    private final Path output;
    private final Process supervisor;

    private OwnArchive(Path data, Path output, Process supervisor) {
        this.data = data;
        this.output = output;
        this.supervisor = supervisor;
    }

    /**
     * Starts one, which may still be starting when this returns, or fail to.
     *
     * @param distribution what the build has put together
     * @param environment what is said to it beside what it inherits
     * @param options more options of {@code lantai run}
     */
    public static OwnArchive launch(Path distribution, Path data, Map<String, String> environment, String... options)
            throws IOException {
        var output = Files.createTempFile("lantai-output", ".txt");
        var builder = command(distribution, "run", "--data", data.toString());
        if (!List.of(options).contains("--port")) {
            builder.command().addAll(List.of("--port", "0"));
        }
        builder.command().addAll(List.of(options));
        builder.environment().putAll(environment);
        return new OwnArchive(
                data,
                output,
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start());
    }

    /** {@return an archive in this data folder, when it is ready} */
    public static OwnArchive start(Path distribution, Path data, Map<String, String> environment) throws IOException {
        var archive = launch(distribution, data, environment);
        archive.await("the archive is ready", archive::hasAddress, Duration.ofMinutes(3));
        return archive;
    }

    /** {@return a process builder for any command of the front door, as the script {@code lantai} calls it} */
    public static ProcessBuilder command(Path distribution, String... arguments) {
        var command = new ArrayList<>(List.of(distribution.resolve("launch").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    public Path data() {
        return data;
    }

    /** {@return all that it printed so far} */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return whether it has said where it is to be found} */
    public boolean hasAddress() {
        return supervisor.isAlive() && READY.matcher(output()).find();
    }

    /** {@return its address, ending in a slash} */
    public URI address() {
        var match = READY.matcher(output());
        if (!match.find()) {
            throw new IllegalStateException("not ready\n" + output());
        }
        return URI.create(match.group(1));
    }

    public ProcessHandle supervisor() {
        return supervisor.toHandle();
    }

    /** {@return the process of the web server, when it lives} */
    public Optional<ProcessHandle> server() {
        return child("-Dlantai.data=" + data);
    }

    /** {@return the first process of PostgreSQL, when it lives} */
    public Optional<ProcessHandle> database() {
        return child(data.resolve("postgres/data").toString());
    }

    /** {@return the processes that open files} */
    public List<ProcessHandle> readers() {
        return children().stream().filter(OwnArchive::isReader).toList();
    }

    static boolean isReader(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> String.join(" ", arguments).contains("lantai.ingest.reader.child"))
                .orElse(false);
    }

    /** {@return everything it started that lives now} */
    public List<ProcessHandle> children() {
        return supervisor.descendants().toList();
    }

    private Optional<ProcessHandle> child(String argument) {
        return supervisor
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(argument))
                        .orElse(false))
                .findFirst();
    }

    /** Asks {@code /health/ready}. */
    public boolean ready() {
        try {
            var connection = (HttpURLConnection)
                    address().resolve("health/ready").toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(10_000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Waits for a condition.
     *
     * @throws IllegalStateException with everything it printed, when the condition does not come true in time
     */
    public void await(String what, BooleanSupplier condition, Duration longest) {
        var deadline = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || (!supervisor.isAlive() && !condition.getAsBoolean())) {
                throw new IllegalStateException("not reached: " + what + "\n" + output());
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    /** Waits until it has ended by itself. {@return its exit code, or empty when it goes on} */
    public Optional<Integer> awaitEnd(Duration longest) {
        try {
            return supervisor.waitFor(longest.toSeconds(), TimeUnit.SECONDS)
                    ? Optional.of(supervisor.exitValue())
                    : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Stops it as Ctrl-C does and waits until it has ended. */
    @Override
    public void close() {
        supervisor.destroy();
        supervisor.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}

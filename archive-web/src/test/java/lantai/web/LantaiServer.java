package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A real archive for tests: {@code lantai run} from the built distribution, as a process of its own, on a free loopback port and
 * a data folder of its own.
 *
 * <p>{@link #shared()} is one for the whole test run, for tests that do not mind each other; those that kill or stop take their
 * own from {@link #start}. Whatever is left is stopped with the test run.
 */
public final class LantaiServer implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready: (http://\\S+)");
    private static final Pattern SIGN_IN = Pattern.compile("(?m)^  ([a-z]+) +(\\S+)   \\S+$");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Path output;
    private final Process supervisor;

    private LantaiServer(Path data, Path output, Process supervisor) {
        this.data = data;
        this.output = output;
        this.supervisor = supervisor;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private static final class Shared {
        private static final LantaiServer SERVER = start(temporaryFolder());
    }

    /** {@return the one archive that the tests of this run share, started when first asked for} */
    public static LantaiServer shared() {
        return Shared.SERVER;
    }

    /** {@return an archive in this data folder, when it is ready} */
    public static LantaiServer start(Path data, String... options) {
        var server = launch(data, Map.of(), options);
        server.await("the archive is ready", () -> server.supervisor.isAlive() && server.addressIfReady() != null);
        return server;
    }

    /** {@return an archive that may still be starting, or fail to} */
    public static LantaiServer launch(Path data, Map<String, String> environment, String... options) {
        try {
            var output = Files.createTempFile("lantai-output", ".txt");
            var builder = command("run", "--data", data.toString());
            if (!List.of(options).contains("--port")) {
                builder.command().addAll(List.of("--port", "0"));
            }
            builder.command().addAll(List.of(options));
            builder.environment().putAll(environment);
            return new LantaiServer(
                    data,
                    output,
                    builder.redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return a process builder for any command of the front door, as the script {@code lantai} calls it} */
    public static ProcessBuilder command(String... arguments) {
        var distribution = Path.of(System.getProperty("lantai.distribution", "target/lantai"))
                .toAbsolutePath();
        assertThat(distribution.resolve("built"))
                .as("the distribution, built by mvn package")
                .exists();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.config.file=" + distribution.resolve("logging.properties"),
                "-cp",
                distribution.resolve("lib") + "/*",
                "lantai.web.command.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lantai-data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    /** {@return its address, ending in a slash} */
    public URI address() {
        var address = addressIfReady();
        assertThat(address).as(output()).isNotNull();
        return URI.create(address);
    }

    private String addressIfReady() {
        var match = READY.matcher(output());
        return match.find() ? match.group(1) : null;
    }

    /** {@return password by sign-in name, as printed at the first start; empty at later ones} */
    public Map<String, String> firstPasswords() {
        var passwords = new LinkedHashMap<String, String>();
        SIGN_IN.matcher(output()).results().forEach((MatchResult line) -> passwords.put(line.group(1), line.group(2)));
        return passwords;
    }

    public ProcessHandle supervisor() {
        return supervisor.toHandle();
    }

    /** {@return the process of the web server} */
    public ProcessHandle server() {
        return child("-Dlantai.data=" + data);
    }

    /** {@return the first process of PostgreSQL} */
    public ProcessHandle database() {
        return child(data.resolve("postgres/data").toString());
    }

    /** {@return everything it started that lives now} */
    public List<ProcessHandle> children() {
        return supervisor.descendants().toList();
    }

    private ProcessHandle child(String argument) {
        return supervisor
                .children()
                .filter(child -> child.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(argument))
                        .orElse(false))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no child with " + argument + "\n" + output()));
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

    /** Waits for a condition, at most three minutes; then it fails with everything the archive printed. */
    public void await(String what, BooleanSupplier condition) {
        await(what, condition, (int) PATIENCE.toMinutes());
    }

    /** Waits for a condition, at most so many minutes; then it fails with everything the archive printed. */
    public void await(String what, BooleanSupplier condition, int minutes) {
        var deadline = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || (!supervisor.isAlive() && !condition.getAsBoolean())) {
                throw new AssertionError("not reached: " + what + "\n" + output());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** {@return the exit code, when it has ended by itself} */
    public int awaitEnd() {
        try {
            assertThat(supervisor.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(output())
                    .isTrue();
            return supervisor.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Stops it as Ctrl-C does and waits until it has ended. */
    @Override
    public void close() {
        supervisor.destroy();
        supervisor.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }
}

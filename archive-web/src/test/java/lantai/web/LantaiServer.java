package lantai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lantai.web.bench.OwnArchive;

/**
 * A real archive for tests: an {@link OwnArchive} from the built distribution.
 *
 * <p>{@link #shared()} is one for the whole test run, for tests that do not mind each other; those that kill or stop take their
 * own from {@link #start}. Whatever is left is stopped with the test run.
 */
public final class LantaiServer implements AutoCloseable {
    private static final Pattern SIGN_IN = Pattern.compile("(?m)^  ([a-z]+) +(\\S+)   \\S+$");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OwnArchive archive;

    private final Map<String, String> earlierPasswords;

    private LantaiServer(OwnArchive archive, Map<String, String> earlierPasswords) {
        this.archive = archive;
        this.earlierPasswords = Map.copyOf(earlierPasswords);
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
        return start(data, Map.of(), options);
    }

    /** {@return an archive in this data folder with the whole demonstration in it, when it is ready} */
    public static LantaiServer demo(Path data) {
        try {
            var passwords = DemoSample.copyTo(data);
            var server = new LantaiServer(OwnArchive.launch(distribution(), data, Map.of(), "--demo"), passwords);
            server.await("the archive is ready", server.archive::hasAddress);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return an archive in this data folder with more in its environment, when it is ready} */
    public static LantaiServer start(Path data, Map<String, String> environment, String... options) {
        var server = launch(data, environment, options);
        server.await("the archive is ready", server.archive::hasAddress);
        return server;
    }

    /** {@return an archive that may still be starting, or fail to} */
    public static LantaiServer launch(Path data, Map<String, String> environment, String... options) {
        try {
            return new LantaiServer(OwnArchive.launch(distribution(), data, environment, options), Map.of());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return a process builder for any command of the front door, as the script {@code lantai} calls it} */
    public static ProcessBuilder command(String... arguments) {
        return OwnArchive.command(distribution(), arguments);
    }

    /** {@return what the build has put together} */
    public static Path distribution() {
        var distribution = Path.of(System.getProperty("lantai.distribution", "target/lantai"))
                .toAbsolutePath();
        assertThat(distribution.resolve("built"))
                .as("the distribution, built by mvn package")
                .exists();
        return distribution;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lantai-data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public Path data() {
        return archive.data();
    }

    /** {@return all that it printed so far} */
    public String output() {
        return archive.output();
    }

    /** {@return its address, ending in a slash} */
    public URI address() {
        return archive.address();
    }

    /** {@return password by sign-in name, as printed at the first start; empty at later ones, but for the demonstration} */
    public Map<String, String> firstPasswords() {
        var passwords = new LinkedHashMap<>(earlierPasswords);
        SIGN_IN.matcher(output()).results().forEach((MatchResult line) -> passwords.put(line.group(1), line.group(2)));
        return passwords;
    }

    public ProcessHandle supervisor() {
        return archive.supervisor();
    }

    /** {@return the process of the web server} */
    public ProcessHandle server() {
        return living(archive.server());
    }

    /** {@return the first process of PostgreSQL} */
    public ProcessHandle database() {
        return living(archive.database());
    }

    private ProcessHandle living(Optional<ProcessHandle> process) {
        return process.orElseThrow(() -> new AssertionError("no such child\n" + output()));
    }

    /** {@return everything it started that lives now} */
    public List<ProcessHandle> children() {
        return archive.children();
    }

    /** Asks {@code /health/ready}. */
    public boolean ready() {
        return archive.hasAddress() && archive.ready();
    }

    /** Waits for a condition, at most three minutes; then it fails with everything the archive printed. */
    public void await(String what, BooleanSupplier condition) {
        archive.await(what, condition, PATIENCE);
    }

    /** Waits for a condition, at most so many minutes; then it fails with everything the archive printed. */
    public void await(String what, BooleanSupplier condition, int minutes) {
        archive.await(what, condition, Duration.ofMinutes(minutes));
    }

    /** {@return the exit code, when it has ended by itself} */
    public int awaitEnd() {
        return archive.awaitEnd(PATIENCE).orElseThrow(() -> new AssertionError(output()));
    }

    /** Stops it as Ctrl-C does and waits until it has ended. */
    @Override
    public void close() {
        archive.close();
    }
}

package lantai.web.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lantai.database.DatabaseSettings;

/** A real PostgreSQL for tests inside of one process, the same that {@code lantai run} starts. */
public final class TestPostgres implements AutoCloseable {
    private final PostgresServer server;
    private final Process process;

    private TestPostgres(PostgresServer server, Process process) {
        this.server = server;
        this.process = process;
    }

    /** Starts one in this data folder; the first use of its database waits until it is there. */
    public static TestPostgres start(Path data) {
        try {
            Files.createDirectories(data.resolve("logs"));
            Files.createDirectories(data.resolve("keys"));
            var server = PostgresServer.prepare(
                    new LaunchSettings(data, "127.0.0.1", 0, Optional.empty(), Path.of("target/lantai")));
            return new TestPostgres(server, server.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public DatabaseSettings settings() {
        return server.settings();
    }

    @Override
    public void close() {
        server.stop(process);
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}

package lantai.web.launch;

import java.nio.file.Path;
import java.util.Optional;
import lantai.database.DatabaseSettings;

/**
 * How to start an archive.
 *
 * @param data the data folder, created when missing
 * @param host the address to listen on, {@code 127.0.0.1} unless other machines shall reach it
 * @param port where to listen, 0 for any free port
 * @param database a PostgreSQL run by someone else; without it one is started here
 * @param distribution the folder with {@code lib} and {@code wlp}
 */
public record LaunchSettings(Path data, String host, int port, Optional<DatabaseSettings> database, Path distribution) {
    /** The greatest port number there is. */
    public static final int LAST_PORT = 65_535;

    public LaunchSettings {
        data = data.toAbsolutePath().normalize();
        distribution = distribution.toAbsolutePath().normalize();
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port " + port + ", expected 0 to " + LAST_PORT);
        }
    }

    Path log(String name) {
        return data.resolve("logs").resolve(name);
    }
}

package lantai.web.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import lantai.database.DatabaseSettings;
import lantai.problem.Unavailable;

/**
 * Where the other commands on this machine find an archive that runs: written into its data folder when it is ready, taken away
 * when it stops. It holds no password.
 *
 * @param address where the server answers
 * @param database how to reach PostgreSQL, without the password
 */
public record RunningArchive(URI address, Path data, String database, String user) {
    private static final String FILE = "running.properties";
    private static final int POOL_SIZE = 2;

    /**
     * Finds the archive that runs on a data folder.
     *
     * @throws Unavailable when none does
     */
    public static RunningArchive find(Path folder) {
        var data = folder.toAbsolutePath().normalize();
        var known = new Properties();
        try (var in = Files.newBufferedReader(data.resolve(FILE))) {
            known.load(in);
        } catch (IOException none) {
            throw new Unavailable(LaunchProblem.NOT_RUNNING, data);
        }
        if (!FolderLock.isHeld(data)) {
            throw new Unavailable(LaunchProblem.NOT_RUNNING, data);
        }
        return new RunningArchive(
                URI.create(known.getProperty("address")),
                data,
                known.getProperty("database"),
                known.getProperty("user"));
    }

    /**
     * {@return how to reach its database}
     *
     * @param environment {@code LANTAI_DB_PASSWORD} for a database that is run by someone else
     */
    public DatabaseSettings database(Map<String, String> environment) throws IOException {
        var own = PostgresServer.passwordFile(data);
        var password = environment.getOrDefault("LANTAI_DB_PASSWORD", "");
        return new DatabaseSettings(
                database,
                user,
                password.isEmpty() && Files.exists(own) ? Files.readString(own).strip() : password,
                POOL_SIZE);
    }

    static AutoCloseable announce(Path data, URI address, DatabaseSettings database) throws IOException {
        var known = new Properties();
        known.setProperty("address", address.toString());
        known.setProperty("database", database.url());
        known.setProperty("user", database.user());
        var file = data.resolve(FILE);
        var fresh = data.resolve(FILE + ".new");
        try (var out = Files.newBufferedWriter(fresh)) {
            known.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return () -> Files.deleteIfExists(file);
    }
}

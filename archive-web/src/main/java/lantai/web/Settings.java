package lantai.web;

import java.nio.file.Path;
import java.util.Map;
import lantai.database.DatabaseSettings;

/**
 * What one server node is told from outside, read once when it starts.
 *
 * @param data the data folder of this node
 * @param database how to reach PostgreSQL
 * @param development whether pages for the makers are shown
 */
record Settings(Path data, DatabaseSettings database, boolean development) {
    private static final int POOL_SIZE = 20;

    /**
     * Reads the settings.
     *
     * @param environment {@code LANTAI_DATA}, {@code LANTAI_DB_URL}, {@code LANTAI_DB_USER}, {@code LANTAI_DB_PASSWORD},
     *     and, if wanted, {@code LANTAI_DEVELOPMENT}
     * @throws IllegalStateException naming the first one that is missing
     */
    static Settings of(Map<String, String> environment) {
        return new Settings(
                Path.of(required(environment, "LANTAI_DATA")).toAbsolutePath(),
                new DatabaseSettings(
                        required(environment, "LANTAI_DB_URL"),
                        required(environment, "LANTAI_DB_USER"),
                        required(environment, "LANTAI_DB_PASSWORD"),
                        POOL_SIZE),
                Boolean.parseBoolean(environment.get("LANTAI_DEVELOPMENT")));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new IllegalStateException("the environment has no " + name);
        }
        return value;
    }
}

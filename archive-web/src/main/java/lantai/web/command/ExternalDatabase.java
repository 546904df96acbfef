package lantai.web.command;

import java.util.Map;
import java.util.Optional;
import lantai.database.DatabaseSettings;

/** A PostgreSQL that someone else runs, as the environment names it. */
final class ExternalDatabase {
    private static final int POOL_SIZE = 4;

    private ExternalDatabase() {}

    /** {@return it, when {@code LANTAI_DB_URL} is set} */
    static Optional<DatabaseSettings> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("LANTAI_DB_URL"))
                .map(url -> new DatabaseSettings(
                        url,
                        environment.getOrDefault("LANTAI_DB_USER", "lantai"),
                        environment.getOrDefault("LANTAI_DB_PASSWORD", ""),
                        POOL_SIZE));
    }
}

package lantai.web.operator;

import java.sql.SQLException;
import java.util.Map;
import lantai.database.Database;

/** Does the database answer? */
public final class DatabaseCheck implements HealthCheck {
    private static final String NAME = "database";
    private static final int SECONDS = 3;

    private final Database database;

    public DatabaseCheck(Database database) {
        this.database = database;
    }

    @Override
    public CheckResult check() {
        try (var connection = database.dataSource().getConnection()) {
            return connection.isValid(SECONDS)
                    ? CheckResult.up(NAME, Map.of())
                    : CheckResult.down(NAME, "the database does not answer");
        } catch (SQLException failure) {
            return CheckResult.down(NAME, "no connection to the database");
        }
    }
}

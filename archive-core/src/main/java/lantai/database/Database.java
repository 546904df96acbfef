package lantai.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The open database: a pool of connections and the way to transactions.
 *
 * <p>Thread-safe. A transaction is one request or one step of a job and is always written out with
 * {@link Jdbi#inTransaction}; doors that write take its {@link org.jdbi.v3.core.Handle}, so that a deed, its audit entry
 * and its outbox row are committed together.
 */
public final class Database implements AutoCloseable {
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        jdbi.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
    }

    /** Opens a pool; the database itself may still be starting, the first use waits up to 30 seconds for it. */
    public static Database open(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setPoolName("lantai");
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "lantai");
        return new Database(new HikariDataSource(config));
    }

    /** Brings the schema to this version of the program. Safe to call from several nodes at once. */
    public void migrate() {
        migrate("latest");
    }

    /** Brings the schema to a version of an earlier day, for rows of that day; nothing newer may be there yet. */
    public void migrateTo(int version) {
        migrate(Integer.toString(version));
    }

    private void migrate(String target) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:lantai/database/migration")
                .failOnMissingLocations(true)
                // features are finished in another order than they are begun
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}

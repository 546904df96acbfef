package lantai.database;

/**
 * How to reach PostgreSQL.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/name}
 * @param user the database account
 * @param password its password
 * @param poolSize most connections held at once, at least 2
 */
public record DatabaseSettings(String url, String user, String password, int poolSize) {
    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not a PostgreSQL address: \"" + url + '"');
        }
        if (poolSize < 2) {
            throw new IllegalArgumentException("pool of " + poolSize + " connections, expected at least 2");
        }
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + url + ", " + user + ", " + poolSize + ']';
    }
}

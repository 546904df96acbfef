package lantai.web.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lantai.database.Database;
import lantai.database.DatabaseSettings;
import org.postgresql.PGConnection;

/**
 * A database as text: {@code schema.sql}, one file of rows for each table, and {@code sequences.sql}. Numbers of transactions
 * are not taken along, because they mean nothing in another cluster.
 */
final class KeptDatabase {
    private static final String SCHEMA = "schema.sql";
    private static final String SEQUENCES = "sequences.sql";
    private static final String ROWS = ".copy";

    private KeptDatabase() {}

    /** Writes what a database holds. */
    static void write(DatabaseSettings settings, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        try (var connection = connect(settings)) {
            Files.writeString(folder.resolve(SCHEMA), schema(connection));
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : texts(
                    connection, "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
                try (var out = Files.newOutputStream(folder.resolve(table + ROWS))) {
                    var columns = columns(connection, table);
                    out.write((columns + "\n").getBytes(StandardCharsets.UTF_8));
                    copy.copyOut("copy " + table + " (" + columns + ") to stdout", out);
                }
            }
            Files.write(folder.resolve(SEQUENCES), texts(connection, """
                            select format('select setval(%L, %s);', schemaname || '.' || sequencename, last_value)
                            from pg_sequences where last_value is not null order by 1
                            """));
        }
    }

    /** The migrations that this database has seen, in their order, and the table in which they are noted. */
    private static String schema(Connection connection) throws SQLException, IOException {
        var text = new StringBuilder();
        for (var script : texts(
                connection, "select script from flyway_schema_history where type = 'SQL' order by installed_rank")) {
            try (var in = Database.class.getResourceAsStream("migration/" + script)) {
                text.append(new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.append("""

                create table flyway_schema_history (
                    installed_rank int primary key,
                    version        varchar(50),
                    description    varchar(200) not null,
                    type           varchar(20) not null,
                    script         varchar(1000) not null,
                    checksum       int,
                    installed_by   varchar(100) not null,
                    installed_on   timestamp not null default now(),
                    execution_time int not null,
                    success        boolean not null
                );
                """).toString();
    }

    private static String columns(Connection connection, String table) throws SQLException {
        return texts(connection, """
                        select column_name from information_schema.columns
                        where table_schema = 'public' and is_generated = 'NEVER' and udt_name <> 'xid8'
                          and table_name = '%s' order by ordinal_position
                        """.formatted(table)).stream()
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
    }

    /** Makes a database of what was written. */
    static void read(LaunchSettings settings, Path folder) throws SQLException, IOException {
        var postgres = PostgresServer.prepare(settings);
        try (var _ = Keeper.open(postgres, (_, _) -> {});
                var pool = Database.open(postgres.settings());
                var connection = pool.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(Files.readString(folder.resolve(SCHEMA)));
            for (var rows : rows(folder)) {
                var table = rows.getFileName().toString().replace(ROWS, "");
                statement.execute("alter table " + table + " disable trigger all");
                try (var in = Files.newBufferedReader(rows)) {
                    var columns = in.readLine();
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + table + " (" + columns + ") from stdin", in);
                }
                statement.execute("alter table " + table + " enable trigger all");
            }
            statement.execute(Files.readString(folder.resolve(SEQUENCES)));
            connection.commit();
        }
    }

    private static List<Path> rows(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ROWS)).sorted().toList();
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}

package lantai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An upgrade that is cut off within any migration goes on at the next start and ends with the same schema. PostgreSQL itself ends
 * the session, at the first, the middle and the last statement that changes the schema, and between the note that a migration is
 * done and its commit.
 */
class CutOffMigrationTest {
    private static final String TRAP = """
            create schema trial;
            create sequence trial.step;
            create table trial.victim (step bigint not null, version text not null);
            insert into trial.victim values (-1, '');
            create function trial.at_change() returns event_trigger language plpgsql as $$ begin
                if nextval('trial.step') = (select step from trial.victim) then
                    perform pg_terminate_backend(pg_backend_pid());
                end if;
            end $$;
            create function trial.at_note() returns trigger language plpgsql as $$ begin
                if new.version = (select version from trial.victim) then
                    perform pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
                      and application_name = 'lantai';
                end if;
                return null;
            end $$;
            create event trigger trap on ddl_command_end execute function trial.at_change();
            """;

    private Database server;
    private int databases;

    @BeforeEach
    void start() {
        server = TestDatabase.fresh();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private String empty() throws SQLException {
        var name = "cut_off_" + ++databases + '_' + ProcessHandle.current().pid();
        return server.jdbi().withHandle(handle -> {
            handle.execute("create database " + name);
            return handle.getConnection().getMetaData().getURL().replaceAll("/[^/]*$", "/" + name);
        });
    }

    private static Database open(String url) {
        return Database.open(new DatabaseSettings(url, "lantai", "", 2));
    }

    private static long steps(String url, long victim, String version) {
        try (var database = open(url)) {
            return database.jdbi().inTransaction(handle -> {
                handle.execute("update trial.victim set step = ?, version = ?", victim, version);
                return handle.createQuery("select setval('trial.step', 1, false)")
                        .mapTo(Long.class)
                        .one();
            });
        }
    }

    private static void trap(String url) {
        try (var database = open(url)) {
            database.jdbi().useHandle(handle -> handle.execute(TRAP));
        }
    }

    private static void migrateTo(String url, String version) {
        try (var database = open(url)) {
            database.migrateTo(Integer.parseInt(version));
        }
    }

    private static void cutOff(String url, long step, String version) {
        steps(url, step, "");
        assertThatExceptionOfType(FlywayException.class)
                .as("version %s, step %s", version, step)
                .isThrownBy(() -> migrateTo(url, version));
        steps(url, -1, "");
    }

    private static List<String> versions(Handle handle) {
        return handle.createQuery(
                        "select version from flyway_schema_history where version is not null order by installed_rank")
                .mapTo(String.class)
                .list();
    }

    private static List<String> schema(String url) {
        try (var database = open(url)) {
            return database.jdbi().withHandle(handle -> {
                var all = new ArrayList<String>();
                for (var query : List.of(
                        "select table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' '"
                                + " || coalesce(column_default, '') || coalesce(generation_expression, '')"
                                + " from information_schema.columns where table_schema = 'public'",
                        "select indexdef from pg_indexes where schemaname = 'public'",
                        "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
                                + " from pg_constraint where connamespace = 'public'::regnamespace",
                        "select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                                + " where not tgisinternal and c.relnamespace = 'public'::regnamespace and tgname <> 'trial'",
                        "select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'",
                        "select relname || ' ' || relkind::text from pg_class where relnamespace = 'public'::regnamespace",
                        "select version || ' ' || checksum || ' ' || success from flyway_schema_history")) {
                    all.addAll(new TreeSet<>(
                            handle.createQuery(query).mapTo(String.class).list()));
                }
                return all;
            });
        }
    }

    @Test
    void anUpgradeThatIsCutOffAtEachMigrationEndsLikeOneThatIsNot() throws SQLException {
        var undisturbed = empty();
        trap(undisturbed);
        var versions = server.jdbi().withHandle(CutOffMigrationTest::versions);
        var disturbed = empty();
        trap(disturbed);
        var cuts = 0;
        for (var version : versions) {
            steps(undisturbed, -1, "");
            migrateTo(undisturbed, version);
            long changes;
            try (var database = open(undisturbed)) {
                changes = database.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select case when is_called then last_value else 0 end from trial.step")
                                .mapTo(Long.class)
                                .one());
            }
            if (version.equals(versions.getFirst())) {
                // The first cut leaves the table of Flyway behind, which is then not made again.
                changes /= 2;
            }
            for (var step : new TreeSet<>(List.of(1L, (changes + 1) / 2, changes))) {
                if (step > 0 && step <= changes) {
                    cutOff(disturbed, step, version);
                    cuts++;
                }
            }
            if (!version.equals(versions.getFirst())) {
                cutOffAfterItsNote(disturbed, version);
            }
            migrateTo(disturbed, version);
            if (version.equals(versions.getFirst())) {
                watchNotes(disturbed);
            }
        }
        assertThat(cuts).isGreaterThan(versions.size());
        assertThat(schema(disturbed)).isEqualTo(schema(undisturbed));
    }

    private static void watchNotes(String url) {
        try (var database = open(url)) {
            database.jdbi()
                    .useHandle(handle -> handle.execute("create trigger trial after insert on flyway_schema_history"
                            + " for each row execute function trial.at_note()"));
        }
    }

    /** Whether it fails depends on which of the sessions has the note; either way the next start must put it right. */
    private static void cutOffAfterItsNote(String url, String version) {
        steps(url, -1, version);
        try {
            migrateTo(url, version);
        } catch (FlywayException cutOff) {
            assertThat(cutOff).isNotNull();
        }
        steps(url, -1, "");
    }
}

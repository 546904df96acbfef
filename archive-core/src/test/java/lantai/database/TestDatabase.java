package lantai.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The real PostgreSQL for the tests of this module: started when first asked for, on loopback, in a folder that goes with the
 * test run. Each call of {@link #fresh} gives a database of its own with the schema of today. What it writes need not
 * survive a crash. When the environment names an external PostgreSQL as for {@code ./lantai run} (LANTAI_DB_URL, LANTAI_DB_USER,
 * LANTAI_DB_PASSWORD), the databases are made there instead, and stay.
 */
public final class TestDatabase {
    private static final String USER = "lantai";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final List<String> prefix;

    private TestDatabase() throws IOException {
        folder = Files.createTempDirectory("lantai-postgres");
        port = freePort();
        prefix = "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
        unpack();
        run("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var server = process("postgres", "-D", data(), "-p", "" + port, "-h", "127.0.0.1", "-k", "", "-c", "fsync=off")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        awaitConnections(server);
    }

    private static final class Shared {
        private static final TestDatabase SERVER = start();

        private static TestDatabase start() {
            try {
                return new TestDatabase();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** {@return an open database with all tables, empty; to be closed by the test} */
    public static Database fresh() {
        return fresh(4);
    }

    /** {@return the same with so many connections at once} */
    public static Database fresh(int connections) {
        var external = System.getenv("LANTAI_DB_URL");
        return external == null
                ? fresh(Shared.SERVER.url("postgres"), USER, "", connections)
                : fresh(external, System.getenv("LANTAI_DB_USER"), System.getenv("LANTAI_DB_PASSWORD"), connections);
    }

    private static Database fresh(String url, String user, String password, int connections) {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        var own = url.substring(0, url.lastIndexOf('/') + 1) + name;
        var database = Database.open(new DatabaseSettings(own, user, password, connections));
        database.migrate();
        return database;
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + '/' + name;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private ProcessBuilder process(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    private void run(String program, String... arguments) throws IOException {
        try {
            if (process(program, arguments).start().waitFor() != 0) {
                throw new IOException(program + " failed:\n" + Files.readString(folder.resolve("log")));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private void awaitConnections(Process server) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = DriverManager.getConnection(url("postgres"), USER, "")) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException(Files.readString(folder.resolve("log")), notYet);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void stop(Process server) {
        try {
            run("pg_ctl", "stop", "-D", data(), "-m", "immediate", "-w");
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            server.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void unpack() throws IOException {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        var arm = System.getProperty("os.arch").equals("aarch64");
        var name = "/postgres-" + (mac ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64") + ".txz";
        var packed = TestDatabase.class.getResourceAsStream(name);
        if (packed == null) {
            throw new IOException("no PostgreSQL for this machine: " + name);
        }
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

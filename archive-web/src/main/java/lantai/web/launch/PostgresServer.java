package lantai.web.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lantai.database.DatabaseSettings;
import lantai.problem.Unavailable;

/**
 * The archive's own PostgreSQL, reachable from this machine only, on a free port that it keeps while the supervisor lives.
 *
 * <p>Nobody can make it faster by making it forget: fsync, full page writes and synchronous commits are set on the command line,
 * where no configuration file overrides them.
 */
final class PostgresServer implements Service {
    private static final String USER = "lantai";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int POOL_SIZE = 4;
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", LOOPBACK),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "96MB"),
            Map.entry("work_mem", "8MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("jit", "off"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("timezone", "UTC"));

    private final Path programs;
    private final Path cluster;
    private final Path log;
    private final Unprivileged unprivileged;
    private final String password;
    private final int port;

    private PostgresServer(Path programs, Path cluster, Path log, Unprivileged unprivileged, String password) {
        this.programs = programs;
        this.cluster = cluster;
        this.log = log;
        this.unprivileged = unprivileged;
        this.password = password;
        this.port = Preflight.findPort(LOOPBACK, 0);
    }

    /**
     * Unpacks the programs and makes an empty database, where that is not done yet, and ends what a killed supervisor left
     * running. The caller holds the data folder.
     *
     * @throws Unavailable when this machine cannot run it
     */
    static PostgresServer prepare(LaunchSettings settings) throws IOException {
        var folder = settings.data().resolve("postgres");
        Files.createDirectories(folder);
        var programs = PostgresBinaries.unpack(folder);
        var passwordFile = password(passwordFile(settings.data()));
        var unprivileged = Unprivileged.find(folder);
        var server = new PostgresServer(
                programs,
                folder.resolve("data"),
                settings.log("postgres.log"),
                unprivileged,
                Files.readString(passwordFile).strip());
        if (Files.isDirectory(server.cluster)) {
            server.requireSameVersion();
            server.endOrphan();
        } else {
            server.initialise();
        }
        return server;
    }

    /** {@return how to reach it} */
    DatabaseSettings settings() {
        return new DatabaseSettings(
                "jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres", USER, password, POOL_SIZE);
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Process start() throws IOException {
        var command = new ArrayList<>(List.of(program("postgres"), "-D", cluster.toString(), "-p", "" + port));
        PARAMETERS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return ChildProcess.of(unprivileged.command(command), log).start();
    }

    /** Ends the sessions and stops. A plain termination signal would wait for the last session to leave. */
    @Override
    public void stop(Process process) {
        try {
            if (!ChildProcess.succeeds(control("fast"))) {
                process.destroy();
            }
        } catch (IOException failure) {
            process.destroy();
        }
    }

    private List<String> control(String mode) {
        return unprivileged.command(
                List.of(program("pg_ctl"), "stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "15"));
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private void requireSameVersion() throws IOException {
        var found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        var name = String.valueOf(programs.getFileName());
        if (!name.startsWith("bin-" + found + ".")) {
            throw new Unavailable(LaunchProblem.DATABASE_DATA_OF_OTHER_VERSION, found, name);
        }
    }

    /** Made beside its place and moved there when whole, so that an interruption leaves nothing half-made. */
    private void initialise() throws IOException {
        var fresh = cluster.resolveSibling("data.new");
        FolderTree.delete(fresh);
        var passwordFile = cluster.resolveSibling("password.new");
        Files.writeString(passwordFile, password);
        try {
            var command = List.of(
                    program("initdb"),
                    "--pgdata=" + fresh,
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-instructions");
            var made = ChildProcess.of(unprivileged.command(command), log).start();
            if (ChildProcess.waitFor(made) != 0) {
                throw new Unavailable(LaunchProblem.DATABASE_DID_NOT_START, log);
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A killed supervisor leaves its PostgreSQL behind, and a number in postmaster.pid that now names another process keeps a
     * new one from starting.
     */
    private void endOrphan() throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = ProcessHandle.of(
                Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
        if (orphan.isEmpty()) {
            return;
        }
        var isOurs = orphan.get()
                .info()
                .command()
                .filter(program("postgres")::equals)
                .isPresent();
        if (!isOurs) {
            Files.delete(pidFile);
        } else if (!ChildProcess.succeeds(control("fast")) && !ChildProcess.succeeds(control("immediate"))) {
            throw new Unavailable(LaunchProblem.DATABASE_DID_NOT_START, log);
        }
    }

    static Path passwordFile(Path data) {
        return data.resolve("keys").resolve("database.password");
    }

    private static Path password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh);
            if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(
                    fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}

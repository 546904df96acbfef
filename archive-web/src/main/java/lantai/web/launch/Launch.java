package lantai.web.launch;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.account.AccountRegister;
import lantai.account.AddedAccount;
import lantai.account.FirstSignIns;
import lantai.audit.AuditTrail;
import lantai.database.Database;
import lantai.database.DatabaseSettings;
import lantai.problem.Refused;
import lantai.problem.Unavailable;

/**
 * An archive on this machine: brought up by {@link #start} and ended by {@link #close}, which stops everything in the opposite
 * order of its start. Closing while it starts, from another thread, ends the start.
 */
public final class Launch implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final LaunchSettings settings;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Object guard = new Object();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile boolean closing;

    public Launch(LaunchSettings settings, Announcer announcer, InstantSource clock) {
        this.settings = settings;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * What came out of a start.
     *
     * @param address where people find it
     * @param database how to reach its database
     * @param firstSignIns the accounts made at the very first start, with their passwords
     */
    public record Started(URI address, DatabaseSettings database, List<AddedAccount> firstSignIns) {}

    /**
     * Starts the archive and returns when people may come. Called once.
     *
     * @throws lantai.problem.Refused when the settings or the state of the machine forbid it
     * @throws Unavailable when PostgreSQL or the server cannot be brought up; nothing is left running
     */
    public Started start() throws IOException {
        synchronized (guard) {
            try {
                return startAll();
            } catch (IOException | RuntimeException failure) {
                stopAll();
                throw failure;
            }
        }
    }

    private Started startAll() throws IOException {
        var preflight = new Preflight(announcer);
        preflight.prepareFolder(settings.data());
        preflight.checkSpace(settings.data());
        running.push(FolderLock.take(settings.data()));
        QuietArchive.requireWhole(settings.data());
        LibertyServer.endOrphans(settings.data());
        var port = Preflight.findPort(settings.host(), settings.port());
        var address = startDatabase();
        try (var database = Database.open(address)) {
            database.migrate();
            var server = startServer(address, port);
            running.push(RunningArchive.announce(settings.data(), server, address));
            // only now: passwords that nobody gets to see would lock everybody out
            var signIns = new FirstSignIns(new AccountRegister(new AuditTrail(clock), clock));
            return new Started(server, address, database.jdbi().inTransaction(signIns::create));
        }
    }

    private DatabaseSettings startDatabase() throws IOException {
        if (settings.database().isPresent()) {
            return settings.database().get();
        }
        announcer.announce("launch.starting-database");
        var postgres = PostgresServer.prepare(settings);
        requireOpen();
        running.push(Keeper.open(postgres, announcer));
        return postgres.settings();
    }

    private URI startServer(DatabaseSettings database, int port) throws IOException {
        var server = new LibertyServer(settings, database, port);
        server.forgetOtherBuild();
        announcer.announce("launch.starting-server");
        requireOpen();
        var keeper = Keeper.open(server, announcer);
        running.push(keeper);
        var deadline = System.nanoTime() + PATIENCE;
        while (!server.ready()) {
            requireOpen();
            if (!keeper.alive() || System.nanoTime() > deadline) {
                throw new Unavailable(LaunchProblem.SERVER_DID_NOT_START, settings.log("messages.log"));
            }
            LockSupport.parkNanos(GLANCE);
        }
        return server.address();
    }

    private void requireOpen() {
        if (closing) {
            throw new Refused(LaunchProblem.STOPPED_WHILE_STARTING);
        }
    }

    @Override
    public void close() {
        closing = true;
        synchronized (guard) {
            stopAll();
        }
    }

    private void stopAll() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                announcer.announce("launch.cannot-stop", failure);
            }
        }
    }
}

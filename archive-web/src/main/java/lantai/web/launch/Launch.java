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
import lantai.problem.Unavailable;

/**
 * An archive that runs on this machine: made by {@link #start}, ended by {@link #close}, which stops everything in the opposite
 * order of its start.
 */
public final class Launch implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final LaunchSettings settings;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Launch(LaunchSettings settings, Announcer announcer, InstantSource clock) {
        this.settings = settings;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * What came out of a start.
     *
     * @param launch the running archive, to be closed
     * @param address where people find it
     * @param database how to reach its database
     * @param firstSignIns the accounts made at the very first start, with their passwords
     */
    public record Started(Launch launch, URI address, DatabaseSettings database, List<AddedAccount> firstSignIns) {}

    /**
     * Starts an archive and returns when people may come.
     *
     * @throws lantai.problem.Refused when the settings or the state of the machine forbid it
     * @throws Unavailable when PostgreSQL or the server cannot be brought up; nothing is left running
     */
    public static Started start(LaunchSettings settings, Announcer announcer, InstantSource clock) throws IOException {
        var launch = new Launch(settings, announcer, clock);
        try {
            return launch.start();
        } catch (IOException | RuntimeException failure) {
            launch.close();
            throw failure;
        }
    }

    private Started start() throws IOException {
        var preflight = new Preflight(announcer);
        preflight.prepareFolder(settings.data());
        preflight.checkSpace(settings.data());
        running.push(FolderLock.take(settings.data()));
        LibertyServer.endOrphans(settings.data());
        var port = Preflight.findPort(settings.host(), settings.port());
        var database = startDatabase();
        var signIns = prepareDatabase(database);
        var server = new LibertyServer(settings, database, port);
        server.forgetOtherBuild();
        announcer.announce("launch.starting-server");
        var keeper = Keeper.open(server, announcer);
        running.push(keeper);
        awaitReady(server, keeper);
        return new Started(this, server.address(), database, signIns);
    }

    private DatabaseSettings startDatabase() throws IOException {
        if (settings.database().isPresent()) {
            return settings.database().get();
        }
        announcer.announce("launch.starting-database");
        var postgres = PostgresServer.prepare(settings);
        running.push(Keeper.open(postgres, announcer));
        return postgres.settings();
    }

    private List<AddedAccount> prepareDatabase(DatabaseSettings address) {
        try (var database = Database.open(address)) {
            database.migrate();
            var signIns = new FirstSignIns(new AccountRegister(new AuditTrail(clock), clock));
            return database.jdbi().inTransaction(signIns::create);
        }
    }

    private void awaitReady(LibertyServer server, Keeper keeper) {
        var deadline = System.nanoTime() + PATIENCE;
        while (!server.ready()) {
            if (!keeper.alive() || System.nanoTime() > deadline) {
                throw new Unavailable(LaunchProblem.SERVER_DID_NOT_START, settings.log("messages.log"));
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                announcer.announce("launch.cannot-stop", failure);
            }
        }
    }
}

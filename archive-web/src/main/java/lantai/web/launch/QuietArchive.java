package lantai.web.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import lantai.database.DatabaseSettings;
import lantai.problem.Refused;

/** The data folder of an archive with its database and without its server, for work during which nobody uses it. */
public final class QuietArchive implements AutoCloseable {
    /** Stands in a data folder while its database is being made anew. */
    private static final String UNFINISHED = "rebuilding";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final LaunchSettings settings;
    private final FolderLock lock;
    private Optional<Keeper> keeper = Optional.empty();

    private QuietArchive(LaunchSettings settings, FolderLock lock) {
        this.settings = settings;
        this.lock = lock;
    }

    /**
     * Takes the data folder.
     *
     * @throws Refused when the archive is running there, or nothing can be written
     */
    public static QuietArchive take(LaunchSettings settings, Announcer announcer) {
        new Preflight(announcer).prepareFolder(settings.data());
        return new QuietArchive(settings, FolderLock.take(settings.data()));
    }

    /**
     * Puts the database of the archive and its index away, so that they can be made anew. An external database is for its keeper to
     * empty.
     *
     * @param replace whether a database that is there may be put aside
     * @return where the old database lies now, when there was one
     * @throws Refused when there is one and it may not
     */
    public Optional<Path> makeRoom(boolean replace, InstantSource clock) throws IOException {
        var cluster = settings.data().resolve("postgres").resolve("data");
        var is = settings.database().isEmpty() && Files.isDirectory(cluster);
        if (is && !replace && !isUnfinished(settings.data())) {
            throw new Refused(LaunchProblem.DATABASE_THERE, cluster);
        }
        Files.writeString(settings.data().resolve(UNFINISHED), "");
        FolderTree.delete(settings.data().resolve("index"));
        if (!is) {
            return Optional.empty();
        }
        var aside = cluster.resolveSibling("data-before-" + TIME.format(clock.instant()));
        Files.move(cluster, aside);
        return Optional.of(aside);
    }

    /** Says that the database is whole again, so that the archive may be started. */
    public void finished() throws IOException {
        Files.deleteIfExists(settings.data().resolve(UNFINISHED));
    }

    /** {@return how to reach the database}, started now unless it is an external one */
    public DatabaseSettings database(Announcer announcer) throws IOException {
        if (settings.database().isPresent()) {
            return settings.database().get();
        }
        var postgres = PostgresServer.prepare(settings);
        keeper = Optional.of(Keeper.open(postgres, announcer));
        return postgres.settings();
    }

    /** @throws Refused when a rebuild was cut off in this data folder */
    static void requireWhole(Path data) {
        if (isUnfinished(data)) {
            throw new Refused(LaunchProblem.REBUILD_UNFINISHED, data);
        }
    }

    private static boolean isUnfinished(Path data) {
        return Files.exists(data.resolve(UNFINISHED));
    }

    @Override
    public void close() throws IOException {
        try {
            keeper.ifPresent(Keeper::close);
        } finally {
            lock.close();
        }
    }
}

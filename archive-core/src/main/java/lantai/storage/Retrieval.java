package lantai.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import lantai.problem.Unavailable;

/**
 * Reading: the first location whose bytes fit their digests serves. What does not fit is never handed out; it is told to the
 * ledger, so that it is made whole.
 */
final class Retrieval {
    private static final Logger LOG = System.getLogger(Retrieval.class.getName());
    private final List<Location> locations;
    private final Ledger ledger;
    private final FileCache cache;
    private final Function<String, Lock> writing;

    /** @param writing what is held while somebody of this process writes to an object */
    Retrieval(List<Location> locations, Ledger ledger, FileCache cache, Function<String, Lock> writing) {
        this.locations = locations;
        this.ledger = ledger;
        this.cache = cache;
        this.writing = writing;
    }

    /** An object as one location has it, in the version that was acknowledged. */
    record Copy(Location location, String folder, Inventory inventory) {}

    private interface Reading<T> {
        T from(Copy copy) throws IOException;
    }

    /** {@return the inventory of the newest acknowledged version} */
    Inventory inventory(String objectId) {
        return read(objectId, "", Copy::inventory);
    }

    /**
     * A file where it lies.
     *
     * @param name its name in the object
     * @param sha512 of the bytes that lie there
     * @param enciphered whether they are enciphered
     */
    record Stored(Path file, String name, String sha512, boolean enciphered) {}

    /** {@return a file of the newest acknowledged version, whose bytes have been compared} */
    Stored file(String objectId, String path) {
        return read(objectId, path, copy -> stored(copy, copy.inventory(), path));
    }

    /** {@return a file of the newest acknowledged version as it lies there} */
    Stored asFound(String objectId, String path) {
        return read(objectId, path, copy -> {
            var name = name(copy.inventory(), path);
            var content = contentPath(copy.inventory(), name);
            var local = copy.location().local(copy.folder() + '/' + content);
            var sha512 = found(copy, content);
            return new Stored(
                    local.isPresent() ? local.get() : cache.fetch(copy.location(), copy.folder(), content, sha512),
                    name,
                    sha512,
                    isEnciphered(copy.inventory(), path));
        });
    }

    /** {@return a file as a version had it, whose bytes have been compared} */
    Stored file(String objectId, int version, String path) {
        return read(objectId, path, copy -> stored(copy, then(copy, version), path));
    }

    /** {@return the inventory of an object as a version had it} */
    Inventory inventory(String objectId, int version) {
        return read(objectId, "", copy -> then(copy, version));
    }

    /** {@return the first bytes of a file, which have not been compared} */
    byte[] start(String objectId, String name, int bytes) {
        return read(objectId, name, copy -> {
            try (var in = copy.location().read(copy.folder() + '/' + contentPath(copy.inventory(), name))) {
                return in.readNBytes(bytes);
            }
        });
    }

    private static Inventory then(Copy copy, int version) throws IOException {
        if (version < 1 || version > copy.inventory().head()) {
            throw new NotFound(StorageProblem.NO_SUCH_OBJECT, copy.inventory().id());
        }
        return Inventory.read(copy.location(), copy.folder() + "/v" + version);
    }

    private Stored stored(Copy copy, Inventory then, String path) throws IOException {
        var name = name(then, path);
        var content = contentPath(then, name);
        var sha512 = String.valueOf(copy.inventory().contents().get(content));
        return new Stored(fetch(copy, content), name, sha512, isEnciphered(then, path));
    }

    /** {@return a file of the newest acknowledged version by its name in the object}, whose bytes have been compared */
    Stored stored(String objectId, String name) {
        return read(objectId, name, copy -> {
            var content = contentPath(copy.inventory(), name);
            var sha512 = String.valueOf(copy.inventory().contents().get(content));
            return new Stored(fetch(copy, content), name, sha512, false);
        });
    }

    private static boolean isEnciphered(Inventory inventory, String path) {
        return inventory.isEnciphered() && !path.equals(Encipherment.FILE);
    }

    private static String name(Inventory inventory, String path) {
        return isEnciphered(inventory, path) ? Encipherment.nameOf(path) : path;
    }

    private static String contentPath(Inventory inventory, String name) {
        return Optional.ofNullable(inventory.state().get(name))
                .orElseThrow(() -> new NotFound(StorageProblem.NO_SUCH_FILE, inventory.id(), name));
    }

    /** {@return every file of an object with all its versions, by its path in the object's folder} */
    SequencedMap<String, Path> everything(String objectId) {
        return read(objectId, "", copy -> {
            var all = new LinkedHashMap<String, Path>();
            for (var entry : copy.location().files(copy.folder())) {
                all.put(entry.path(), fetch(copy, entry.path()));
            }
            return all;
        });
    }

    private Path fetch(Copy copy, String path) throws IOException {
        var promised = copy.inventory().contents().get(path);
        var local = copy.location().local(copy.folder() + '/' + path);
        if (promised == null) {
            return local.isPresent()
                    ? local.get()
                    : cache.fetch(copy.location(), copy.folder(), path, found(copy, path));
        }
        if (local.isEmpty()) {
            return cache.fetch(copy.location(), copy.folder(), path, promised);
        }
        try (var in = Files.newInputStream(local.get())) {
            var found = Digests.sha512(in);
            if (!found.equals(promised)) {
                throw new DigestMismatch(path, found);
            }
            return local.get();
        }
    }

    private static String found(Copy copy, String path) throws IOException {
        try (var in = copy.location().read(copy.folder() + '/' + path)) {
            return Digests.sha512(in);
        }
    }

    /** What seems wrong is looked at again while nobody writes to the object: a new version is not there in one stroke. */
    private <T> T read(String objectId, String path, Reading<T> reading) {
        try {
            return read(objectId, path, reading, (location, why) -> {
                throw new Doubted(location.name() + ": " + why);
            });
        } catch (Doubted doubted) {
            LOG.log(Level.DEBUG, objectId + " is looked at again", doubted);
        }
        var alone = writing.apply(objectId);
        alone.lock();
        try {
            return read(objectId, path, reading, (location, why) -> ledger.broken(location.name(), objectId, why));
        } finally {
            alone.unlock();
        }
    }

    /** A copy seemed not to be whole, while it may have been written to. */
    private static final class Doubted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Doubted(String message) {
            super(message, null, false, false);
        }
    }

    private <T> T read(String objectId, String path, Reading<T> reading, BiConsumer<Location, String> broken) {
        var acknowledged = ledger.acknowledged(objectId);
        var folder = Layout.folder(objectId);
        Optional<ArchiveException> worst = Optional.empty();
        for (var location : locations) {
            try {
                return reading.from(new Copy(location, folder, inventory(location, folder, acknowledged)));
            } catch (Damaged differs) {
                broken.accept(location, String.valueOf(differs.getMessage()));
                worst = worse(worst, differs);
            } catch (NoSuchFileException | DigestMismatch differs) {
                broken.accept(location, String.valueOf(differs.getMessage()));
                worst = worse(worst, caused(new Damaged(StorageProblem.NO_GOOD_COPY, objectId, path), differs));
            } catch (IOException | UncheckedIOException silent) {
                worst = worse(
                        worst,
                        caused(
                                new Unavailable(StorageProblem.LOCATION_SILENT, location.name(), location.place()),
                                silent));
            } catch (Absent absent) {
                if (acknowledged.isPresent()) {
                    broken.accept(location, "the object is not there");
                    worst = worse(worst, new Damaged(StorageProblem.NO_GOOD_COPY, objectId, path));
                }
            }
        }
        throw worst.orElseGet(() -> new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId));
    }

    /** The object as it was acknowledged, also when a version that never was lies on top of it. */
    static Inventory inventory(Location location, String folder, Optional<Ledger.Acknowledged> acknowledged)
            throws IOException, Absent {
        Inventory newest;
        try {
            newest = Inventory.read(location, folder);
        } catch (NoSuchFileException missing) {
            throw new Absent(missing);
        }
        if (acknowledged
                        .map(Ledger.Acknowledged::sha512)
                        .filter(newest.sha512()::equals)
                        .isPresent()
                || acknowledged.isEmpty()) {
            return newest;
        }
        var wanted = acknowledged.get();
        if (newest.head() > wanted.version()) {
            var older = Inventory.read(location, folder + "/v" + wanted.version());
            if (older.sha512().equals(wanted.sha512())) {
                return older;
            }
        }
        throw new Damaged(StorageProblem.INVENTORY_DIFFERS, location.name(), folder, newest.sha512());
    }

    /** A location does not have an object at all. */
    static final class Absent extends Exception {
        private static final long serialVersionUID = 1;

        Absent(NoSuchFileException missing) {
            super(missing);
        }
    }

    private static Optional<ArchiveException> worse(Optional<ArchiveException> before, ArchiveException now) {
        return before.filter(known -> known instanceof Damaged).isPresent() ? before : Optional.of(now);
    }

    private static <T extends ArchiveException> T caused(T problem, Exception cause) {
        problem.initCause(cause);
        return problem;
    }
}

package lantai.storage;

import io.ocfl.api.model.VersionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import lantai.problem.Unavailable;

/**
 * Where filed records lie: one OCFL 1.1 object for each item, so that any OCFL tool gives everything back without us, in one or
 * several {@link Location}s.
 *
 * <p>The law of the store: a version is immutable once {@link #put} has returned, it survives a loss of power then, it has been
 * read back and compared, and as many locations hold it as the settings ask for. Bytes that do not fit their digest are never
 * handed out. Thread-safe; two puts of one object at once are serialised.
 */
public final class ArchivalStore implements AutoCloseable {
    private static final long USUAL_CACHE = 10L << 30;

    private final List<Location> locations;
    private final Ledger ledger;
    private final FileCache cache;
    private final Repair repair;
    private final Copies copies;
    private final Retrieval retrieval;

    private ArchivalStore(List<Location> locations, int quorum, Ledger ledger, FileCache cache, Path work) {
        this.locations = List.copyOf(locations);
        this.ledger = ledger;
        this.cache = cache;
        this.repair = new Repair(this.locations, ledger, work);
        this.copies = new Copies(this.locations, quorum, ledger, repair, new Upload(work));
        this.retrieval = new Retrieval(this.locations, ledger, cache);
    }

    /**
     * Opens or makes a store of one folder, without a ledger.
     *
     * @param root the OCFL storage root
     * @param work where versions are put together, on the same volume as the root
     */
    public static ArchivalStore open(Path root, Path work) {
        return of(
                List.of(FolderLocation.open("objects", root, work)),
                1,
                Ledger.NONE,
                new Temporary(work, work.resolve("cache"), USUAL_CACHE));
    }

    /**
     * Folders of this machine that a store works in.
     *
     * @param work for files on their way
     * @param cache for copies of what lies in buckets
     * @param cacheBytes how large the cache may become
     */
    public record Temporary(Path work, Path cache, long cacheBytes) {}

    /**
     * A store of several locations.
     *
     * @param locations in the order in which they are read
     * @param quorum how many must hold a version before it is acknowledged
     */
    public static ArchivalStore of(List<Location> locations, int quorum, Ledger ledger, Temporary temporary) {
        if (quorum < 1 || quorum > locations.size()) {
            throw new IllegalArgumentException("a quorum of " + quorum + " among " + locations.size() + " locations");
        }
        return new ArchivalStore(
                locations, quorum, ledger, new FileCache(temporary.cache(), temporary.cacheBytes()), temporary.work());
    }

    /**
     * One file of an object.
     *
     * @param source where the bytes lie now
     * @param path its place in the object, for example {@code masters/扫描件.tif}
     * @param fixity what its bytes must be
     */
    public record Part(Path source, String path, Fixity fixity) {}

    /** {@return where objects lie, in the order in which they are read} */
    public List<Location> locations() {
        return locations;
    }

    /**
     * Stores the first version of an object. A leftover of the same object, from a try that was cut off, is replaced;
     * so the caller makes sure that the object has never been acknowledged.
     *
     * @param objectId the OCFL id
     * @param at when this version came to be
     * @throws Damaged when what is read back is not what was given
     * @throws Unavailable when too few locations took it; none keeps it then
     */
    public void put(String objectId, List<Part> parts, String message, String byWhom, Instant at) {
        alone(objectId, () -> {
            copies.put(objectId, parts, info(message, byWhom, at));
            return 1;
        });
    }

    /**
     * Adds a version to an object; files that are not named stay as they are in the version before.
     *
     * @return the number of the new version
     * @throws NotFound when there is no such object
     * @throws Damaged when what is read back is not what was given
     * @throws Unavailable when too few locations took it; none keeps it then
     */
    public int add(String objectId, List<Part> parts, String message, String byWhom, Instant at) {
        return alone(objectId, () -> copies.add(objectId, parts, info(message, byWhom, at)));
    }

    private interface Deed {
        int run();
    }

    private int alone(String objectId, Deed deed) {
        var lock = copies.lock(objectId);
        lock.lock();
        try {
            return deed.run();
        } finally {
            lock.unlock();
        }
    }

    private static VersionInfo info(String message, String byWhom, Instant at) {
        return new VersionInfo().setMessage(message).setUser(byWhom, null).setCreated(at.atOffset(ZoneOffset.UTC));
    }

    /** {@return the number of the newest version of an object} */
    public int version(String objectId) {
        return retrieval.inventory(objectId).head();
    }

    /**
     * Removes an object with all its versions from every location, so that it does not come back after a loss of power. Only
     * destruction does so. An object that is not there is left so.
     *
     * @throws Unavailable when a location does not answer; to be tried again
     */
    public void remove(String objectId) {
        alone(objectId, () -> {
            copies.remove(objectId);
            return 0;
        });
        try {
            cache.forget(Layout.folder(objectId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Takes versions back that were never acknowledged.
     *
     * @param version the last one that was
     */
    public void rollBack(String objectId, int version) {
        alone(objectId, () -> {
            copies.rollBack(objectId, version);
            return version;
        });
    }

    /** {@return whether an object is there} */
    public boolean holds(String objectId) {
        Optional<RuntimeException> silent = Optional.empty();
        for (var location : locations) {
            try {
                if (location.repository().containsObject(objectId)) {
                    return true;
                }
            } catch (RuntimeException failure) {
                silent = Optional.of(failure);
            }
        }
        silent.ifPresent(failure -> {
            throw failure;
        });
        return false;
    }

    /**
     * A file of the newest version, to be read only; its bytes have just been compared with their digest.
     *
     * @throws NotFound when the object or the path is not there
     * @throws Damaged when no location has good bytes
     * @throws Unavailable when no location answers
     */
    public Path file(String objectId, String path) {
        return retrieval.file(objectId, path);
    }

    /**
     * The file as a version of an object had it, to be read only; its bytes have just been compared with their digest.
     *
     * @throws NotFound when the object, the version or the path is not there
     * @throws Damaged when no location has good bytes
     */
    public Path file(String objectId, int version, String path) {
        return retrieval.file(objectId, version, path);
    }

    /**
     * A file of the newest version as it lies there, good or not: for checks that tell what is wrong with it. Never to be handed
     * to readers.
     *
     * @throws NotFound when the object or the path is not there
     */
    public Path asFound(String objectId, String path) {
        return retrieval.asFound(objectId, path);
    }

    /**
     * The folder of an object with all its versions, where a location is a folder; to be read only, and nothing of it has been
     * compared.
     *
     * @throws NotFound when no folder has such an object
     */
    public Path folder(String objectId) {
        return locations.stream()
                .flatMap(location -> location.local(Layout.folder(objectId)).stream())
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId));
    }

    /** {@return every file of an object with all its versions, by its path in the object's folder} to be read only */
    public SequencedMap<String, Path> everything(String objectId) {
        return retrieval.everything(objectId);
    }

    /** {@return the logical paths of the newest version of an object} */
    public List<String> paths(String objectId) {
        return retrieval.inventory(objectId).state().keySet().stream().sorted().toList();
    }

    /**
     * Reads one file again and compares.
     *
     * @throws Damaged when its bytes are not those
     */
    public void verify(String objectId, String path, Fixity expected) {
        try {
            var found = FixityDigest.of(file(objectId, path));
            if (!found.equals(expected)) {
                throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, path, found.sha256());
            }
        } catch (IOException failure) {
            var damaged = new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, path, failure.toString());
            damaged.initCause(failure);
            throw damaged;
        }
    }

    /**
     * Checks one object at every location as OCFL wants it, with every digest in its inventory.
     *
     * @return what is wrong, empty when all is well
     */
    public List<String> validate(String objectId) {
        var problems = new ArrayList<String>();
        for (var location : locations) {
            var prefix = locations.size() > 1 ? location.name() + ": " : "";
            location.repository().validateObject(objectId, true).getErrors().stream()
                    .map(issue -> prefix + issue.getCode() + " " + issue.getMessage())
                    .forEach(problems::add);
        }
        return problems;
    }

    /** {@return the ids of all objects, whichever location has them}, to be closed after use */
    public Stream<String> objectIds() {
        return IntStream.range(0, locations.size())
                .boxed()
                .flatMap(i -> locations
                        .get(i)
                        .repository()
                        .listObjectIds()
                        .filter(id -> locations.subList(0, i).stream()
                                .noneMatch(earlier -> earlier.repository().containsObject(id))));
    }

    /**
     * Makes the copy of an object at one location whole from the others.
     *
     * @return what was written or taken away, by its path in the object's folder; empty when all was well
     * @throws Damaged when some of it fits nowhere
     * @throws Unavailable when a location does not answer
     */
    public List<String> mend(String objectId, Location location) {
        var changed = new ArrayList<String>();
        alone(objectId, () -> {
            if (ledger.isCondemned(objectId)) {
                return 0;
            }
            try {
                changed.addAll(repair.make(objectId, location));
                ledger.mended(location.name(), objectId, String.join(", ", changed));
                return 0;
            } catch (IOException | UncheckedIOException failure) {
                var silent = new Unavailable(StorageProblem.LOCATION_SILENT, location.name(), location.place());
                silent.initCause(failure);
                throw silent;
            }
        });
        return List.copyOf(changed);
    }

    /**
     * Reads every byte of one copy. What seems wrong is looked at again while nobody writes to the object.
     *
     * @throws IOException when the location does not answer
     */
    CopyCheck.Result check(
            String objectId,
            Location location,
            Optional<Map<String, Fixity>> owned,
            CopyCheck.Sm3 sm3,
            CopyCheck.Pace pace)
            throws IOException {
        var wanted = new CopyCheck.Wanted(ledger.acknowledged(objectId), owned, sm3, pace);
        var result = CopyCheck.of(location, objectId, wanted);
        if (result.faults().isEmpty()) {
            return result;
        }
        var lock = copies.lock(objectId);
        lock.lock();
        try {
            var again = new CopyCheck.Wanted(ledger.acknowledged(objectId), owned, sm3, _ -> {});
            return CopyCheck.of(location, objectId, again);
        } finally {
            lock.unlock();
        }
    }

    /** {@return what remembers the objects of this store} */
    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        locations.forEach(Location::close);
    }
}

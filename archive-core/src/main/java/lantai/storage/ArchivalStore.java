package lantai.storage;

import io.ocfl.api.model.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lantai.key.ItemKeys;
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
    private final Path work;
    private final Ledger ledger;
    private final Ciphers ciphers;
    private final FileCache cache;
    private final Repair repair;
    private final Upload upload;
    private final Copies copies;
    private final Retrieval retrieval;

    private ArchivalStore(List<Location> locations, int quorum, Ledger ledger, Temporary temporary, Secrets secrets) {
        this.locations = List.copyOf(locations);
        this.work = temporary.work();
        this.ledger = ledger;
        this.cache = new FileCache(temporary.cache(), temporary.cacheBytes());
        this.repair = new Repair(this.locations, ledger, work);
        this.upload = new Upload(work);
        this.copies = new Copies(this.locations, quorum, ledger, repair, upload);
        this.retrieval = new Retrieval(this.locations, ledger, cache, copies::lock);
        this.ciphers = new Ciphers(retrieval, secrets);
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
     * What enciphered objects need.
     *
     * @param keys the keys of items
     * @param opened where files lie for a while that had to be opened as a whole
     * @param openedBytes how much may lie there
     * @param openedFor how long a file stays there after it was wanted last
     */
    public record Secrets(ItemKeys keys, Path opened, long openedBytes, Duration openedFor) {}

    /** A store of several locations that has no keys: what is enciphered stays closed. */
    public static ArchivalStore of(List<Location> locations, int quorum, Ledger ledger, Temporary temporary) {
        var none = new Secrets(ItemKeys.none(), temporary.work().resolve("opened"), 0, Duration.ZERO);
        return of(locations, quorum, ledger, temporary, none);
    }

    /**
     * A store of several locations.
     *
     * @param locations in the order in which they are read
     * @param quorum how many must hold a version before it is acknowledged
     */
    public static ArchivalStore of(
            List<Location> locations, int quorum, Ledger ledger, Temporary temporary, Secrets secrets) {
        if (quorum < 1 || quorum > locations.size()) {
            throw new IllegalArgumentException("a quorum of " + quorum + " among " + locations.size() + " locations");
        }
        return new ArchivalStore(locations, quorum, ledger, temporary, secrets);
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
        put(objectId, parts, Optional.empty(), message, byWhom, at);
    }

    /**
     * Stores the first version of an object as {@link #put(String, List, String, String, Instant)} does, enciphered where that is
     * ordered: its key is durable before the object is. Everything of it stays enciphered in later versions too.
     *
     * @throws Unavailable also when the key cannot be kept
     */
    public void put(
            String objectId,
            List<Part> parts,
            Optional<Encipherment.Order> order,
            String message,
            String byWhom,
            Instant at) {
        alone(objectId, () -> {
            if (order.isPresent()) {
                putEnciphered(objectId, parts, order.get(), info(message, byWhom, at));
            } else {
                copies.put(objectId, parts, info(message, byWhom, at));
                if (ciphers.keys().holds(objectId)) {
                    ciphers.keys().shred(objectId);
                }
            }
            return 1;
        });
    }

    private void putEnciphered(String objectId, List<Part> parts, Encipherment.Order order, VersionInfo info) {
        var key = ciphers.keys().create(objectId, order.algorithm());
        var mark = new Encipherment(
                objectId,
                order.referenceCode(),
                key.algorithm().code(),
                key.id().toString());
        try (var sealing = Sealing.of(objectId, key, parts, work).with(mark)) {
            copies.put(objectId, sealing.parts(), info);
            ledger.enciphered(objectId, sealing.fixities());
        }
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
        return alone(objectId, () -> {
            if (!retrieval.inventory(objectId).isEnciphered()) {
                return copies.add(objectId, parts, info(message, byWhom, at));
            }
            try (var sealing = Sealing.of(objectId, ciphers.keys().find(objectId), parts, work)) {
                var version = copies.add(objectId, sealing.parts(), info(message, byWhom, at));
                var all = new HashMap<>(ledger.enciphered(objectId));
                all.putAll(sealing.fixities());
                ledger.enciphered(objectId, all);
                return version;
            }
        });
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
     * Removes an object with all its versions from every location, so that it does not come back after a loss of power; its key,
     * where it has one, is destroyed before. Only destruction does so. An object that is not there is left so.
     *
     * @throws Unavailable when a location does not answer; to be tried again
     */
    public void remove(String objectId) {
        alone(objectId, () -> {
            ciphers.keys().shred(objectId);
            copies.remove(objectId);
            return 0;
        });
        try {
            ciphers.opened().forget(Layout.folder(objectId));
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
            if (!ledger.enciphered(objectId).isEmpty()) {
                learn(objectId);
            }
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
     * A file of the newest version, to be read only; its bytes have just been compared with their digest. What is enciphered is opened
     * into a private folder and lies there for some minutes; {@link #bytes} and {@link #read} leave nothing on the disk.
     *
     * @throws NotFound when the object or the path is not there
     * @throws Damaged when no location has good bytes
     * @throws Unavailable when no location answers
     */
    public Path file(String objectId, String path) {
        return ciphers.path(objectId, retrieval.file(objectId, path));
    }

    /**
     * The bytes of a file of the newest version, readable from any place on; what lies there has just been compared with its digest.
     *
     * @throws NotFound when the object or the path is not there
     * @throws Damaged when no location has good bytes
     * @throws Unavailable when no location answers, or the key is not there
     */
    public StoredBytes bytes(String objectId, String path) {
        return ciphers.bytes(objectId, retrieval.file(objectId, path));
    }

    /** {@return a file of the newest version from its beginning}, to be closed after use; as {@link #bytes} */
    public InputStream read(String objectId, String path) throws IOException {
        return bytes(objectId, path).from(0);
    }

    /**
     * The file as a version of an object had it, from its beginning; what lies there has just been compared with its digest.
     *
     * @throws NotFound when the object, the version or the path is not there
     * @throws Damaged when no location has good bytes
     * @throws Unavailable when no location answers, or the key is not there
     */
    public InputStream read(String objectId, int version, String path) throws IOException {
        return ciphers.bytes(objectId, retrieval.file(objectId, version, path)).from(0);
    }

    /**
     * A file of the newest version as it lies there, good or not: for checks that tell what is wrong with it. What is enciphered and
     * does not open comes as it lies there. Never to be handed to readers.
     *
     * @throws NotFound when the object or the path is not there
     */
    public Path asFound(String objectId, String path) {
        var found = retrieval.asFound(objectId, path);
        try {
            return ciphers.path(objectId, found);
        } catch (Damaged doesNotOpen) {
            return found.file();
        }
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

    /**
     * Every file of an object with all its versions, by its path in the object's folder, to be read only. Of an enciphered object it
     * is an object of the same versions that is not enciphered.
     */
    public SequencedMap<String, Path> everything(String objectId) {
        return retrieval.inventory(objectId).isEnciphered()
                ? new OpenedObject(locations, retrieval, ciphers).make(objectId)
                : retrieval.everything(objectId);
    }

    /** {@return the logical paths of the newest version of an object} */
    public List<String> paths(String objectId) {
        return ciphers.paths(objectId, retrieval.inventory(objectId));
    }

    /** {@return how an object is enciphered}; empty when it is not. No key is needed */
    public Optional<Encipherment> encipherment(String objectId) {
        if (!retrieval.inventory(objectId).isEnciphered()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Encipherment.read(Files.readAllBytes(
                    retrieval.file(objectId, Encipherment.FILE).file())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the keys of enciphered objects} */
    public ItemKeys keys() {
        return ciphers.keys();
    }

    /** Takes opened files away that nobody has wanted for a while; {@return how many} */
    public int sweepOpened() throws IOException {
        return ciphers.opened().sweep();
    }

    /** Takes all opened files away. Only for a server that starts. */
    public void clearOpened() throws IOException {
        ciphers.opened().clear();
    }

    /** Has the ledger learn what the enciphered bytes of an object are, from the object itself, which its inventory vouches for. */
    void learn(String objectId) {
        var all = new HashMap<String, Fixity>();
        for (var name : retrieval.inventory(objectId).state().keySet()) {
            try {
                all.put(name, FixityDigest.of(retrieval.stored(objectId, name).file()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        ledger.enciphered(objectId, all);
    }

    /**
     * Reads one file again and compares.
     *
     * @throws Damaged when its bytes are not those
     */
    public void verify(String objectId, String path, Fixity expected) {
        try {
            try (var in = read(objectId, path)) {
                var found = FixityDigest.of(in);
                if (!found.equals(expected)) {
                    throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, path, found.sha256());
                }
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
        var wanted = new CopyCheck.Wanted(ledger.acknowledged(objectId), owned, ledger.enciphered(objectId), sm3, pace);
        var result = CopyCheck.of(location, objectId, wanted);
        if (result.faults().isEmpty()) {
            return result;
        }
        var lock = copies.lock(objectId);
        lock.lock();
        try {
            var again = new CopyCheck.Wanted(
                    ledger.acknowledged(objectId), owned, ledger.enciphered(objectId), sm3, _ -> {});
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
        upload.close();
    }
}

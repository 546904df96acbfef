package lantai.storage;

import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.VersionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import lantai.problem.ArchiveException;
import lantai.problem.Damaged;
import lantai.problem.NotFound;
import lantai.problem.Unavailable;
import lantai.storage.ArchivalStore.Part;

/**
 * Writing to several locations: the first that takes a version has it put together and read back, the others get copies of its
 * bytes, each read back too. A version stands when enough of them hold it; a location that missed it is remembered.
 */
final class Copies {
    private static final Logger LOG = System.getLogger(Copies.class.getName());
    private static final int LOCKS = 64;

    private final List<Location> locations;
    private final int quorum;
    private final Ledger ledger;
    private final Repair repair;
    private final Upload upload;
    private final Lock[] locks = new Lock[LOCKS];

    /** @param quorum how many locations must hold a version before it is acknowledged, from 1 to all */
    Copies(List<Location> locations, int quorum, Ledger ledger, Repair repair, Upload upload) {
        this.locations = locations;
        this.quorum = quorum;
        this.ledger = ledger;
        this.repair = repair;
        this.upload = upload;
        for (var i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** {@return what serialises writing to one object in this process} */
    Lock lock(String objectId) {
        return locks[Math.floorMod(objectId.hashCode(), LOCKS)];
    }

    /** The locations that hold the newest version of an object, with its number. */
    private record Newest(int version, List<Location> at) {}

    private Newest newest(String objectId) {
        var version = 0;
        var at = new ArrayList<Location>();
        for (var location : locations) {
            try {
                var found = Retrieval.inventory(location, Layout.folder(objectId), ledger.acknowledged(objectId));
                if (found.head() > version) {
                    version = found.head();
                    at.clear();
                }
                if (found.head() == version) {
                    at.add(location);
                }
            } catch (Retrieval.Absent absent) {
                LOG.log(Level.DEBUG, location.place() + " does not have " + objectId, absent);
            } catch (Damaged | IOException | UncheckedIOException unusable) {
                ledger.broken(location.name(), objectId, unusable.toString());
            }
        }
        return new Newest(version, at);
    }

    /** Writes the first version of an object in place of any that is there. */
    void put(String objectId, List<Part> parts, VersionInfo info) {
        write(objectId, new Newest(0, locations), parts, info);
    }

    /** Writes a further version and {@return its number} */
    int add(String objectId, List<Part> parts, VersionInfo info) {
        var newest = newest(objectId);
        if (newest.at().isEmpty()) {
            throw new NotFound(StorageProblem.NO_SUCH_OBJECT, objectId);
        }
        newest.at().forEach(location -> clearOnTop(location, objectId, newest.version()));
        return write(objectId, newest, parts, info);
    }

    /** A version that was never acknowledged may lie on top of the one that was. */
    private static void clearOnTop(Location location, String objectId, int version) {
        var head = head(location.repository(), objectId);
        if (head > version) {
            location.repository().rollbackToVersion(ObjectVersionId.version(objectId, version));
        }
    }

    private int write(String objectId, Newest before, List<Part> parts, VersionInfo info) {
        var failures = new LinkedHashMap<Location, Exception>();
        var done = new ArrayList<Location>();
        var written = new ArrayList<Inventory>();
        for (var location : before.at()) {
            if (done.isEmpty()) {
                tried(
                        location,
                        failures,
                        done,
                        () -> written.add(first(location, objectId, before.version(), parts, info)));
            }
        }
        if (done.isEmpty()) {
            failures.keySet().forEach(location -> undo(location, objectId, before.version()));
            throw failure(objectId, failures);
        }
        for (var location : locations) {
            if (!done.contains(location) && !failures.containsKey(location)) {
                tried(location, failures, done, () -> mirror(objectId, done.getFirst(), location));
            }
        }
        if (done.size() < quorum) {
            locations.forEach(location -> undo(location, objectId, before.version()));
            throw failure(objectId, failures);
        }
        return acknowledge(objectId, written.getFirst(), failures);
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void tried(Location location, Map<Location, Exception> failures, List<Location> done, Step step) {
        try {
            step.run();
            done.add(location);
        } catch (RuntimeException | IOException failure) {
            failures.put(location, failure);
        }
    }

    private Inventory first(Location location, String objectId, int before, List<Part> parts, VersionInfo info)
            throws IOException {
        if (before == 0 && location.holds(objectId)) {
            location.purge(Layout.folder(objectId));
        }
        Faults.before(FaultPoint.PUT);
        if (before == 0 && location.kind() == Location.Kind.S3) {
            var sent = upload.send(objectId, parts, info, location);
            Faults.after(FaultPoint.PUT);
            return sent;
        }
        var folder = Layout.folder(objectId);
        location.repository().updateObject(ObjectVersionId.head(objectId), info, updater -> {
            for (var part : parts) {
                updater.addPath(part.source(), part.path(), OcflOption.OVERWRITE);
            }
        });
        location.settle(folder);
        Faults.after(FaultPoint.PUT);
        Faults.before(FaultPoint.READ_BACK);
        var inventory = Inventory.read(location, folder);
        for (var part : parts) {
            try (var in = location.read(folder + '/' + inventory.state().get(part.path()))) {
                var found = FixityDigest.swift(in);
                if (!found.fit(part.fixity())) {
                    throw new Damaged(StorageProblem.OBJECT_DIFFERS, objectId, part.path(), found.sha256());
                }
            }
        }
        Faults.after(FaultPoint.READ_BACK);
        return inventory;
    }

    /** Nothing but the copy that was just written may vouch for it. */
    private void mirror(String objectId, Location from, Location to) throws IOException {
        var object = from.local(Layout.folder(objectId));
        if (object.isPresent() && to.kind() == Location.Kind.S3 && !to.holds(objectId)) {
            upload.send(objectId, object.get(), to);
        } else {
            repair.onlyFrom(from).make(objectId, to);
        }
    }

    private int acknowledge(String objectId, Inventory inventory, Map<Location, Exception> failures) {
        ledger.stored(objectId, new Ledger.Acknowledged(inventory.head(), inventory.sha512()));
        failures.forEach((location, failure) -> {
            LOG.log(Level.WARNING, location.place() + " missed " + objectId, failure);
            ledger.broken(location.name(), objectId, failure.toString());
        });
        return inventory.head();
    }

    private RuntimeException failure(String objectId, Map<Location, Exception> failures) {
        var first = failures.values().iterator().next();
        if (locations.size() == 1) {
            return switch (first) {
                case RuntimeException itself -> itself;
                case IOException io -> new UncheckedIOException(io);
                default -> new IllegalStateException(first);
            };
        }
        var missed =
                new Unavailable(StorageProblem.QUORUM_MISSED, objectId, locations.size() - failures.size(), quorum);
        missed.initCause(first);
        return missed;
    }

    private static int head(OcflRepository repository, String objectId) {
        return (int) repository
                .describeVersion(ObjectVersionId.head(objectId))
                .getVersionNum()
                .getVersionNum();
    }

    private static void undo(Location location, String objectId, int before) {
        try {
            if (before == 0) {
                location.purge(Layout.folder(objectId));
            } else if (location.repository().containsObject(objectId)) {
                clearOnTop(location, objectId, before);
                location.settle(Layout.folder(objectId));
            }
        } catch (RuntimeException | IOException failure) {
            LOG.log(Level.WARNING, location.place() + " keeps a version that was not acknowledged", failure);
        }
    }

    /** Takes versions back that were never acknowledged. */
    void rollBack(String objectId, int version) {
        var restored = new ArrayList<Location>();
        var inventories = new ArrayList<Inventory>();
        var failures = new LinkedHashMap<Location, Exception>();
        for (var location : locations) {
            tried(location, failures, restored, () -> {
                clearOnTop(location, objectId, version);
                location.settle(Layout.folder(objectId));
                inventories.add(Inventory.read(location, Layout.folder(objectId)));
            });
        }
        if (restored.isEmpty()) {
            throw failure(objectId, failures);
        }
        acknowledge(objectId, inventories.getFirst(), failures);
    }

    /** Takes an object away from every location; when one does not answer, it is to be tried again. */
    void remove(String objectId) {
        ledger.condemned(objectId);
        var failures = new LinkedHashMap<Location, Exception>();
        var done = new ArrayList<Location>();
        for (var location : locations) {
            tried(location, failures, done, () -> location.purge(Layout.folder(objectId)));
        }
        if (!failures.isEmpty()) {
            if (locations.size() == 1) {
                throw failure(objectId, failures);
            }
            ArchiveException unfinished = new Unavailable(
                    StorageProblem.REMOVAL_UNFINISHED,
                    objectId,
                    failures.keySet().iterator().next().name());
            unfinished.initCause(failures.values().iterator().next());
            throw unfinished;
        }
        ledger.gone(objectId);
    }
}

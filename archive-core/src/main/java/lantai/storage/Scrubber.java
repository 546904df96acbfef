package lantai.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lantai.problem.Damaged;
import lantai.problem.Unavailable;
import lantai.storage.CopyCheck.Fault;
import lantai.storage.CopyCheck.Kind;

/**
 * Reads everything that is stored, location by location, finds what is not what it was, makes it good again where another copy is
 * good, and keeps a report of it as a record of its own. After a kill it goes on at the object it stood at.
 */
public final class Scrubber {
    private static final Logger LOG = System.getLogger(Scrubber.class.getName());
    private static final int AT_ONCE = 200;
    private static final int MOST_FOLDERS = 10_000;

    private final ArchivalStore store;
    private final LedgerRows ledger;
    private final ScrubRows rows;
    private final Owners owners;
    private final ScrubPolicy policy;
    private final ScrubReport reports;
    private final InstantSource clock;

    /** @param temporary a folder in which reports are put together */
    public Scrubber(
            ArchivalStore store,
            LedgerRows ledger,
            ScrubRows rows,
            Owners owners,
            ScrubPolicy policy,
            Path temporary,
            InstantSource clock) {
        this.store = store;
        this.ledger = ledger;
        this.rows = rows;
        this.owners = owners;
        this.policy = policy;
        this.reports = new ScrubReport(store, temporary, clock);
        this.clock = clock;
    }

    /** Takes in the objects of the time before the ledger, once. */
    public int takeIn() throws IOException {
        if (ledger.isComplete()) {
            return 0;
        }
        var taken = new ArrayList<String>();
        for (var location : store.locations()) {
            location.forEachObject(folder -> {
                try {
                    var found = Inventory.read(location, folder);
                    ledger.takeIn(found.id(), new Ledger.Acknowledged(found.head(), found.sha512()));
                    if (found.isEnciphered() && ledger.enciphered(found.id()).isEmpty()) {
                        store.learn(found.id());
                    }
                    taken.add(found.id());
                } catch (NoSuchFileException | Damaged broken) {
                    LOG.log(
                            Level.WARNING,
                            "the object in " + folder + " of " + location.place() + " is damaged",
                            broken);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        ledger.complete();
        return taken.size();
    }

    /** {@return a location whose turn it is}, one whose reading was ordered or cut off first */
    public Optional<Location> due() {
        return store.locations().stream()
                .filter(location -> rows.newest(location.name())
                        .filter(last -> !last.isDone())
                        .isPresent())
                .findFirst()
                .or(() -> store.locations().stream().filter(this::isOverdue).findFirst());
    }

    private boolean isOverdue(Location location) {
        return rows.newest(location.name())
                .map(Scrub::startedAt)
                .or(rows::begun)
                .filter(last -> last.toInstant().plus(policy.every()).isBefore(clock.instant()))
                .isPresent();
    }

    /**
     * Reads one location from where it stood to its end.
     *
     * @throws IOException when the location does not answer, or the thread is interrupted; to be gone on with later
     */
    public Scrub.Report run(Location location) throws IOException {
        takeIn();
        var position = rows.open(location.name());
        var id = position.scrub().id();
        var sm3 = policy.sm3(position.number());
        var pace = policy.pace();
        if (!position.folders()) {
            var after = position.after();
            for (var some = rows.objects(after, AT_ONCE); !some.isEmpty(); some = rows.objects(after, AT_ONCE)) {
                for (var objectId : some) {
                    read(position, location, objectId, sm3, pace);
                    after = objectId;
                }
            }
            rows.nextPhase(id);
        }
        for (var stranger : owners.strangers(MOST_FOLDERS)) {
            read(position, location, stranger, sm3, pace);
        }
        folders(position, location);
        var report = rows.report(id).orElseThrow();
        rows.finish(id, reports.keep(report, location));
        return rows.report(id).orElseThrow();
    }

    private void read(
            ScrubRows.Position position, Location location, String objectId, CopyCheck.Sm3 sm3, CopyCheck.Pace pace)
            throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted");
        }
        if (ledger.isCondemned(objectId)) {
            return;
        }
        var owned = owners.files(objectId);
        var result = store.check(objectId, location, owned, sm3, pace);
        if (!result.faults().isEmpty() && ledger.acknowledged(objectId).isEmpty() && owned.isEmpty()) {
            return;
        }
        rows.read(position.scrub().id(), objectId, result, mend(location, objectId, result, sm3));
    }

    /** {@return which of the faults are good again} */
    private List<Fault> mend(Location location, String objectId, CopyCheck.Result found, CopyCheck.Sm3 sm3)
            throws IOException {
        if (found.faults().isEmpty()) {
            return List.of();
        }
        var lostRow = found.faults().stream().filter(Scrubber::isLostRow).findFirst();
        if (lostRow.isPresent()) {
            restoreRow(location, objectId);
        }
        if (found.faults().stream().anyMatch(fault -> !isRow(fault))) {
            repair(location, objectId, found);
        }
        if (found.faults().stream().anyMatch(Scrubber::isLostEncipheredRow)) {
            learn(objectId);
        }
        var left = store.check(objectId, location, owners.files(objectId), sm3, _ -> {}).faults().stream()
                .map(fault -> fault.kind() + fault.path())
                .toList();
        return found.faults().stream()
                .filter(fault -> !left.contains(fault.kind() + fault.path()))
                .toList();
    }

    private static boolean isLostRow(Fault fault) {
        return fault.kind() == Kind.ROW_MISSING && fault.path().isEmpty();
    }

    private static boolean isLostEncipheredRow(Fault fault) {
        return fault.kind() == Kind.ROW_MISSING && fault.detail().equals(CopyCheck.ENCIPHERED_ROW);
    }

    private void learn(String objectId) {
        try {
            store.learn(objectId);
        } catch (Damaged | Unavailable unusable) {
            LOG.log(Level.WARNING, "the ledger cannot learn the files of " + objectId, unusable);
        }
    }

    private static boolean isRow(Fault fault) {
        return fault.kind() == Kind.ROW_MISSING || fault.kind() == Kind.ROW_DIFFERS;
    }

    /** The ledger learns again what the object says of itself, which its own digests vouch for. */
    private void restoreRow(Location location, String objectId) throws IOException {
        try {
            var inventory = Inventory.read(location, Layout.folder(objectId));
            ledger.takeIn(objectId, new Ledger.Acknowledged(inventory.head(), inventory.sha512()));
        } catch (NoSuchFileException | Damaged unusable) {
            LOG.log(Level.WARNING, "the ledger cannot learn " + objectId + " from " + location.place(), unusable);
        }
    }

    private void repair(Location location, String objectId, CopyCheck.Result found) {
        var why = found.faults().stream()
                .map(fault -> fault.kind() + " " + fault.path())
                .limit(5)
                .toList();
        ledger.broken(location.name(), objectId, String.join(", ", why));
        try {
            store.mend(objectId, location);
        } catch (Damaged nowhere) {
            LOG.log(Level.ERROR, "no good copy of " + objectId, nowhere);
            ledger.lost(location.name(), objectId, String.valueOf(nowhere.getMessage()));
        } catch (Unavailable silent) {
            LOG.log(Level.WARNING, "not made whole: " + objectId, silent);
            ledger.tried(location.name(), objectId);
        }
    }

    /** Folders that no row speaks of. What is just being written is asked about again at the end. */
    private void folders(ScrubRows.Position position, Location location) throws IOException {
        var strange = new ArrayList<String>();
        location.forEachObject(folder -> {
            if (strange.size() < MOST_FOLDERS && rows.objectIn(last(folder)).isEmpty()) {
                strange.add(folder);
            }
        });
        for (var folder : strange) {
            if (rows.objectIn(last(folder)).isPresent()
                    || location.files(folder).isEmpty()) {
                continue;
            }
            stray(position, location, folder);
        }
    }

    private void stray(ScrubRows.Position position, Location location, String folder) throws IOException {
        var scrub = position.scrub().id();
        try {
            var inventory = Inventory.read(location, folder);
            if (!ledger.isCondemned(inventory.id())) {
                rows.find(scrub, inventory.id(), new Fault(Kind.STRAY, "", folder), false);
            }
        } catch (NoSuchFileException | Damaged unusable) {
            rows.find(scrub, folder, new Fault(Kind.STRAY, "", String.valueOf(unusable.getMessage())), false);
        }
    }

    private static String last(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** Makes copies whole that are known to be broken; {@return how many are whole now} */
    public int mendBroken(int size) {
        var mended = 0;
        for (var broken : ledger.toMend(size)) {
            var location = store.locations().stream()
                    .filter(one -> one.name().equals(broken.location()))
                    .findFirst();
            if (location.isPresent() && mended(location.get(), broken.objectId())) {
                mended++;
            }
        }
        return mended;
    }

    private boolean mended(Location location, String objectId) {
        try {
            store.mend(objectId, location);
            return true;
        } catch (Damaged nowhere) {
            ledger.lost(location.name(), objectId, String.valueOf(nowhere.getMessage()));
        } catch (Unavailable silent) {
            LOG.log(Level.DEBUG, location.place() + " is still silent", silent);
        }
        ledger.tried(location.name(), objectId);
        return false;
    }
}

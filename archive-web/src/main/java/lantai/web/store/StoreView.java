package lantai.web.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.key.ItemKeys;
import lantai.storage.LedgerRows;
import lantai.storage.Location;
import lantai.storage.Scrub;
import lantai.storage.s3.Capabilities;
import lantai.web.frame.Page;

/**
 * Where objects lie and what became of reading them again.
 *
 * @param newest the newest reading of each location, by its name
 * @param broken copies to be made whole
 * @param quorum how many locations must hold a version before it is acknowledged
 * @param capabilities what each bucket really does, by the name of its location
 * @param keys of enciphered objects
 */
public record StoreView(
        Page page,
        List<Location> locations,
        Map<String, Scrub> newest,
        List<Scrub> scrubs,
        List<LedgerRows.Broken> broken,
        int quorum,
        Map<String, Capabilities> capabilities,
        Keys keys) {
    /**
     * The keys of enciphered objects.
     *
     * @param objects how many objects are enciphered
     * @param generation of the key-encryption key, 0 while there is none
     */
    public record Keys(ItemKeys.State state, long objects, int generation) {
        static Keys of(StoreDoors doors) {
            var keys = doors.store().keys();
            var state = keys.state();
            return new Keys(
                    state,
                    doors.ledger().encipheredObjects(),
                    state == ItemKeys.State.READY ? keys.generation().orElse(0) : 0);
        }

        /** {@return whether enciphered objects cannot be read} */
        public boolean isMissing() {
            return state == ItemKeys.State.MISSING;
        }
    }

    private static final long MEGABYTE = 1_000_000;

    public StoreView {
        locations = List.copyOf(locations);
        newest = Map.copyOf(newest);
        scrubs = List.copyOf(scrubs);
        broken = List.copyOf(broken);
        capabilities = Map.copyOf(capabilities);
    }

    /** {@return the newest reading of a location} */
    public Optional<Scrub> of(Location location) {
        return Optional.ofNullable(newest.get(location.name()));
    }

    /** {@return what the bucket of a location really does} */
    public Optional<Capabilities> capabilities(Location location) {
        return Optional.ofNullable(capabilities.get(location.name()));
    }

    /** {@return whether some object has no good copy left} */
    public boolean anyLost() {
        return broken.stream().anyMatch(LedgerRows.Broken::lost);
    }

    /** {@return bytes in megabytes} */
    public static long megabytes(Scrub scrub) {
        return scrub.bytes() / MEGABYTE;
    }

    /** {@return how far a reading has come, in per cent} */
    public static long percent(Scrub scrub) {
        return scrub.isDone() || scrub.expected() == 0 ? 100 : Math.min(99, scrub.objects() * 100 / scrub.expected());
    }
}

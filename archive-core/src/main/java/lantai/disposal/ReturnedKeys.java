package lantai.disposal;

import java.util.HashSet;
import lantai.key.ItemKeys;
import org.jdbi.v3.core.Jdbi;

/** Destroys the keys of destroyed records that are there again, because the folder of keys was restored from an older copy. */
public final class ReturnedKeys {
    private final Jdbi jdbi;
    private final ItemKeys keys;

    public ReturnedKeys(Jdbi jdbi, ItemKeys keys) {
        this.jdbi = jdbi;
        this.keys = keys;
    }

    /** {@return how many were destroyed} */
    public int shred() {
        var there = keys.objects();
        if (there.isEmpty()) {
            return 0;
        }
        var destroyed = new HashSet<>(
                jdbi.withHandle(handle -> handle.createQuery("select 'urn:uuid:' || item_id from tombstone")
                        .mapTo(String.class)
                        .list()));
        var returned = there.stream().filter(destroyed::contains).toList();
        returned.forEach(keys::shred);
        return returned.size();
    }
}

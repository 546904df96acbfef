package lantai.search;

import java.util.UUID;

/** One change of the index. Applying it again changes nothing more. */
public sealed interface Change {

    /** {@return the item it is about} */
    UUID id();

    /**
     * The item is as given now, unless the index already knows a newer version of it.
     *
     * @param item the item
     */
    record Put(IndexedItem item) implements Change {
        @Override
        public UUID id() {
            return item.id();
        }
    }

    /**
     * The item is gone.
     *
     * @param id the item
     */
    record Remove(UUID id) implements Change {}
}

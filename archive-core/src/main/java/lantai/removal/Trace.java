package lantai.removal;

import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Something that one feature keeps of an item and that must go when the item is destroyed.
 *
 * <p>The law of a trace: {@link #forget} and {@link #remove} may both come again after a crash and end the same; what another
 * item owns as well is left to it; nothing of a destroyed item is made anew. Whether a trace did its duty is not judged by itself
 * but by a check that looks at its {@link #places}.
 */
public interface Trace {
    /** {@return a stable name, for example {@code pictures}} */
    String name();

    /**
     * Removes the rows of an item, in the transaction in which it ceases to be.
     *
     * @return names of what lies outside of the database; they are kept and given to {@link #remove} afterwards
     */
    List<String> forget(Handle transaction, Condemned item);

    /**
     * Removes what lies outside of the database, after the rows are gone for ever.
     *
     * @param names what {@link #forget} has returned for this item
     * @throws IOException or any unchecked exception to have it tried again later
     */
    void remove(Condemned item, List<String> names) throws IOException;

    /** Does what has to be done once after several items are removed. */
    default void settle() {}

    /** {@return where to look for remains afterwards} */
    List<Place> places();
}

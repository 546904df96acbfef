package lantai.removal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Something that forbids the destruction of items: a hold, a term that has not ended, later a loan or a request.
 *
 * <p>The law of an obstacle: it sees what the transaction sees, it answers for many items in a few queries, and it leaves out
 * the items that it does not mind.
 */
public interface Obstacle {
    /** {@return what forbids the destruction of each of these items now} */
    Map<UUID, List<Hindrance>> against(Handle handle, Set<UUID> items);
}

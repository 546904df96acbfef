package lantai.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import lantai.problem.Unavailable;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/**
 * The entry of an item in the index of this node. The index follows the outbox by itself; this waits until it has read past the
 * end of the item, so that no older change can bring it back.
 */
public final class IndexTrace implements Trace {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final SearchIndex index;

    public IndexTrace(SearchIndex index) {
        this.index = index;
    }

    @Override
    public String name() {
        return "index";
    }

    /** {@inheritDoc} The name is the number of the transaction, which is a position in the outbox. */
    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return List.of(transaction
                .createQuery("select cast(pg_current_xact_id() as text)")
                .mapTo(String.class)
                .one());
    }

    @Override
    public void remove(Condemned item, List<String> names) {
        var end = names.stream().mapToLong(Long::parseLong).max().orElse(0);
        var deadline = System.nanoTime() + PATIENCE;
        while (index.committedPosition() < end) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new Unavailable(SearchProblem.INDEX_BEHIND, end);
            }
            LockSupport.parkNanos(GLANCE);
        }
    }

    @Override
    public void settle() {
        index.expunge();
    }

    @Override
    public List<Place> places() {
        return List.of(new Place.Register("index", this::known));
    }

    private Set<UUID> known(Set<UUID> items) {
        var known = new HashSet<UUID>();
        index.forEachVersion((id, _) -> {
            if (items.contains(id)) {
                known.add(id);
            }
        });
        return known;
    }
}

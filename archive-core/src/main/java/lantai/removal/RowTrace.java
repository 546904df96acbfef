package lantai.removal;

import java.util.List;
import java.util.Set;
import lantai.record.ItemRegister;
import org.jdbi.v3.core.Handle;

/** The rows of an item itself: its description, components and pages. */
public final class RowTrace implements Trace {
    private final ItemRegister items;

    public RowTrace(ItemRegister items) {
        this.items = items;
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        items.erase(transaction, item.id());
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(
                new Place.Kept("audit_entry", "audit"),
                new Place.Kept("outbox", "outbox"),
                new Place.Owner("items", RowTrace::owned));
    }

    private static Set<String> owned(Handle handle, Set<String> sha256) {
        return Set.copyOf(handle.createQuery("select distinct sha256 from component where sha256 = any (:contents)")
                .bindArray("contents", String.class, sha256.toArray())
                .mapTo(String.class)
                .list());
    }
}

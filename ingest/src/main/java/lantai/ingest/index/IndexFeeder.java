package lantai.ingest.index;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import lantai.person.PersonRegister;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.search.Change;
import lantai.search.IndexedItem;
import lantai.search.SearchIndex;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Feeds the index of this node from the outbox. A position is the number of a transaction: only transactions that no
 * running one can precede are read, so that none is passed over. Used by one thread.
 */
public final class IndexFeeder {
    private static final int BATCH = 100;
    private static final long COMMIT_PAUSE_NANOS = 1_000_000_000L;

    private final Jdbi jdbi;
    private final ItemRegister items;
    private final PersonRegister persons;
    private final ItemTexts texts;
    private final SearchIndex index;
    private long position;
    private long committedAt = System.nanoTime();

    public IndexFeeder(Jdbi jdbi, ItemRegister items, PersonRegister persons, ItemTexts texts, SearchIndex index) {
        this.jdbi = jdbi;
        this.items = items;
        this.persons = persons;
        this.texts = texts;
        this.index = index;
        this.position = index.committedPosition();
    }

    /**
     * Takes in what has been filed or changed since the last call and shows it. It is made safe on the disk at most once a
     * second, because a forced write for each few items costs more than they do; after a crash it is taken in again.
     *
     * @return how many items, 0 when there was nothing
     */
    public int feed() {
        var orders = jdbi.withHandle(this::next);
        if (orders.isEmpty()) {
            commitWhenDue();
            return 0;
        }
        List<Change> changes = new ArrayList<>();
        for (var id : orders.stream().map(Order::item).distinct().toList()) {
            changes.add(jdbi.withHandle(handle -> items.find(handle, id)
                    .<Change>map(item -> new Change.Put(indexed(handle, item)))
                    .orElseGet(() -> new Change.Remove(id))));
        }
        var last = orders.getLast().transaction();
        Faults.before(FaultPoint.INDEX);
        index.apply(changes, last);
        position = last;
        Faults.after(FaultPoint.INDEX);
        index.refresh();
        commitWhenDue();
        return changes.size();
    }

    private void commitWhenDue() {
        var now = System.nanoTime();
        if (index.committedPosition() < position && now - committedAt >= COMMIT_PAUSE_NANOS) {
            index.commit();
            committedAt = now;
        }
    }

    /** Whole transactions, so that a position never falls into the middle of one. */
    private List<Order> next(Handle handle) {
        return handle.createQuery("""
                        with ready as (
                            select id, cast(cast(xid as text) as bigint) as transaction, item_id from outbox
                            where xid > cast(cast(:position as text) as xid8)
                              and xid < pg_snapshot_xmin(pg_current_snapshot())
                            order by xid fetch first :limit rows with ties)
                        select transaction, item_id from ready order by transaction, id
                        """)
                .bind("position", position)
                .bind("limit", BATCH)
                .map((row, _) -> new Order(row.getLong("transaction"), row.getObject("item_id", UUID.class)))
                .list();
    }

    private IndexedItem indexed(Handle handle, Item item) {
        var names = item.insuredPersonId().stream()
                .map(person -> persons.get(handle, person).name())
                .filter(name -> !name.isEmpty())
                .toList();
        return new IndexedItem(
                item.id(),
                item.referenceCode().text(),
                item.title(),
                item.category().name(),
                item.year(),
                item.kind(),
                item.kindName(),
                item.responsible(),
                item.documentNumber(),
                item.dated(),
                item.departmentId(),
                item.insuredPersonId(),
                item.isPersonal(),
                names,
                texts.pages(item, items.pages(handle, item.id())),
                item.version());
    }

    private record Order(long transaction, UUID item) {}
}

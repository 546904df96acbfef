package lantai.stacks;

import java.util.List;
import java.util.UUID;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** What says in which box an item lies: a destroyed item leaves its box. */
public final class BoxTrace implements Trace {
    @Override
    public String name() {
        return "boxes";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        transaction
                .createQuery("delete from box_content where item_id = :item returning box_id")
                .bind("item", item.id())
                .mapTo(UUID.class)
                .forEach(box -> BoxDesk.renumber(transaction, box));
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of();
    }
}

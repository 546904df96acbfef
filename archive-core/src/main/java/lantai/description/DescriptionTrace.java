package lantai.description;

import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/**
 * What was ever said of an item, its relations, its rows in edits of many, and the work still ordered to write it down. Other records keep in their own history that they
 * were related to its code, as they may: the code stays in the tombstone.
 */
public final class DescriptionTrace implements Trace {
    @Override
    public String name() {
        return "descriptions";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        for (var rows : List.of(
                "description_version where item_id",
                "item_relation where item_id",
                "item_relation where other_id",
                "bulk_edit_item where item_id")) {
            transaction
                    .createUpdate("delete from " + rows + " = :item")
                    .bind("item", item.id())
                    .execute();
        }
        transaction
                .createUpdate("delete from scheduled_tasks where task_instance = :item")
                .bind("item", item.id().toString())
                .execute();
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of();
    }
}

package lantai.volume;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/**
 * The line of an item in its volume. A destroyed item leaves it with its code and pages, so that the numbers of the others stay;
 * steps that could bring it back are forgotten. Comes before the item's own rows go.
 */
public final class VolumeTrace implements Trace {
    private final InstantSource clock;

    public VolumeTrace(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "volumes";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        transaction
                .createUpdate("""
                        update volume_item l set gone_at = :now, gone_code = i.reference_code, gone_pages = i.page_count
                        from item i where i.id = :item and l.item_id = i.id
                        """)
                .bind("item", item.id())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        transaction
                .createUpdate("delete from volume_undo where :item = any (items) or volume_id ="
                        + " (select volume_id from volume_item where item_id = :item)")
                .bind("item", item.id())
                .execute();
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(new Place.Kept("volume_item", "volume"));
    }
}

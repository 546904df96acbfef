package lantai.ingest.catalogue;

import java.nio.file.Path;
import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** What the catalogue said of an item beside its description, and what lies of catalogues that are still looked at. */
public final class EntryTrace implements Trace {
    private final Path root;

    /** @param root the folder of catalogues that are looked at */
    public EntryTrace(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        for (var table : List.of("catalogue_entry", "catalogue_row")) {
            transaction
                    .createUpdate("delete from " + table + " where item_id = :item")
                    .bind("item", item.id())
                    .execute();
        }
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(new Place.Folder("catalogues", root));
    }
}

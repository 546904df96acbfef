package lantai.removal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Handle;

/** The OCFL object of an item, with all its versions: masters, text, metadata, events. */
public final class ObjectTrace implements Trace {
    private final ArchivalStore store;
    private final Path root;
    private final Path work;

    /**
     * @param root where the objects lie
     * @param work where versions are put together
     */
    public ObjectTrace(ArchivalStore store, Path root, Path work) {
        this.store = store;
        this.root = root;
        this.work = work;
    }

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) throws IOException {
        store.remove(item.objectId());
    }

    @Override
    public List<Place> places() {
        return List.of(new Place.Folder("objects", root), new Place.Folder("objects-work", work));
    }
}

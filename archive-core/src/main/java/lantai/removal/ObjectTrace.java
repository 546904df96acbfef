package lantai.removal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lantai.record.Item;
import lantai.storage.ArchivalStore;
import lantai.storage.Location;
import org.jdbi.v3.core.Handle;

/** The OCFL object of an item, with all its versions: masters, text, metadata, events, and the key of an enciphered one. */
public final class ObjectTrace implements Trace {
    private final ArchivalStore store;
    private final List<Path> folders;

    /** @param folders of this machine where the store keeps files for a while */
    public ObjectTrace(ArchivalStore store, List<Path> folders) {
        this.store = store;
        this.folders = List.copyOf(folders);
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
        var keys = new Place.Register(
                "item-keys",
                items -> items.stream()
                        .filter(item -> store.keys().holds(Item.objectIdOf(item)))
                        .collect(Collectors.toUnmodifiableSet()));
        return Stream.concat(
                        Stream.concat(
                                Stream.of(keys), store.locations().stream().map(ObjectTrace::place)),
                        folders.stream().map(folder -> new Place.Folder("objects-work", folder)))
                .toList();
    }

    private static Place place(Location location) {
        return switch (location.kind()) {
            case FOLDER -> new Place.Folder("objects", Path.of(location.place()));
            case S3 ->
                new Place.Register(
                        "objects",
                        items -> items.stream()
                                .filter(item -> isThere(location, item))
                                .collect(Collectors.toUnmodifiableSet()));
        };
    }

    private static boolean isThere(Location location, UUID item) {
        try {
            return location.holds(Item.objectIdOf(item));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

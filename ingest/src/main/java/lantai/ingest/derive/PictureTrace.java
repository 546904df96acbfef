package lantai.ingest.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantai.record.Component;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** Pictures of an item's pages and their thumbnails. They are kept by content, so those that another item shows stay. */
public final class PictureTrace implements Trace {
    private final Path folder;

    /** @param folder where {@link PagePictures} keeps them */
    public PictureTrace(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "pictures";
    }

    /** {@inheritDoc} The names are the contents that no other item holds. */
    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return item.components().stream()
                .map(Component::fixity)
                .map(fixity -> fixity.sha256())
                .distinct()
                .filter(sha256 -> isAlone(transaction, item, sha256))
                .toList();
    }

    private static boolean isAlone(Handle transaction, Condemned item, String sha256) {
        return transaction
                .createQuery("""
                        select not exists (select 1 from component where sha256 = :sha256 and item_id <> :item)
                        """)
                .bind("sha256", sha256)
                .bind("item", item.id())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void remove(Condemned item, List<String> names) throws IOException {
        for (var sha256 : names) {
            var pictures = folder.resolve(sha256.substring(0, 2)).resolve(sha256);
            if (Files.exists(pictures)) {
                try (var walk = Files.walk(pictures)) {
                    for (var path : walk.toList().reversed()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        }
    }

    @Override
    public List<Place> places() {
        return List.of(new Place.Folder("derivatives", folder));
    }
}

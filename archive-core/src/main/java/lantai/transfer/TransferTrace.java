package lantai.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/**
 * What a transfer keeps of a record: the lists and the answers of the archives stay, they say where it is; its package in the folder of
 * packages goes.
 */
public final class TransferTrace implements Trace {
    private final Path root;

    /** @param root the folder in which packages lie */
    public TransferTrace(Path root) {
        this.root = root;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return transaction
                .createQuery("""
                        select l.number || '/' || e.path from transfer_entry e join transfer_list l on l.id = e.list_id
                        where e.item_id = :item and e.path <> ''
                        """)
                .bind("item", item.id())
                .mapTo(String.class)
                .list();
    }

    @Override
    public void remove(Condemned item, List<String> names) throws IOException {
        for (var name : names) {
            var file = root.resolve(name).normalize();
            if (file.startsWith(root)) {
                Files.deleteIfExists(file);
                Folder.delete(Medium.beside(file));
            }
        }
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place.Kept("transfer_entry", "transfer"),
                new Place.Kept("transfer_receipt", "transfer"),
                new Place.Folder("transfers", root));
    }
}

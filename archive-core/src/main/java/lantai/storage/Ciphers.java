package lantai.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lantai.cipher.CipherFile;
import lantai.cipher.ItemKey;
import lantai.key.ItemKeys;
import lantai.problem.Damaged;

/** Opens what lies enciphered; what does not is handed on as it is. */
final class Ciphers {
    private final Retrieval retrieval;
    private final ItemKeys keys;
    private final OpenedFiles opened;

    Ciphers(Retrieval retrieval, ArchivalStore.Secrets secrets) {
        this.retrieval = retrieval;
        this.keys = secrets.keys();
        this.opened = new OpenedFiles(secrets.opened(), secrets.openedBytes(), secrets.openedFor());
    }

    ItemKeys keys() {
        return keys;
    }

    OpenedFiles opened() {
        return opened;
    }

    StoredBytes bytes(String objectId, Retrieval.Stored stored) {
        return stored.enciphered()
                ? enciphered(objectId, stored, keys.find(objectId))
                : new StoredBytes.Plain(stored.file());
    }

    private static StoredBytes.Enciphered enciphered(String objectId, Retrieval.Stored stored, ItemKey key) {
        return new StoredBytes.Enciphered(stored.file(), new CipherFile.Place(objectId, stored.name()), key);
    }

    /** {@return a file that can be read as it is}, opened for a while when it lies enciphered */
    Path path(String objectId, Retrieval.Stored stored) {
        if (!stored.enciphered()) {
            return stored.file();
        }
        try {
            return opened.open(
                    Layout.folder(objectId), stored.sha512(), enciphered(objectId, stored, keys.find(objectId)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the logical paths of an object}; masters of an enciphered one say theirs only to those who have the key */
    List<String> paths(String objectId, Inventory inventory) {
        if (!inventory.isEnciphered()) {
            return inventory.state().keySet().stream().sorted().toList();
        }
        var paths = new ArrayList<String>();
        for (var name : inventory.state().keySet()) {
            if (Encipherment.isRenamed(name)) {
                paths.add(about(objectId, name).path());
            } else if (!name.equals(Encipherment.FILE)) {
                paths.add(name);
            }
        }
        return paths.stream().sorted().toList();
    }

    private Sealing.About about(String objectId, String name) {
        var key = keys.find(objectId);
        var place = new CipherFile.Place(objectId, name);
        try {
            try {
                return Sealing.About.read(
                        CipherFile.about(retrieval.start(objectId, name, CipherFile.MOST_OF_ABOUT), place, key));
            } catch (Damaged notAtTheFirst) {
                return enciphered(objectId, retrieval.file(objectId, name), key).about();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

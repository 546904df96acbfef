package lantai.ingest.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.ingest.filing.ItemDocument;
import lantai.record.Encryption;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.storage.ArchivalStore;
import lantai.storage.Encipherment;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes the objects of entries, one by one after they have become visible, so that the store alone tells of every record, also of
 * those whose pages are not there yet. An entry whose object is still to be written has object version 0.
 */
public final class EntryObjects {
    private static final String FILE = "metadata.json";

    private final Jdbi jdbi;
    private final ItemRegister items;
    private final Entries entries;
    private final ArchivalStore store;
    private final Encryption encryption;
    private final Path temporary;

    public EntryObjects(
            Jdbi jdbi,
            ItemRegister items,
            Entries entries,
            ArchivalStore store,
            Encryption encryption,
            Path temporary) {
        this.jdbi = jdbi;
        this.items = items;
        this.entries = entries;
        this.store = store;
        this.encryption = encryption;
        this.temporary = temporary;
    }

    /**
     * Writes some of the objects that are missing.
     *
     * @return how many, 0 when none was missing
     * @throws IOException when one cannot be put together; it is tried again at the next call
     */
    public int write(int atMost) throws IOException {
        var written = 0;
        while (written < atMost && jdbi.inTransaction(this::writeNext)) {
            written++;
        }
        return written;
    }

    /** Holds the item while its object is written, so that nobody destroys or describes it meanwhile. */
    private boolean writeNext(Handle transaction) throws IOException {
        var next = transaction.createQuery("""
                        select id from item i where object_version = 0
                          and not exists (select 1 from document d where d.id = i.id)
                        order by filed_at, id limit 1 for update skip locked
                        """).mapTo(UUID.class).findOne();
        if (next.isEmpty()) {
            return false;
        }
        var item = items.get(transaction, next.get());
        write(item, beside(transaction, item.id()), encryption.order(transaction, item));
        items.storedAs(transaction, item.id(), 1);
        return true;
    }

    /** {@return what the catalogue says of an item beside its description, as it stands in its object} */
    public Map<String, Object> beside(Handle handle, UUID item) {
        var beside = new LinkedHashMap<String, Object>();
        entries.find(handle, item).ifPresent(entry -> {
            beside.put("personName", entry.personName());
            beside.put("note", entry.note());
            entry.pages().ifPresent(pages -> beside.put("cataloguedPages", pages));
            beside.put("catalogueImport", entry.importId().toString());
        });
        return beside;
    }

    private void write(Item item, Map<String, Object> beside, Optional<Encipherment.Order> order) throws IOException {
        var file = Files.createTempFile(temporary, "entry", ".json");
        try {
            Files.writeString(
                    file, ItemDocument.of(item, List.of(), List.of(), beside).json(), StandardCharsets.UTF_8);
            store.put(
                    item.objectId(),
                    List.of(new ArchivalStore.Part(file, FILE, FixityDigest.of(file))),
                    order,
                    "catalogue entry",
                    item.filedBy(),
                    item.filedAt());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

package lantai.ingest.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.Renumbering;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes the changed place of an item, and how it was judged since, into its object: a new version with another {@code metadata.json}, everything else as it
 * was. Cut off anywhere, it is done again and ends the same.
 */
public final class DescriptionWork {
    private static final String FILE = "metadata.json";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Jdbi jdbi;
    private final ItemRegister items;
    private final Renumbering renumbering;
    private final ArchivalStore store;
    private final Path temporary;
    private final InstantSource clock;

    public DescriptionWork(
            Jdbi jdbi,
            ItemRegister items,
            Renumbering renumbering,
            ArchivalStore store,
            Path temporary,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.items = items;
        this.renumbering = renumbering;
        this.store = store;
        this.temporary = temporary;
        this.clock = clock;
    }

    /**
     * Brings the object of an item up to date.
     *
     * @throws IOException when it cannot be written; to be tried again
     */
    public void run(UUID id) throws IOException {
        var item = jdbi.withHandle(handle -> items.get(handle, id));
        var history = jdbi.withHandle(handle -> renumbering.history(handle, id));
        var former = jdbi.withHandle(handle -> items.formerCodes(handle, id));
        var before = JSON.readTree(store.file(item.objectId(), FILE).toFile());
        var after = described(before, item, former);
        if (!after.equals(before)) {
            var by = history.isEmpty()
                    ? item.filedBy()
                    : history.getLast().decidedBy().orElse(item.filedBy());
            write(item, after, by);
        }
        var version = store.version(item.objectId());
        jdbi.useTransaction(transaction -> items.storedAs(transaction, id, version));
    }

    private void write(Item item, ObjectNode metadata, String by) throws IOException {
        var file = Files.createTempFile(temporary, "metadata", ".json");
        try {
            Files.writeString(file, JSON.writeValueAsString(metadata), StandardCharsets.UTF_8);
            store.add(
                    item.objectId(),
                    List.of(new ArchivalStore.Part(file, FILE, FixityDigest.of(file))),
                    "described anew",
                    by,
                    clock.instant());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static ObjectNode described(JsonNode before, Item item, List<String> former) {
        var after = (ObjectNode) before.deepCopy();
        after.put("referenceCode", item.referenceCode().text());
        after.put("category", item.category().name());
        after.put("categoryName", item.category().chinese());
        after.put("year", item.year());
        after.put("retention", item.retention().code());
        after.put("personal", item.isPersonal());
        if (!former.isEmpty()) {
            var codes = after.putArray("formerReferenceCodes");
            former.forEach(codes::add);
        }
        return after;
    }
}

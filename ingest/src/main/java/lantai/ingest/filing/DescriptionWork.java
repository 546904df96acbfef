package lantai.ingest.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lantai.description.DescriptionPolicy;
import lantai.description.DescriptionRows;
import lantai.description.DescriptionRule;
import lantai.description.DescriptionVersion;
import lantai.photo.PhotoGroups;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.Origin;
import lantai.record.Renumbering;
import lantai.storage.ArchivalStore;
import lantai.storage.FixityDigest;
import lantai.transfer.CustodyRegister;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes what has changed in the description of an item into its object: for each version of the description, for a renumbering,
 * for another judgement on personal data and for a transfer to the archives, a version of the object with another {@code metadata.json} and one event more in {@code premis.xml}; masters and all
 * else stay as they were. Cut off anywhere, it is done again and ends the same.
 */
public final class DescriptionWork {
    static final String METADATA = "metadata.json";
    private static final String EVENTS = "premis.xml";
    private static final String MODIFIED = "metadata modification";
    private static final String VERSION = "descriptionVersion";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final DescriptionRows descriptions = new DescriptionRows();
    private final CustodyRegister custodies = new CustodyRegister();
    private final PhotoGroups groups = new PhotoGroups();
    private final Doors doors;
    private final InstantSource clock;

    /**
     * The doors that the work goes through.
     *
     * @param temporary where files are put together
     */
    public record Doors(
            Jdbi jdbi,
            ItemRegister items,
            Renumbering renumbering,
            DescriptionPolicy policy,
            ArchivalStore store,
            Path temporary) {}

    public DescriptionWork(Doors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /** What one version of the object is about. */
    private record Change(ObjectNode metadata, String event, String message, String by, Instant at) {}

    /**
     * Brings the object of an item up to date; of one that was destroyed meanwhile there is none. The item is locked, so that it is
     * not destroyed while its object is being written.
     *
     * @throws IOException when it cannot be written; to be tried again
     */
    public void run(UUID id) throws IOException {
        doors.jdbi().useTransaction(transaction -> {
            if (doors.items().find(transaction, id).isPresent()) {
                run(transaction, doors.items().lock(transaction, id));
            }
        });
    }

    private void run(Handle transaction, Item item) throws IOException {
        var rule = doors.policy().rule(transaction);
        for (var version : descriptions.unwritten(transaction, item.id())) {
            var before = metadata(item);
            if (before.path(VERSION).asLong() < version.number()) {
                var place = placed(before, item, doors.items().formerCodes(transaction, item.id()));
                var after = described(place, version, rule);
                write(
                        item,
                        new Change(
                                after,
                                MODIFIED,
                                "described: version " + version.number(),
                                version.writtenBy(),
                                version.writtenAt()));
            }
            descriptions.written(
                    transaction, item.id(), version.number(), doors.store().version(item.objectId()));
        }
        placedAnew(transaction, item);
        groupedAnew(transaction, item);
        handedOver(transaction, item);
        doors.items().storedAs(transaction, item.id(), doors.store().version(item.objectId()));
    }

    private void placedAnew(Handle transaction, Item item) throws IOException {
        var before = metadata(item);
        var after = placed(before, item, doors.items().formerCodes(transaction, item.id()));
        if (!after.equals(before)) {
            var history = doors.renumbering().history(transaction, item.id());
            var by = history.isEmpty()
                    ? item.filedBy()
                    : history.getLast().decidedBy().orElse(item.filedBy());
            write(item, new Change(after, MODIFIED, "described anew", by, clock.instant()));
        }
    }

    /** Each photo tells of its group as it is described now. */
    private void groupedAnew(Handle transaction, Item item) throws IOException {
        var before = metadata(item);
        var after = (ObjectNode) before.deepCopy();
        var group = groups.of(transaction, item.id());
        if (group.isPresent()) {
            after.set(ItemDocument.GROUP, JSON.valueToTree(ItemDocument.group(group.get())));
        } else {
            after.remove(ItemDocument.GROUP);
        }
        if (!after.equals(before)) {
            var by = group.map(found ->
                            groups.versions(transaction, found.id()).getFirst().writtenBy())
                    .orElse(item.filedBy());
            write(item, new Change(after, MODIFIED, "photo group described", by, clock.instant()));
        }
    }

    /** That the archives keep the record now, once for each time it changed hands. */
    private void handedOver(Handle transaction, Item item) throws IOException {
        var custody = custodies.of(transaction, item.id());
        var before = metadata(item);
        if (custody.isEmpty()
                || before.path("custody")
                        .path("list")
                        .asText("")
                        .equals(custody.get().number())) {
            return;
        }
        var now = custody.get();
        var after = (ObjectNode) before.deepCopy();
        after.putObject("custody")
                .put("archive", now.archive())
                .put("list", now.number())
                .put("on", now.on().toString())
                .put("receipt", now.receipt());
        write(
                item,
                new Change(
                        after,
                        "transfer",
                        "custody passed to " + now.archive() + " by " + now.number(),
                        "system",
                        now.since()));
    }

    private JsonNode metadata(Item item) throws IOException {
        try (var in = doors.store().read(item.objectId(), METADATA)) {
            return JSON.readTree(in);
        }
    }

    private String events(Item item) throws IOException {
        try (var in = doors.store().read(item.objectId(), EVENTS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(Item item, Change change) throws IOException {
        var folder = Files.createTempDirectory(doors.temporary(), "description");
        var parts = new ArrayList<ArchivalStore.Part>();
        try {
            parts.add(part(folder, METADATA, JSON.writeValueAsString(change.metadata())));
            var events = events(item);
            parts.add(part(
                    folder, EVENTS, PremisEvents.and(events, item, change.event(), change.message(), change.at())));
            doors.store().add(item.objectId(), parts, change.message(), change.by(), change.at());
        } finally {
            for (var part : parts) {
                Files.deleteIfExists(part.source());
            }
            Files.deleteIfExists(folder);
        }
    }

    private static ArchivalStore.Part part(Path folder, String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        return new ArchivalStore.Part(file, name, FixityDigest.of(file));
    }

    private static ObjectNode placed(JsonNode before, Item item, List<String> former) {
        var after = (ObjectNode) before.deepCopy();
        after.put("referenceCode", item.referenceCode().text());
        after.put("category", item.category().name());
        after.put("categoryName", item.category().chinese());
        after.put("year", item.year());
        after.put("retention", item.retention().code());
        after.put("personal", item.isPersonal());
        if (item.origin() != Origin.UNKNOWN) {
            after.put("origin", item.origin().name());
        } else {
            after.remove("origin");
        }
        if (!former.isEmpty()) {
            var codes = after.putArray("formerReferenceCodes");
            former.forEach(codes::add);
        }
        return after;
    }

    /** Every element with its name, so that the object tells about itself; those that filing wrote stay in their old places too. */
    private static ObjectNode described(JsonNode before, DescriptionVersion version, DescriptionRule rule) {
        var after = (ObjectNode) before.deepCopy();
        var said = version.description();
        put(after, "title", said.value("title"));
        put(after, "documentNumber", said.value("document-number"));
        put(after, "responsible", said.value("responsible"));
        put(after, "date", said.value("date").matches("\\d{4}-\\d{2}-\\d{2}") ? said.value("date") : "");
        put(after, "amount", said.value("amount"));
        after.put(VERSION, version.number());
        after.put("describedBy", version.writtenBy());
        after.put("describedAt", version.writtenAt().toString());
        after.put("describedBecause", version.reason());
        var elements = after.putArray("elements");
        said.values()
                .forEach((code, value) -> elements.addObject()
                        .put("element", code)
                        .put("name", rule.name(code))
                        .put("value", value));
        var relations = after.putArray("relations");
        said.relations()
                .forEach(relation -> relations
                        .addObject()
                        .put("kind", relation.kind().name())
                        .put("name", relation.kind().chinese())
                        .put("referenceCode", relation.referenceCode()));
        return after;
    }

    private static void put(ObjectNode object, String name, String value) {
        if (value.isEmpty()) {
            object.remove(name);
        } else {
            object.put(name, value);
        }
    }
}

package lantai.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import lantai.classification.Category;
import lantai.description.Relation;
import lantai.description.RelationKind;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemPage;
import lantai.record.Origin;
import lantai.record.Privacy;
import lantai.record.ReferenceCode;
import lantai.retention.RetentionPeriod;
import lantai.storage.ArchivalStore;
import lantai.storage.Fixity;

/** The {@code metadata.json} of a record as docs/schema/metadata-1.json describes it, read back. */
record ItemFile(JsonNode json) {
    static final String NAME = "metadata.json";
    private static final String SCHEMA = "lantai-metadata-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads what a version of an object says.
     *
     * @throws IOException when it is not there or not what the schema says
     */
    static ItemFile read(ArchivalStore store, String objectId, int version) throws IOException {
        JsonNode json;
        try (var in = store.read(objectId, version, NAME)) {
            json = JSON.readTree(in);
        }
        if (!json.path("schema").asText().equals(SCHEMA)) {
            throw new IOException("metadata.json is not of schema " + SCHEMA);
        }
        return new ItemFile(json);
    }

    /**
     * The record.
     *
     * @param objectVersion the version of the object that this is
     * @throws IllegalArgumentException when it says what cannot be
     */
    Item item(int objectVersion) {
        return new Item(
                UUID.fromString(text("id")),
                new ReferenceCode(text("referenceCode")),
                text("fonds"),
                Category.valueOf(text("category")),
                text("kind"),
                text("kindName"),
                json.path("year").asInt(),
                RetentionPeriod.parse(text("retention")).orElseThrow(IllegalArgumentException::new),
                text("title"),
                text("documentNumber"),
                text("responsible"),
                given("date").map(LocalDate::parse),
                given("department").map(UUID::fromString),
                given("insuredPerson").map(UUID::fromString),
                new Privacy(json.path("personal").asBoolean(true), 0),
                given("origin").map(Origin::valueOf).orElse(Origin.UNKNOWN),
                json.path("pages").size(),
                Item.objectIdOf(UUID.fromString(text("id"))),
                objectVersion,
                Instant.parse(text("filedAt")),
                text("filedBy"),
                Math.max(1, describedIn()) + formerCodes().size());
    }

    List<Component> components() {
        var components = new ArrayList<Component>();
        for (var component : json.path("components")) {
            components.add(new Component(
                    components.size() + 1,
                    component.path("name").asText(),
                    new Fixity(
                            component.path("sha256").asText(),
                            component.path("sm3").asText(),
                            component.path("size").asLong()),
                    component.path("mime").asText(),
                    component.path("puid").asText(""),
                    component.path("format").asText("")));
        }
        return components;
    }

    List<ItemPage> pages() {
        return StreamSupport.stream(json.path("pages").spliterator(), false)
                .map(page -> new ItemPage(
                        page.path("number").asInt(),
                        page.path("component").asInt(),
                        page.path("page").asInt(),
                        page.path("turn").asInt()))
                .toList();
    }

    /** {@return the version of the description that this holds; 0 while it stands as it was filed} */
    long describedIn() {
        return json.path("descriptionVersion").asLong(0);
    }

    List<Relation> relations() {
        return StreamSupport.stream(json.path("relations").spliterator(), false)
                .map(relation -> new Relation(
                        RelationKind.valueOf(relation.path("kind").asText()),
                        relation.path("referenceCode").asText()))
                .toList();
    }

    private List<String> formerCodes() {
        return StreamSupport.stream(json.path("formerReferenceCodes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    String text(String name) {
        return json.path(name).asText("");
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }
}

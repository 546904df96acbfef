package lantai.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lantai.description.Description;
import lantai.description.DescriptionRows;
import lantai.description.DescriptionVersion;
import lantai.description.Mapped;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.storage.ArchivalStore;
import org.jdbi.v3.core.Handle;

/** Brings one record back from its object: what it is, its versions, and what it tells. */
final class ItemLoad {
    private static final String ELEMENTS = "elements";
    private static final String AMOUNT = "amount";

    private final ArchivalStore store;
    private final ItemRegister items = new ItemRegister();
    private final DescriptionRows descriptions = new DescriptionRows();
    private final List<Difference> differences = new ArrayList<>();
    private long versions;

    ItemLoad(ArchivalStore store) {
        this.store = store;
    }

    /** {@return versions of descriptions that came back beside the first ones} */
    long versions() {
        return versions;
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /**
     * Writes the rows of a record.
     *
     * @throws IOException when its object cannot be read
     * @throws IllegalArgumentException when it says what cannot be
     * @throws DateTimeParseException when a date in it is none
     */
    void load(Handle handle, String objectId) throws IOException {
        var head = store.version(objectId);
        var now = ItemFile.read(store, objectId, head);
        var item = known(handle, now.item(head));
        items.add(handle, item, now.components(), now.pages());
        if (now.describedIn() > 0) {
            loadVersions(handle, item, head);
        }
        loadParticulars(handle, item, now.json().path("particulars"));
        loadEntry(handle, item, now);
    }

    /** Whom it is about and where it belongs may be lost with the journal; the record itself is not. */
    private Item known(Handle handle, Item item) {
        var department = item.departmentId().filter(id -> isKnown(handle, item, "department", id));
        var person = item.insuredPersonId().filter(id -> isKnown(handle, item, "insured_person", id));
        return new Item(
                item.id(),
                item.referenceCode(),
                item.fonds(),
                item.category(),
                item.kind(),
                item.kindName(),
                item.year(),
                item.retention(),
                item.title(),
                item.documentNumber(),
                item.responsible(),
                item.dated(),
                department,
                person,
                item.privacy(),
                item.origin(),
                item.pageCount(),
                item.objectId(),
                item.objectVersion(),
                item.filedAt(),
                item.filedBy(),
                item.version());
    }

    private boolean isKnown(Handle handle, Item item, String register, UUID id) {
        var known = handle.createQuery("select exists (select 1 from " + register + " where id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
        if (!known) {
            differences.add(new Difference(
                    Difference.Kind.UNKNOWN_REFERENCE, item.referenceCode().text(), register + ' ' + id));
        }
        return known;
    }

    private void loadVersions(Handle handle, Item item, int head) throws IOException {
        var last = -1L;
        for (var number = 1; number <= head; number++) {
            var said = ItemFile.read(store, item.objectId(), number);
            var described = said.describedIn();
            if (described == last) {
                continue;
            }
            last = described;
            descriptions.add(
                    handle, item.id(), described == 0 ? filed(said, number) : version(said, described, number));
            versions += described == 0 ? 0 : 1;
        }
    }

    /** What the record said when it was filed: its own words, and those that came with it. */
    private static DescriptionVersion filed(ItemFile said, int objectVersion) {
        var item = said.item(objectVersion);
        var values = new TreeMap<>(Mapped.written(item));
        values.putAll(elements(said));
        said.given(AMOUNT).ifPresent(amount -> values.put(AMOUNT, amount));
        return new DescriptionVersion(
                1, new Description(values, List.of()), item.filedBy(), item.filedAt(), "", objectVersion);
    }

    private static DescriptionVersion version(ItemFile said, long number, int objectVersion) {
        return new DescriptionVersion(
                number,
                new Description(elements(said), said.relations()),
                said.text("describedBy"),
                Instant.parse(said.text("describedAt")),
                said.text("describedBecause"),
                objectVersion);
    }

    private static Map<String, String> elements(ItemFile said) {
        var values = new TreeMap<String, String>();
        for (var element : said.json().path(ELEMENTS)) {
            values.put(element.path("element").asText(), element.path("value").asText());
        }
        return values;
    }

    /** Relations stand in the newest versions by codes, so they are tied when all records are there. */
    static long tieAll(Handle handle) {
        return handle.createUpdate("""
                        insert into item_relation (item_id, kind, other_id)
                        select distinct newest.item_id, relation ->> 'kind', other.id
                        from (select distinct on (item_id) item_id, content from description_version
                              order by item_id, number desc) newest
                        cross join lateral jsonb_array_elements(content -> 'relations') relation
                        join (select id, reference_code from item
                              union all
                              select item_id, old_code from code_change where state = 'APPROVED') other
                            on other.reference_code = relation ->> 'referenceCode'
                        where other.id <> newest.item_id
                        on conflict do nothing
                        """).execute();
    }

    private static void loadParticulars(Handle handle, Item item, JsonNode particulars) {
        var rows = handle.prepareBatch("""
                insert into item_particular (item_id, code, value, amount, day, confidence, confirmed, page, place)
                values (:item, :code, :value, :amount, :day, :confidence, :confirmed, :page, cast(:place as jsonb))
                on conflict do nothing
                """);
        for (var particular : particulars) {
            var value = particular.path("value").asText();
            rows.bind("item", item.id())
                    .bind("code", particular.path("particular").asText())
                    .bind("value", value)
                    .bind("amount", value.matches("-?\\d{1,14}\\.\\d{2}") ? new BigDecimal(value) : null)
                    .bind("day", value.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(value) : null)
                    .bind("confidence", particular.path("confidence").asDouble())
                    .bind("confirmed", particular.path("confirmed").asBoolean())
                    .bind(
                            "page",
                            Optional.of(particular.path("page").asInt())
                                    .filter(page -> page > 0)
                                    .orElse(null))
                    .bind("place", particular.has("box") ? particular.get("box").toString() : null)
                    .add();
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    private static void loadEntry(Handle handle, Item item, ItemFile said) {
        var from = said.given("catalogueImport").map(UUID::fromString);
        if (from.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into catalogue_entry (item_id, import_id, row, pages, note, person_name, announced)
                        select :item, id, 0, :pages, :note, :person, true from catalogue_import where id = :import
                        """)
                .bind("item", item.id())
                .bind("import", from.get())
                .bind(
                        "pages",
                        said.json().has("cataloguedPages")
                                ? said.json().get("cataloguedPages").asInt()
                                : null)
                .bind("note", said.text("note"))
                .bind("person", said.text("personName"))
                .execute();
    }
}

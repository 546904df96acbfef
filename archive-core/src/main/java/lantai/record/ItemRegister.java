package lantai.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.classification.Category;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.retention.RetentionPeriod;
import lantai.storage.Fixity;
import org.jdbi.v3.core.Handle;

/**
 * The register of filed items. What a viewer may see is decided before, by {@code lantai.access}; here everything is
 * found.
 */
public final class ItemRegister {
    static final String COLUMNS = "i.id, i.reference_code, i.fonds, i.category, i.kind, i.kind_name, i.year,"
            + " i.retention, i.title, i.document_number, i.responsible, i.dated, i.department_id,"
            + " i.insured_person_id, i.personal, i.personal_rule, i.origin, i.page_count, i.object_id, i.object_version, i.filed_at, i.filed_by, i.version";

    /** Adds an item with its components and pages and announces it to the index. */
    public void add(Handle transaction, Item item, List<Component> components, List<ItemPage> pages) {
        insert(transaction, item, !components.isEmpty());
        insertComponents(transaction, item.id(), components);
        if (!pages.isEmpty()) {
            insertPages(transaction, item.id(), pages);
        }
        announce(transaction, item.id());
    }

    private static void insertComponents(Handle transaction, UUID item, List<Component> components) {
        if (components.isEmpty()) {
            return;
        }
        var rows = transaction.prepareBatch("""
                insert into component (item_id, ordinal, name, sha256, sm3, size, mime, puid, format_name)
                values (:item, :ordinal, :name, :sha256, :sm3, :size, :mime, :puid, :format)
                """);
        for (var component : components) {
            rows.bind("item", item)
                    .bind("ordinal", component.ordinal())
                    .bind("name", component.name())
                    .bind("sha256", component.fixity().sha256())
                    .bind("sm3", component.fixity().sm3())
                    .bind("size", component.fixity().size())
                    .bind("mime", component.mime())
                    .bind("puid", component.puid())
                    .bind("format", component.formatName())
                    .add();
        }
        rows.execute();
    }

    private static void insertPages(Handle transaction, UUID item, List<ItemPage> pages) {
        var rows = transaction.prepareBatch("""
                insert into item_page (item_id, number, component, component_page, turn)
                values (:item, :number, :component, :page, :turn)
                """);
        for (var page : pages) {
            rows.bind("item", item)
                    .bind("number", page.number())
                    .bind("component", page.component())
                    .bind("page", page.componentPage())
                    .bind("turn", page.turn())
                    .add();
        }
        rows.execute();
    }

    /** Writes down how an item was judged and announces it to the index. */
    public void judged(Handle transaction, UUID item, Privacy judgement) {
        transaction
                .createUpdate("update item set personal = :personal, personal_rule = :rule where id = :id")
                .bind("id", item)
                .bind("personal", judgement.personal())
                .bind("rule", judgement.rule())
                .execute();
        announce(transaction, item);
    }

    /** Gives an entry of a catalogue its components and pages and announces it to the index. */
    public void hook(Handle transaction, Item item, List<Component> components, List<ItemPage> pages) {
        insertComponents(transaction, item.id(), components);
        if (!pages.isEmpty()) {
            insertPages(transaction, item.id(), pages);
        }
        transaction
                .createUpdate("""
                        update item set page_count = :pages, object_version = :version, personal = :personal,
                            personal_rule = :rule, origin = :origin, has_files = :files where id = :id
                        """)
                .bind("id", item.id())
                .bind("pages", item.pageCount())
                .bind("version", item.objectVersion())
                .bind("personal", item.privacy().personal())
                .bind("rule", item.privacy().rule())
                .bind("origin", item.origin().name())
                .bind("files", !components.isEmpty())
                .execute();
        announce(transaction, item.id());
    }

    /** Tells the index that an item is new or has changed. */
    public void announce(Handle transaction, UUID item) {
        transaction
                .createUpdate("insert into outbox (item_id, change) values (:item, 'PUT')")
                .bind("item", item)
                .execute();
    }

    /**
     * Takes an item out of the register with its components and pages, and tells the index. Only destruction does so, which
     * leaves a tombstone in its place.
     */
    public void erase(Handle transaction, UUID item) {
        for (var table : List.of("item_page where item_id", "component where item_id", "item where id")) {
            transaction
                    .createUpdate("delete from " + table + " = :item")
                    .bind("item", item)
                    .execute();
        }
        transaction
                .createUpdate("insert into outbox (item_id, change) values (:item, 'REMOVE')")
                .bind("item", item)
                .execute();
    }

    /** {@return the item, if there is one} */
    public Optional<Item> find(Handle handle, UUID id) {
        return handle.createQuery("select " + COLUMNS + " from item i where i.id = :id")
                .bind("id", id)
                .map((row, _) -> item(row))
                .findOne();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Item get(Handle handle, UUID id) {
        return find(handle, id).orElseThrow(() -> new NotFound(RecordProblem.NO_SUCH_ITEM, id));
    }

    /** {@return the item with this code, or that had it before it was renumbered, if there is one} */
    public Optional<Item> find(Handle handle, ReferenceCode code) {
        return handle.createQuery("select " + COLUMNS + """
                         from item i where i.id = coalesce(
                            (select n.id from item n where n.reference_code = :code),
                            (select c.item_id from code_change c where c.old_code = :code and c.state = 'APPROVED'))
                        """)
                .bind("code", code.text())
                .map((row, _) -> item(row))
                .findOne();
    }

    /** {@return the codes that an item had before, the oldest first} */
    public List<String> formerCodes(Handle handle, UUID item) {
        return handle.createQuery("""
                        select old_code from code_change where item_id = :item and state = 'APPROVED' order by decided_at
                        """).bind("item", item).mapTo(String.class).list();
    }

    /**
     * Gives an item the number and the place of an approved renumbering and announces it to the index.
     *
     * @throws Refused when it does not have the old code any more
     */
    void renumber(Handle transaction, CodeChange change, ReferenceCode code) {
        var changed = transaction
                .createUpdate("""
                        update item set reference_code = :code, category = :category, year = :year,
                            retention = :retention, code_class = :codeClass, code_project = :codeProject,
                            code_organisation = :codeOrganisation, code_volume = :codeVolume, code_scope = :codeScope,
                            item_number = :itemNumber, version = version + 1
                        where id = :id and reference_code = :old
                        """)
                .bindMap(CodeColumns.of(code))
                .bind("code", code.text())
                .bind("id", change.item())
                .bind("old", change.oldCode().text())
                .bind("category", change.target().category().name())
                .bind("year", change.target().year())
                .bind("retention", change.target().retention().code())
                .execute();
        if (changed == 0) {
            throw new Refused(RecordProblem.RENUMBERING_DECIDED);
        }
        announce(transaction, change.item());
    }

    /**
     * Takes an item for a change, so that nobody else changes it until the transaction ends.
     *
     * @throws NotFound when there is none
     */
    public Item lock(Handle transaction, UUID id) {
        return transaction
                .createQuery("select " + COLUMNS + " from item i where i.id = :id for update")
                .bind("id", id)
                .map((row, _) -> item(row))
                .findOne()
                .orElseThrow(() -> new NotFound(RecordProblem.NO_SUCH_ITEM, id));
    }

    /**
     * What people say of an item in the register's own columns.
     *
     * @param dated nothing when the day is not known
     */
    public record Words(
            String title, String documentNumber, String responsible, Optional<LocalDate> dated, Origin origin) {}

    /** Gives a locked item other words and announces it to the index. */
    public void describe(Handle transaction, Item item, Words words) {
        transaction
                .createUpdate("""
                        update item set title = :title, document_number = :number, responsible = :responsible,
                            dated = :dated, origin = :origin, version = version + 1
                        where id = :id
                        """)
                .bind("id", item.id())
                .bind("title", words.title())
                .bind("number", words.documentNumber())
                .bind("responsible", words.responsible())
                .bind("dated", words.dated().orElse(null))
                .bind("origin", words.origin().name())
                .execute();
        announce(transaction, item.id());
    }

    /** Writes down how an item came to be, where nobody had looked yet. */
    public void made(Handle transaction, UUID item, Origin origin) {
        transaction
                .createUpdate("update item set origin = :origin where id = :id and origin is null")
                .bind("id", item)
                .bind("origin", origin.name())
                .execute();
    }

    /** Writes down that a newer version of the object holds the description. */
    public void storedAs(Handle transaction, UUID item, int objectVersion) {
        transaction
                .createUpdate("update item set object_version = :version where id = :id")
                .bind("id", item)
                .bind("version", objectVersion)
                .execute();
    }

    /** {@return the items of an insured person by date, undated ones last} */
    public List<Item> ofPerson(Handle handle, UUID person) {
        return handle.createQuery("select " + COLUMNS + """
                         from item i where i.insured_person_id = :person
                        order by coalesce(i.dated, make_date(i.year, 12, 31)), i.reference_code
                        """)
                .bind("person", person)
                .map((row, _) -> item(row))
                .list();
    }

    /** {@return the components of an item in order} */
    public List<Component> components(Handle handle, UUID item) {
        return handle.createQuery("select * from component where item_id = :item order by ordinal")
                .bind("item", item)
                .map((row, _) -> new Component(
                        row.getInt("ordinal"),
                        row.getString("name"),
                        new Fixity(row.getString("sha256"), row.getString("sm3"), row.getLong("size")),
                        row.getString("mime"),
                        row.getString("puid"),
                        row.getString("format_name")))
                .list();
    }

    /** {@return the pages of an item in order} */
    public List<ItemPage> pages(Handle handle, UUID item) {
        return handle.createQuery("select * from item_page where item_id = :item order by number")
                .bind("item", item)
                .map((row, _) -> new ItemPage(
                        row.getInt("number"),
                        row.getInt("component"),
                        row.getInt("component_page"),
                        row.getInt("turn")))
                .list();
    }

    /**
     * Finds one page.
     *
     * @throws NotFound when the item has no such page
     */
    public ItemPage page(Handle handle, UUID item, int number) {
        return pages(handle, item).stream()
                .filter(page -> page.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(RecordProblem.NO_SUCH_PAGE, item, number));
    }

    /** Reads one row whose columns are {@code COLUMNS}. */
    static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getObject("id", UUID.class),
                new ReferenceCode(row.getString("reference_code")),
                row.getString("fonds"),
                Category.valueOf(row.getString("category")),
                row.getString("kind"),
                row.getString("kind_name"),
                row.getInt("year"),
                RetentionPeriod.parse(row.getString("retention")).orElseThrow(),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("responsible"),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                Optional.ofNullable(row.getObject("department_id", UUID.class)),
                Optional.ofNullable(row.getObject("insured_person_id", UUID.class)),
                new Privacy(row.getBoolean("personal"), row.getInt("personal_rule")),
                Optional.ofNullable(row.getString("origin"))
                        .map(Origin::valueOf)
                        .orElse(Origin.UNKNOWN),
                row.getInt("page_count"),
                row.getString("object_id"),
                row.getInt("object_version"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getString("filed_by"),
                row.getLong("version"));
    }

    private static void insert(Handle transaction, Item item, boolean hasFiles) {
        var row = ItemRows.values(item);
        row.put("has_files", hasFiles);
        transaction
                .createUpdate("insert into item (" + ItemRows.columns(row) + ") values (" + ItemRows.places(row) + ')')
                .bindMap(row)
                .execute();
    }
}

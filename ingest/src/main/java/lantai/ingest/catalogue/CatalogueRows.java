package lantai.ingest.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.key.KeyRing;
import lantai.person.IdNumber;
import lantai.policy.Ground;
import lantai.policy.HeldTo;
import lantai.record.Item;
import org.jdbi.v3.core.Handle;

/** The rows of imports that are not visible yet, and what is to be said about them. */
public final class CatalogueRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<CatalogueField, List<String>>> CHANGE = new TypeReference<>() {};

    private final KeyRing keys;

    /** @param keys by which identity numbers are kept encrypted */
    public CatalogueRows(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * One row on its way into the table.
     *
     * @param entry nothing when it is faulty
     * @param item the entry it becomes, or the record that is there already
     */
    record Judged(
            int row,
            RowState state,
            String code,
            String title,
            Optional<Entry> entry,
            Optional<UUID> item,
            Map<CatalogueField, List<String>> change) {}

    void add(Handle transaction, UUID id, List<Judged> judged, List<Finding> findings) {
        if (!judged.isEmpty()) {
            addRows(transaction, id, judged);
        }
        if (!findings.isEmpty()) {
            addFindings(transaction, id, findings);
        }
    }

    private void addRows(Handle transaction, UUID id, List<Judged> judged) {
        var rows = transaction.prepareBatch("""
                insert into catalogue_row (import_id, row, state, item_id, reference_code, title, pages, note,
                    person_name, person_cipher, change)
                values (:import, :row, :state, :item, :code, :title, :pages, :note, :name, :cipher,
                    cast(:change as jsonb))
                """);
        for (var one : judged) {
            rows.bind("import", id)
                    .bind("row", one.row())
                    .bind("state", one.state().name())
                    .bind("item", one.item().orElse(null))
                    .bind("code", one.code())
                    .bind("title", one.title())
                    .bind("pages", one.entry().flatMap(Entry::pages).orElse(null))
                    .bind("note", one.entry().map(Entry::note).orElse(""))
                    .bind("name", one.entry().map(Entry::personName).orElse(""))
                    .bind(
                            "cipher",
                            one.entry()
                                    .flatMap(Entry::personId)
                                    .map(this::sealed)
                                    .orElse(null))
                    .bind("change", CatalogueImports.json(one.change()))
                    .add();
        }
        rows.execute();
    }

    private byte[] sealed(IdNumber number) {
        return keys.encrypt(number.text());
    }

    private static void addFindings(Handle transaction, UUID id, List<Finding> findings) {
        var rows = transaction.prepareBatch("""
                insert into catalogue_finding (import_id, row, ordinal, severity, field, in_column, value, problem, quoted,
                    rule, rule_version)
                values (:import, :row, :ordinal, :severity, :field, :column, :value, :problem, :quoted, :rule, :version)
                """);
        Map<Integer, Integer> ordinals = new HashMap<>();
        for (var finding : findings) {
            rows.bind("import", id)
                    .bind("row", finding.row())
                    .bind("ordinal", ordinals.merge(finding.row(), 1, Integer::sum))
                    .bind("severity", finding.severity().name())
                    .bind("field", finding.field().name())
                    .bind("column", finding.column())
                    .bind("value", finding.value())
                    .bind("problem", finding.problem())
                    .bindArray("quoted", String.class, finding.quoted().toArray())
                    .bind("rule", finding.rule().ground().name())
                    .bind("version", finding.rule().version())
                    .add();
        }
        rows.execute();
    }

    void forget(Handle transaction, UUID id) {
        for (var table : List.of("catalogue_row", "catalogue_finding")) {
            transaction
                    .createUpdate("delete from " + table + " where import_id = :id")
                    .bind("id", id)
                    .execute();
        }
    }

    /** {@return rows by state, and findings by severity} */
    Map<String, Integer> counts(Handle handle, UUID id) {
        var counts = new HashMap<String, Integer>();
        handle.createQuery("""
                        select state as name, count(*) as many from catalogue_row where import_id = :id group by state
                        union all
                        select case severity when 'ERROR' then 'errors' else 'warnings' end, count(*)
                        from catalogue_finding where import_id = :id group by severity
                        """)
                .bind("id", id)
                .map((row, _) -> Map.entry(row.getString("name"), row.getInt("many")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** One page of the rows in a state, in the order of the table. */
    public List<CatalogueRow> in(Handle handle, UUID id, RowState state, int after, int size) {
        return handle.createQuery("""
                        select * from catalogue_row where import_id = :id and state = :state and row > :after
                        order by row limit :size
                        """)
                .bind("id", id)
                .bind("state", state.name())
                .bind("after", after)
                .bind("size", size)
                .map((row, _) -> of(row))
                .list();
    }

    /** One page of the findings, in the order of the table; those of one row are never parted. */
    public List<Finding> findings(Handle handle, UUID id, int after, int size) {
        return handle.createQuery("""
                        select * from catalogue_finding where import_id = :id and row > :after
                        order by row fetch first :size rows with ties
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("size", size)
                .map((row, _) -> finding(row))
                .list();
    }

    /**
     * A row with whom it is about.
     *
     * @param number in clear
     */
    record Personal(int row, UUID item, String name, IdNumber number) {}

    /** {@return the next rows that become entries and are about a person} */
    List<Personal> personal(Handle handle, UUID id, int after, int size) {
        var found = new ArrayList<Personal>();
        handle.createQuery("""
                        select row, item_id, person_name, person_cipher from catalogue_row
                        where import_id = :id and state = 'NEW' and person_cipher is not null and row > :after
                        order by row limit :size
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("size", size)
                .map((row, _) -> new Personal(
                        row.getInt("row"),
                        row.getObject("item_id", UUID.class),
                        row.getString("person_name"),
                        new IdNumber(keys.decrypt(row.getBytes("person_cipher")))))
                .forEach(found::add);
        return found;
    }

    /**
     * What the catalogue says of an item that stays beside its description.
     *
     * @param pages as the catalogue counts them
     */
    record Beside(Optional<Integer> pages, String note, String personName) {
        static final Beside NOTHING = new Beside(Optional.empty(), "", "");
    }

    /** {@return what stays beside the description of items that are entries, by item} */
    Map<UUID, Beside> beside(Handle handle, List<Item> items) {
        var found = new HashMap<UUID, Beside>();
        handle.createQuery("select item_id, pages, note, person_name from catalogue_entry where item_id = any (:items)")
                .bindArray("items", UUID.class, items.stream().map(Item::id).toArray())
                .map((row, _) -> Map.entry(
                        row.getObject("item_id", UUID.class),
                        new Beside(
                                Optional.ofNullable(row.getObject("pages", Integer.class)),
                                row.getString("note"),
                                row.getString("person_name"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private static CatalogueRow of(ResultSet row) throws SQLException {
        return new CatalogueRow(
                row.getInt("row"),
                RowState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("item_id", UUID.class)),
                row.getString("reference_code"),
                row.getString("title"),
                change(row.getString("change")));
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getInt("row"),
                Finding.Severity.valueOf(row.getString("severity")),
                CatalogueField.valueOf(row.getString("field")),
                row.getInt("in_column"),
                row.getString("value"),
                row.getString("problem"),
                List.of((String[]) row.getArray("quoted").getArray()),
                new HeldTo(Ground.of(row.getString("rule")), row.getInt("rule_version")));
    }

    private static Map<CatalogueField, List<String>> change(String json) {
        try {
            return JSON.readValue(json, CHANGE);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("the change of a row", foreign);
        }
    }
}

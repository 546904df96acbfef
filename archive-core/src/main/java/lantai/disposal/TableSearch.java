package lantai.disposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Looks through every column of every table of the database that can hold an id, a name or a digest, whoever made the table.
 * Tables in which the id stays by rule are named and passed over.
 */
final class TableSearch {
    /** What destruction and its appraisal themselves keep for ever, and the bookkeeping of the schema. */
    static final Set<String> OURS = Set.of(
            "tombstone",
            "destruction_list",
            "destruction_entry",
            "destruction_object",
            "destruction_remainder",
            "appraisal_item",
            "appraisal_voice",
            "term_decision",
            // for a minute, what the journal then says of the tables above and of the audit trail
            "register_change",
            "flyway_schema_history");

    private final Handle handle;
    private final Wanted wanted;
    private final Set<String> passedOver;
    private final List<Proof.Remains> remains = new ArrayList<>();

    TableSearch(Handle handle, Wanted wanted, Set<String> kept) {
        this.handle = handle;
        this.wanted = wanted;
        this.passedOver = new HashSet<>(kept);
        passedOver.addAll(OURS);
    }

    /** {@return how many columns were looked at in each table} */
    List<Proof.Looked> look() {
        var looked = new ArrayList<Proof.Looked>();
        for (var table : tables()) {
            var columns = columns(table);
            columns.forEach(column -> lookAt(table, column));
            looked.add(new Proof.Looked("table", table, columns.size()));
        }
        return looked;
    }

    List<Proof.Remains> remains() {
        return remains;
    }

    private List<String> tables() {
        return handle.createQuery("""
                        select table_name from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name
                        """).mapTo(String.class).stream()
                .filter(table -> !passedOver.contains(table))
                .toList();
    }

    private record Column(String name, String type) {}

    private List<Column> columns(String table) {
        return handle.createQuery("""
                        select column_name, data_type from information_schema.columns
                        where table_schema = current_schema() and table_name = :table
                          and data_type in ('uuid', 'text', 'character', 'character varying', 'json', 'jsonb', 'ARRAY')
                        order by ordinal_position
                        """)
                .bind("table", table)
                .map((row, _) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private void lookAt(String table, Column column) {
        var quoted = '"' + column.name() + '"';
        var found = switch (column.type()) {
            case "uuid" -> ids(table, quoted);
            case "json", "jsonb", "ARRAY" -> parts(table, quoted);
            default -> texts(table, quoted);
        };
        found.forEach(value -> remains.add(new Proof.Remains("database", table + "." + column.name(), value)));
    }

    private List<String> ids(String table, String column) {
        return handle.createQuery("select distinct cast(" + column + " as text) from \"" + table + "\" where " + column
                        + " = any (:ids)")
                .bindArray("ids", UUID.class, wanted.items().toArray())
                .mapTo(String.class)
                .list();
    }

    private List<String> texts(String table, String column) {
        return handle.createQuery(
                        "select distinct " + column + " from \"" + table + "\" where " + column + " = any (:texts)")
                .bindArray("texts", String.class, texts().toArray())
                .mapTo(String.class)
                .list();
    }

    /** Inside of longer texts only ids and digests are looked for: a short reference code could be a part of another. */
    private List<String> parts(String table, String column) {
        var parts = new ArrayList<>(wanted.digests());
        wanted.items().forEach(item -> parts.add(item.toString()));
        return handle.createQuery("select part from unnest(cast(:parts as text[])) part where exists (select 1 from \""
                        + table + "\" where position(part in cast(" + column + " as text)) > 0)")
                .bindArray("parts", String.class, parts.toArray())
                .mapTo(String.class)
                .list();
    }

    private Set<String> texts() {
        var texts = new HashSet<>(wanted.names());
        texts.addAll(wanted.digests());
        return texts;
    }
}

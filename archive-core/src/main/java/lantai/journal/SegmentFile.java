package lantai.journal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Puts the changes that wait into a file, and forgets them when they are safe. */
final class SegmentFile {
    private static final JsonFactory JSON = new JsonFactory();

    private SegmentFile() {}

    /**
     * What went into a file.
     *
     * @param ids the changes, in their order
     * @param epoch whether it begins with an epoch
     */
    record Written(List<Long> ids, boolean epoch, String from, String until) {
        int count() {
            return ids.size();
        }
    }

    private record Row(long id, OffsetDateTime at, String register, Deed deed, String line) {
        String when() {
            return at.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
        }
    }

    /**
     * Writes what this transaction sees, the oldest first. A later change of a row that is seen was made after the earlier ones
     * were committed, so no row's changes stand in another order. An epoch begins a segment of its own.
     */
    static Written write(Handle handle, Path file, int most) throws IOException {
        var ids = new ArrayList<Long>();
        Row first = null;
        Row last = null;
        try (var rows = handle.createQuery(
                                "select id, made_at, register, deed, cast(line as text) as line from register_change"
                                        + " order by id limit :most")
                        .bind("most", most)
                        .setFetchSize(1_000)
                        .map((row, _) -> new Row(
                                row.getLong("id"),
                                row.getObject("made_at", OffsetDateTime.class),
                                row.getString("register"),
                                Deed.valueOf(row.getString("deed")),
                                row.getString("line")))
                        .iterator();
                var out = JSON.createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.deed() == Deed.EPOCH && first != null) {
                    break;
                }
                first = first == null ? row : first;
                last = row;
                out.writeStartObject();
                out.writeNumberField("id", row.id());
                out.writeStringField("at", row.when());
                out.writeStringField("register", row.register());
                out.writeStringField("deed", row.deed().name());
                out.writeFieldName("row");
                out.writeRawValue(row.line());
                out.writeEndObject();
                ids.add(row.id());
            }
            out.writeRaw('\n');
        }
        return first == null || last == null
                ? new Written(List.of(), false, "", "")
                : new Written(ids, first.deed() == Deed.EPOCH, first.when(), last.when());
    }

    static void forget(Handle handle, List<Long> ids) {
        handle.createUpdate("delete from register_change where id = any (:ids)")
                .bindArray("ids", Long.class, ids.toArray())
                .execute();
    }

    /** {@return how far the counters have come that were ever used} */
    static Map<String, Long> sequences(Handle handle) {
        return handle.createQuery("""
                        select sequencename, last_value from pg_sequences
                        where schemaname = current_schema() and last_value is not null
                        """)
                .map((row, _) -> Map.entry(row.getString("sequencename"), row.getLong("last_value")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}

package lantai.ingest.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Written lines as rows. */
final class CorrectionRows {
    /**
     * The page that lines belong to.
     *
     * @param item the record, when it is filed
     * @param file the received file, when it is not
     * @param page from 1
     */
    record Key(Optional<UUID> item, Optional<UUID> file, int page) {}

    private static final String WHERE = """
             where item_id is not distinct from :item and file_id is not distinct from :file and page = :page
            """;

    /** {@return the lines of a page in the order in which they were written} */
    List<WrittenLine> of(Handle handle, Key key) {
        return handle.createQuery("select * from text_correction" + WHERE + " order by written_at, id")
                .bindMap(values(key))
                .map((row, _) -> line(row))
                .list();
    }

    /** {@return whether it was taken; it is not while somebody else has written the line} */
    boolean write(Handle transaction, Key key, WrittenLine line) {
        var conflict = key.item().isPresent()
                ? "(item_id, page, line) where item_id is not null"
                : "(file_id, page, line) where file_id is not null";
        return transaction
                        .createUpdate("""
                                insert into text_correction
                                    (item_id, file_id, page, line, was, written, account_id, written_by, written_at)
                                values (:item, :file, :page, :line, :was, :written, :account, :by, :at)
                                on conflict %s
                                do update set written = :written, written_at = :at, was = :was
                                where text_correction.account_id = :account
                                """.formatted(conflict))
                        .bindMap(values(key))
                        .bind("line", line.line())
                        .bind("was", line.was())
                        .bind("written", line.written())
                        .bind("account", line.account())
                        .bind("by", line.by())
                        .bind("at", line.at().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    void remove(Handle transaction, Key key, int line) {
        transaction
                .createUpdate("delete from text_correction" + WHERE + " and line = :line")
                .bindMap(values(key))
                .bind("line", line)
                .execute();
    }

    void clear(Handle transaction, Key key) {
        transaction
                .createUpdate("delete from text_correction" + WHERE)
                .bindMap(values(key))
                .execute();
    }

    private static Map<String, Object> values(Key key) {
        var values = new HashMap<String, Object>();
        values.put("item", key.item().orElse(null));
        values.put("file", key.file().orElse(null));
        values.put("page", key.page());
        return values;
    }

    private static WrittenLine line(ResultSet row) throws SQLException {
        return new WrittenLine(
                row.getInt("line"),
                row.getString("was"),
                row.getString("written"),
                row.getObject("account_id", UUID.class),
                row.getString("written_by"),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}

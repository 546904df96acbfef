package lantai.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lantai.record.Item;
import org.jdbi.v3.core.Handle;

/** The tombstones of destroyed records. */
public final class Tombstones {
    private static final String SELECT =
            "select t.*, l.number as list_number from tombstone t join destruction_list l on l.id = t.list_id";

    /** {@return what remains of the item with this id} */
    public Optional<Tombstone> find(Handle handle, UUID item) {
        return handle.createQuery(SELECT + " where t.item_id = :item")
                .bind("item", item)
                .map((row, _) -> tombstone(row))
                .findOne();
    }

    /** {@return what remains of the item that had this code} */
    public Optional<Tombstone> find(Handle handle, String referenceCode) {
        return handle.createQuery(SELECT + " where t.reference_code = :code")
                .bind("code", referenceCode)
                .map((row, _) -> tombstone(row))
                .findOne();
    }

    void set(Handle transaction, Item item, String reason, UUID list, Instant now) {
        transaction
                .createUpdate("""
                        insert into tombstone (item_id, reference_code, fonds, category, kind_name, year, period, title,
                                               dated, page_count, reason, list_id, destroyed_at)
                        select id, reference_code, fonds, category, kind_name, year, retention, title, dated, page_count,
                               :reason, :list, :now
                        from item where id = :item
                        """)
                .bind("item", item.id())
                .bind("reason", reason)
                .bind("list", list)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Tombstone tombstone(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getObject("item_id", UUID.class),
                row.getString("reference_code"),
                row.getString("title"),
                row.getInt("year"),
                row.getString("period"),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                row.getInt("page_count"),
                row.getString("reason"),
                row.getObject("list_id", UUID.class),
                row.getString("list_number"),
                row.getObject("destroyed_at", OffsetDateTime.class).toInstant());
    }
}

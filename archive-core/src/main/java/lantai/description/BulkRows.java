package lantai.description;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** Edits of many, as rows. */
final class BulkRows {
    private static final String SELECT = """
            select b.*,
                (select count(*) from bulk_edit_item i where i.edit_id = b.id and i.state = 'WAITING') as waiting,
                (select count(*) from bulk_edit_item i where i.edit_id = b.id and i.state = 'DONE') as done,
                (select count(*) from bulk_edit_item i where i.edit_id = b.id and i.state = 'SAME') as same,
                (select count(*) from bulk_edit_item i where i.edit_id = b.id and i.state = 'LEFT') as left_over
            from bulk_edit b
            """;
    private static final String LINES = """
            select l.*, coalesce(i.reference_code, '') as reference_code
            from bulk_edit_item l left join item i on i.id = l.item_id where l.edit_id = :edit
            """;

    void add(Handle transaction, BulkEdit edit, List<BulkLine> lines) {
        transaction
                .createUpdate("""
                        insert into bulk_edit (id, kind, element, find, value, reason, state, undoes, account_id, made_by,
                            made_at)
                        values (:id, :kind, :element, :find, :value, :reason, :state, :undoes, :account, :by, :at)
                        """)
                .bind("id", edit.id())
                .bind("kind", edit.order().kind().name())
                .bind("element", edit.order().element())
                .bind("find", edit.order().find())
                .bind("value", edit.order().value())
                .bind("reason", edit.order().reason())
                .bind("state", edit.state().name())
                .bind("undoes", edit.undoes().orElse(null))
                .bind("account", edit.accountId())
                .bind("by", edit.madeBy())
                .bind("at", edit.madeAt().atOffset(ZoneOffset.UTC))
                .execute();
        var rows = transaction.prepareBatch("""
                insert into bulk_edit_item (edit_id, item_id, position, before, after, state, why)
                values (:edit, :item, :position, :before, :after, :state, :why)
                """);
        for (var position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            rows.bind("edit", edit.id())
                    .bind("item", line.item())
                    .bind("position", position)
                    .bind("before", line.before())
                    .bind("after", line.after())
                    .bind("state", line.state().name())
                    .bind("why", line.why())
                    .add();
        }
        rows.execute();
    }

    BulkEdit get(Handle handle, UUID id, String lock) {
        return handle.createQuery(SELECT + " where b.id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> edit(row))
                .findOne()
                .orElseThrow(() -> new NotFound(DescriptionProblem.NO_SUCH_BULK_EDIT));
    }

    List<BulkEdit> newest(Handle handle, int size) {
        return handle.createQuery(SELECT + " order by b.made_at desc, b.id limit :size")
                .bind("size", size)
                .map((row, _) -> edit(row))
                .list();
    }

    List<BulkLine> lines(Handle handle, UUID edit, BulkLine.State state, int size) {
        return handle.createQuery(LINES + " and l.state = :state order by l.position limit :size")
                .bind("edit", edit)
                .bind("state", state.name())
                .bind("size", size)
                .map((row, _) -> line(row))
                .list();
    }

    void settle(Handle transaction, UUID edit, UUID item, BulkLine.State state, String why) {
        transaction
                .createUpdate(
                        "update bulk_edit_item set state = :state, why = :why where edit_id = :edit and item_id = :item")
                .bind("edit", edit)
                .bind("item", item)
                .bind("state", state.name())
                .bind("why", why)
                .execute();
    }

    void state(Handle transaction, UUID edit, BulkState state, Optional<Instant> finished) {
        transaction
                .createUpdate("update bulk_edit set state = :state, finished_at = :finished where id = :id")
                .bind("id", edit)
                .bind("state", state.name())
                .bind(
                        "finished",
                        finished.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .execute();
    }

    private static BulkEdit edit(ResultSet row) throws SQLException {
        return new BulkEdit(
                row.getObject("id", UUID.class),
                new BulkOrder(
                        BulkKind.valueOf(row.getString("kind")),
                        row.getString("element"),
                        row.getString("find"),
                        row.getString("value"),
                        row.getString("reason")),
                BulkState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("undoes", UUID.class)),
                row.getObject("account_id", UUID.class),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("waiting"),
                row.getInt("done"),
                row.getInt("same"),
                row.getInt("left_over"));
    }

    private static BulkLine line(ResultSet row) throws SQLException {
        return new BulkLine(
                row.getObject("item_id", UUID.class),
                row.getString("reference_code"),
                row.getString("before"),
                row.getString("after"),
                BulkLine.State.valueOf(row.getString("state")),
                row.getString("why"));
    }
}

package lantai.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.NotFound;
import lantai.record.Component;
import lantai.storage.Fixity;
import org.jdbi.v3.core.Handle;

/** Destruction lists and their records as rows. */
final class DestructionRows {
    private static final String SELECT = """
            select l.*,
                (select count(*) from destruction_entry e where e.list_id = l.id) as records,
                (select count(*) from destruction_entry e where e.list_id = l.id and e.state = 'REMOVED') as removed,
                (select count(*) from destruction_entry e where e.list_id = l.id and e.state = 'SPARED') as spared
            from destruction_list l
            """;

    /** {@return lists, the newest first} */
    List<DestructionList> list(Handle handle, int offset, int size) {
        return handle.createQuery(SELECT + " order by l.drawn_up_at desc, l.id limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> row(handle, row))
                .list();
    }

    DestructionList get(Handle handle, UUID id) {
        return one(handle, id, "");
    }

    /** Takes the list for oneself until the transaction ends. */
    DestructionList locked(Handle transaction, UUID id) {
        return one(transaction, id, " for update of l");
    }

    private static DestructionList one(Handle handle, UUID id, String lock) {
        return handle.createQuery(SELECT + " where l.id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> row(handle, row))
                .findOne()
                .orElseThrow(() -> new NotFound(DisposalProblem.NO_SUCH_LIST, id));
    }

    /** {@return all records of a list in order, with their files} */
    List<DestructionEntry> entries(Handle handle, UUID list) {
        return entries(handle, list, 0, Integer.MAX_VALUE);
    }

    List<DestructionEntry> entries(Handle handle, UUID list, int offset, int size) {
        var objects = objects(handle, list);
        return handle.createQuery("""
                        select * from destruction_entry where list_id = :list
                        order by ordinal limit :size offset :offset
                        """)
                .bind("list", list)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> entry(row, objects))
                .list();
    }

    private static Map<UUID, List<Component>> objects(Handle handle, UUID list) {
        var objects = new HashMap<UUID, List<Component>>();
        handle.createQuery("select * from destruction_object where list_id = :list order by item_id, ordinal")
                .bind("list", list)
                .map((row, _) -> Map.entry(row.getObject("item_id", UUID.class), component(row)))
                .forEach(entry -> objects.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                        .add(entry.getValue()));
        return objects;
    }

    private static Component component(ResultSet row) throws SQLException {
        return new Component(
                row.getInt("ordinal"),
                row.getString("name"),
                new Fixity(row.getString("sha256"), row.getString("sm3"), row.getLong("size")),
                "",
                "",
                "");
    }

    private static DestructionEntry entry(ResultSet row, Map<UUID, List<Component>> objects) throws SQLException {
        var item = row.getObject("item_id", UUID.class);
        return new DestructionEntry(
                row.getInt("ordinal"),
                item,
                row.getString("reference_code"),
                row.getString("title"),
                row.getInt("year"),
                row.getString("period"),
                row.getInt("years_kept"),
                row.getInt("page_count"),
                row.getString("opinion"),
                row.getString("object_id"),
                EntryState.valueOf(row.getString("state")),
                row.getString("remark"),
                objects.getOrDefault(item, List.of()));
    }

    private static DestructionList row(Handle handle, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var signatures = signatures(handle, id);
        var witnesses = new EnumMap<Side, UUID>(Side.class);
        signatures.forEach(signature -> witnesses.put(signature.side(), signature.by()));
        var process = new DestructionProcess(
                ListState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("sha256")),
                Optional.ofNullable(row.getObject("submitter_id", UUID.class)),
                Optional.ofNullable(row.getObject("approver_id", UUID.class)),
                witnesses);
        return new DestructionList(
                id,
                row.getString("number"),
                row.getObject("appraisal_id", UUID.class),
                process,
                Optional.ofNullable(row.getString("sm3")).orElse(""),
                row.getObject("drawn_up_at", OffsetDateTime.class).toInstant(),
                row.getString("drawn_up_by"),
                instant(row, "submitted_at"),
                filing(row),
                instant(row, "approved_at"),
                Optional.ofNullable(row.getString("refusal")).orElse(""),
                instant(row, "begun_at"),
                instant(row, "certified_at"),
                signatures,
                row.getInt("records"),
                row.getInt("removed"),
                row.getInt("spared"));
    }

    private static Optional<DestructionList.Filing> filing(ResultSet row) throws SQLException {
        var authority = row.getString("authority");
        return authority == null
                ? Optional.empty()
                : Optional.of(new DestructionList.Filing(
                        authority, row.getString("filing_number"), row.getObject("filed_on", LocalDate.class)));
    }

    private static List<DestructionList.Signature> signatures(Handle handle, UUID list) {
        return handle.createQuery("select * from destruction_signature where list_id = :list order by signed_at")
                .bind("list", list)
                .map((row, _) -> new DestructionList.Signature(
                        Side.valueOf(row.getString("side")),
                        row.getObject("account_id", UUID.class),
                        row.getString("manner"),
                        row.getString("sha256"),
                        row.getObject("signed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

package lantai.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.NotFound;
import lantai.storage.Fixity;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Transfer lists and their records as rows. */
final class TransferRows {
    private static final String SELECT = """
            select l.*, e.records, e.decided, e.pages, e.bytes, e.accepted, e.refused
            from transfer_list l cross join lateral (
                select count(*) as records, count(opinion) as decided, coalesce(sum(page_count), 0) as pages,
                    coalesce(sum(bytes), 0) as bytes, count(*) filter (where answer = 'ACCEPTED') as accepted,
                    count(*) filter (where answer = 'REFUSED') as refused
                from transfer_entry where list_id = l.id) e
            """;

    List<TransferList> list(Handle handle, int offset, int size) {
        return handle.createQuery(SELECT + " order by l.drawn_up_at desc, l.id limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> list(row))
                .list();
    }

    TransferList get(Handle handle, UUID id) {
        return one(handle, id, "");
    }

    /** Takes the list for oneself until the transaction ends. */
    TransferList locked(Handle transaction, UUID id) {
        return one(transaction, id, " for update of l");
    }

    private static TransferList one(Handle handle, UUID id, String lock) {
        return handle.createQuery(SELECT + " where l.id = :id" + lock)
                .bind("id", id)
                .map((row, _) -> list(row))
                .findOne()
                .orElseThrow(() -> new NotFound(TransferProblem.NO_SUCH_LIST, id));
    }

    /** {@return the list that waits for this run of a check, if there is one} */
    Optional<UUID> waitingFor(Handle handle, UUID run) {
        return handle.createQuery("select id from transfer_list where check_run = :run and state = 'SUBMITTED'")
                .bind("run", run)
                .mapTo(UUID.class)
                .findOne();
    }

    List<TransferEntry> entries(Handle handle, UUID list) {
        return entries(handle, list, false, 0, Integer.MAX_VALUE);
    }

    /** @param open whether only those without an opinion are wanted */
    List<TransferEntry> entries(Handle handle, UUID list, boolean open, int offset, int size) {
        return handle.createQuery("""
                        select * from transfer_entry where list_id = :list and (not :open or opinion is null)
                        order by ordinal limit :size offset :offset
                        """)
                .bind("list", list)
                .bind("open", open)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> entry(row))
                .list();
    }

    /** Keeps what the process says of a list. */
    void save(Handle transaction, UUID id, TransferProcess next, String sm3) {
        transaction
                .createUpdate("""
                        update transfer_list set state = :state, sha256 = :sha256, sm3 = :sm3, submitter_id = :submitter,
                            approver_id = :approver where id = :id
                        """)
                .bind("state", next.state().name())
                .bind("sha256", next.digest().orElse(null))
                .bind("sm3", next.digest().map(_ -> sm3).orElse(null))
                .bind("submitter", next.submitter().orElse(null))
                .bind("approver", next.approver().orElse(null))
                .bind("id", id)
                .execute();
    }

    private static TransferEntry entry(ResultSet row) throws SQLException {
        return new TransferEntry(
                row.getInt("ordinal"),
                row.getObject("item_id", UUID.class),
                row.getString("reference_code"),
                row.getString("title"),
                row.getString("responsible"),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                row.getInt("year"),
                row.getString("period"),
                row.getInt("page_count"),
                row.getInt("files"),
                row.getLong("bytes"),
                row.getBoolean("personal"),
                row.getString("object_id"),
                row.getString("secrecy"),
                opinion(row),
                packed(row),
                Answer.valueOf(row.getString("answer")),
                row.getString("remark"));
    }

    private static Optional<TransferEntry.Opened> opinion(ResultSet row) throws SQLException {
        var opinion = Optional.ofNullable(row.getString("opinion"));
        return opinion.isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferEntry.Opened(
                        OpenOpinion.valueOf(opinion.get()),
                        row.getString("reason"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()));
    }

    private static Optional<TransferEntry.Packed> packed(ResultSet row) throws SQLException {
        return row.getString("path").isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferEntry.Packed(
                        row.getString("path"),
                        new Fixity(row.getString("sha256"), row.getString("sm3"), row.getLong("size"))));
    }

    private static TransferList list(ResultSet row) throws SQLException {
        return new TransferList(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                new TransferList.Archive(row.getString("archive"), row.getString("archive_code")),
                new TransferProcess(
                        TransferState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("sha256")),
                        id(row, "submitter_id"),
                        id(row, "approver_id")),
                text(row.getString("sm3")),
                row.getObject("drawn_up_at", OffsetDateTime.class).toInstant(),
                row.getString("drawn_up_by"),
                instant(row, "submitted_at"),
                new TransferList.Check(id(row, "check_run"), id(row, "check_report")),
                instant(row, "approved_at"),
                row.getString("remark"),
                new TransferList.Carrier(row.getString("carrier"), row.getString("carrier_kind")),
                row.getInt("packed"),
                bundle(row),
                handedOver(row),
                row.getString("receipt_number"),
                instant(row, "receipted_at"),
                row.getInt("records"),
                row.getInt("decided"),
                row.getLong("pages"),
                row.getLong("bytes"),
                row.getInt("accepted"),
                row.getInt("refused"));
    }

    private static Optional<TransferList.Bundle> bundle(ResultSet row) throws SQLException {
        var at = instant(row, "packed_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferList.Bundle(
                        at.get(),
                        row.getInt("package_files"),
                        new Fixity(
                                row.getString("package_sha256"),
                                row.getString("package_sm3"),
                                row.getLong("package_bytes"))));
    }

    private static Optional<TransferList.HandOver> handedOver(ResultSet row) throws SQLException {
        var on = Optional.ofNullable(row.getObject("handed_over_on", LocalDate.class));
        return on.isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferList.HandOver(
                        on.get(), row.getString("handed_over_by"), row.getString("taken_over_by")));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

package lantai.ingest.review;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** What each person has done at the desk last, so that it can be taken back: the documents as they were before. */
final class UndoStack {
    private static final TypeReference<Snapshot> SNAPSHOT = new TypeReference<>() {};

    private final InstantSource clock;

    UndoStack(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What undoing needs.
     *
     * @param before the documents as they were
     * @param after the documents that took their place
     */
    record Snapshot(List<Document> before, List<UUID> after) {
        Snapshot {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** One step of a deed, in one batch. */
    record Step(long id, UUID batch, Snapshot snapshot) {}

    /** @param deed the deed that the step belongs to, when it is one of several */
    void remember(Handle transaction, SignedIn who, List<Document> before, List<UUID> after, Optional<UUID> deed) {
        transaction
                .createUpdate("""
                        insert into document_undo (account_id, batch_id, made_at, snapshot, deed)
                        values (:who, :batch, :now, cast(:snapshot as jsonb), :deed)
                        """)
                .bind("who", who.account().id())
                .bind("batch", before.getFirst().batchId())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("snapshot", Documents.json(new Snapshot(before, after)))
                .bind("deed", deed.orElse(null))
                .execute();
    }

    /**
     * Takes the steps of the person's last deed in a batch from the stack, the last one first.
     *
     * @throws Refused when there is none
     */
    List<Step> take(Handle transaction, SignedIn who, UUID batch) {
        var steps = transaction
                .createQuery("""
                        with last as (
                            select id, deed from document_undo where account_id = :who and batch_id = :batch
                            order by id desc limit 1)
                        delete from document_undo u using last
                        where u.id = last.id or u.account_id = :who and u.deed = last.deed
                        returning u.id, u.batch_id, cast(u.snapshot as text) as snapshot
                        """)
                .bind("who", who.account().id())
                .bind("batch", batch)
                .map((row, _) -> step(row))
                .list();
        if (steps.isEmpty()) {
            throw new Refused(ReviewProblem.NOTHING_TO_UNDO);
        }
        return steps.stream()
                .sorted(java.util.Comparator.comparingLong(Step::id).reversed())
                .toList();
    }

    /** {@return the name of somebody else who has changed the documents of a step since} */
    Optional<String> changedSince(Handle transaction, SignedIn who, Step step) {
        return transaction
                .createQuery("""
                        select a.display_name from document_undo u join account a on a.id = u.account_id
                        where u.batch_id = :batch and u.id > :id and u.account_id <> :who
                          and exists (select 1 from jsonb_array_elements(u.snapshot -> 'before') seen
                                      where seen ->> 'id' in (<after>))
                        order by u.id desc limit 1
                        """)
                .bind("batch", step.batch())
                .bind("id", step.id())
                .bind("who", who.account().id())
                .bindList(
                        "after",
                        step.snapshot().after().stream().map(UUID::toString).toList())
                .mapTo(String.class)
                .findOne();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("id"),
                row.getObject("batch_id", UUID.class),
                Documents.parse(row.getString("snapshot"), SNAPSHOT));
    }
}

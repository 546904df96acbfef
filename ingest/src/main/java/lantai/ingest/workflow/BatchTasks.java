package lantai.ingest.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where batches stand, as rows. A batch without a row has not left its first stage. */
final class BatchTasks {
    /** Only batches with documents that are not filed are on their way. */
    private static final String SELECT = """
            select b.id, b.title, coalesce(d.name, '') as department, s.stage, coalesce(s.since, b.created_at) as since,
                coalesce(s.version, 0) as version, o.open, o.accepted, o.first_year,
                coalesce((select e.done_by from batch_deed e where e.batch_id = b.id order by e.id desc limit 1),
                    a.name, '') as owner
            from batch b
            join (select batch_id, count(*) as open, count(*) filter (where state = 'ACCEPTED') as accepted,
                    min(case when fields -> 'YEAR' ->> 'value' ~ '^[0-9]{4}$'
                        then cast(fields -> 'YEAR' ->> 'value' as int) end) as first_year
                  from document where state in ('PROPOSED', 'ACCEPTED') group by batch_id) o on o.batch_id = b.id
            left join batch_stage s on s.batch_id = b.id
            left join department d on d.id = b.department_id
            left join account a on a.id = b.created_by
            where b.state <> 'CANCELLED'
            """;

    List<BatchTask> all(Handle handle, WorkflowRule rule) {
        return handle.createQuery(SELECT + " order by since, b.id")
                .map((row, _) -> task(row, rule))
                .list();
    }

    Optional<BatchTask> find(Handle handle, WorkflowRule rule, UUID batch) {
        return handle.createQuery(SELECT + " and b.id = :batch")
                .bind("batch", batch)
                .map((row, _) -> task(row, rule))
                .findOne();
    }

    List<StageDeed> deeds(Handle handle, UUID batch) {
        return handle.createQuery("select * from batch_deed where batch_id = :batch order by id")
                .bind("batch", batch)
                .map((row, _) -> new StageDeed(
                        Stage.valueOf(row.getString("stage")),
                        Stage.valueOf(row.getString("to_stage")),
                        row.getString("deed").equals("BACK"),
                        row.getString("reason"),
                        row.getString("done_by"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** {@return whether the batch still stood where it was seen} */
    boolean move(Handle transaction, BatchTask seen, Stage to, Instant now) {
        return transaction
                        .createUpdate("""
                                insert into batch_stage (batch_id, stage, since, version) values (:batch, :stage, :now, 1)
                                on conflict (batch_id) do update set stage = excluded.stage, since = excluded.since,
                                    version = batch_stage.version + 1
                                where batch_stage.version = :version
                                """)
                        .bind("batch", seen.batch())
                        .bind("stage", to.name())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("version", seen.version())
                        .execute()
                == 1;
    }

    void note(Handle transaction, UUID batch, StageDeed deed) {
        transaction
                .createUpdate("""
                        insert into batch_deed (batch_id, stage, deed, to_stage, reason, done_by, done_at)
                        values (:batch, :stage, :deed, :to, :reason, :by, :at)
                        """)
                .bind("batch", batch)
                .bind("stage", deed.from().name())
                .bind("deed", deed.back() ? "BACK" : "PASS")
                .bind("to", deed.to().name())
                .bind("reason", deed.reason())
                .bind("by", deed.by())
                .bind("at", deed.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static BatchTask task(ResultSet row, WorkflowRule rule) throws SQLException {
        var stage =
                Optional.ofNullable(row.getString("stage")).map(Stage::valueOf).orElse(Stage.CAPTURE);
        return new BatchTask(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("department"),
                row.getString("owner"),
                rule.from(stage),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                row.getInt("open"),
                row.getInt("accepted"),
                Optional.ofNullable(row.getObject("first_year", Integer.class)));
    }
}

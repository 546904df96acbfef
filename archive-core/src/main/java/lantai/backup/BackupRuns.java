package lantai.backup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The backups that were ordered and what became of them. */
public final class BackupRuns {
    private static final int LONGEST_FAILURE = 500;
    private static final RowMapper<BackupRun> ROW = (row, _) -> new BackupRun(
            row.getObject("id", UUID.class),
            row.getString("place"),
            row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
            row.getString("ordered_by"),
            instant(row.getObject("started_at", OffsetDateTime.class)),
            instant(row.getObject("ended_at", OffsetDateTime.class)),
            instant(row.getObject("point", OffsetDateTime.class)),
            row.getString("name"),
            row.getInt("files"),
            row.getInt("objects"),
            row.getLong("written"),
            row.getString("failure"));

    private final Jdbi jdbi;
    private final InstantSource clock;

    public BackupRuns(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Orders a backup, unless one is waiting; {@return the one that is to come} */
    public BackupRun order(String place, String by) {
        return jdbi.inTransaction(transaction -> {
            transaction.execute("lock table backup_run in share row exclusive mode");
            var waiting = transaction
                    .createQuery("select * from backup_run where started_at is null and ended_at is null limit 1")
                    .map(ROW)
                    .findOne();
            return waiting.orElseGet(() -> transaction
                    .createQuery("""
                            insert into backup_run (id, place, ordered_at, ordered_by)
                            values (:id, :place, :now, :by) returning *
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("place", place)
                    .bind("now", now())
                    .bind("by", by)
                    .map(ROW)
                    .one());
        });
    }

    /** Notes a backup that begins now. */
    BackupRun start(String place, String by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into backup_run (id, place, ordered_at, ordered_by, started_at)
                        values (:id, :place, :now, :by, :now) returning *
                        """)
                .bind("id", UUID.randomUUID())
                .bind("place", place)
                .bind("now", now())
                .bind("by", by)
                .map(ROW)
                .one());
    }

    /** {@return the one that waits to be begun} */
    public Optional<BackupRun> waiting() {
        return first("where started_at is null and ended_at is null order by ordered_at");
    }

    /** {@return the one that is at work, or was cut off} */
    public Optional<BackupRun> atWork() {
        return first("where started_at is not null and ended_at is null order by ordered_at desc");
    }

    /** {@return the newest one that stands} */
    public Optional<BackupRun> newestGood() {
        return first("where name <> '' order by point desc");
    }

    /** {@return the newest ones, by the time of their order} */
    public List<BackupRun> newest(int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from backup_run order by ordered_at desc, id limit :most")
                        .bind("most", most)
                        .map(ROW)
                        .list());
    }

    /** {@return the one with this id} */
    public Optional<BackupRun> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from backup_run where id = :id")
                .bind("id", id)
                .map(ROW)
                .findOne());
    }

    private Optional<BackupRun> first(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from backup_run " + condition + " limit 1")
                .map(ROW)
                .findOne());
    }

    void begin(UUID id) {
        jdbi.useHandle(handle -> handle.execute("update backup_run set started_at = ? where id = ?", now(), id));
    }

    void progress(UUID id, long objects) {
        jdbi.useHandle(handle -> handle.execute("update backup_run set objects = ? where id = ?", objects, id));
    }

    /** Says that one stands. Others that never ended were cut off: one backup alone is made at a time. */
    void done(UUID id, Backup.Report report) {
        jdbi.useHandle(handle -> handle.execute("""
                        update backup_run set ended_at = ?, failure = 'cut off'
                        where started_at is not null and ended_at is null and id <> ?
                        """, now(), id));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update backup_run set ended_at = :now, point = :point, name = :name, files = :files,
                            objects = :objects, written = :written where id = :id
                        """)
                .bind("now", now())
                .bind("point", report.point().atOffset(ZoneOffset.UTC))
                .bind("name", report.name())
                .bind("files", report.files())
                .bind("objects", report.objects())
                .bind("written", report.written())
                .bind("id", id)
                .execute());
    }

    void failed(UUID id, String why) {
        jdbi.useHandle(handle -> handle.execute(
                "update backup_run set ended_at = ?, failure = ? where id = ?",
                now(),
                why.length() > LONGEST_FAILURE ? why.substring(0, LONGEST_FAILURE) : why,
                id));
    }
}

package lantai.ingest.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.reader.PageEngine;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** The batches and their progress. */
public final class Batches {
    private final AuditTrail audit;
    private final InstantSource clock;

    public Batches(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How far a batch has come.
     *
     * @param files files at each step
     * @param pages pages of all files whose format is known
     * @param pagesRead those whose text is known
     * @param toReview documents that wait at the review desk
     * @param accepted documents accepted and not yet filed
     * @param filed documents filed
     * @param begun whether a file of it has been taken in hand yet
     * @param changedAt when a file or document of it changed last; two looks at a batch that came back to where it was
     *     differ in this
     */
    public record Progress(
            Map<Step, Integer> files,
            long pages,
            long pagesRead,
            int toReview,
            int accepted,
            int filed,
            boolean begun,
            Instant changedAt) {
        /** The progress of a batch without files. */
        public static final Progress NOTHING = new Progress(Map.of(), 0, 0, 0, 0, 0, false, Instant.EPOCH);

        public Progress {
            files = Map.copyOf(files);
        }

        /** {@return files received in all} */
        public int total() {
            return files.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** {@return files at a step} */
        public int at(Step step) {
            return files.getOrDefault(step, 0);
        }

        /** {@return files with which nothing more happens by itself} */
        public int settled() {
            return at(Step.PROPOSED) + at(Step.QUARANTINED) + at(Step.SEALED) + at(Step.CANCELLED);
        }
    }

    /** Opens a batch. */
    public Batch open(Handle transaction, Optional<SignedIn> who, String title, Source source) {
        var id = UUID.randomUUID();
        insert(transaction, id, who, title, source, null);
        return opened(transaction, who, id);
    }

    /** Opens the batch of a delivery by another system, or finds the one that this delivery opened before. */
    public Batch openOnce(Handle transaction, SignedIn who, String title, Source source, String deliveryKey) {
        var id = UUID.randomUUID();
        var key = who.account().name() + "/" + deliveryKey;
        if (insert(transaction, id, Optional.of(who), title, source, key) == 1) {
            return opened(transaction, Optional.of(who), id);
        }
        return transaction
                .createQuery("select * from batch where delivery_key = :key")
                .bind("key", key)
                .map((row, _) -> batch(row))
                .one();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Batch get(Handle handle, UUID id) {
        return handle.createQuery("select * from batch where id = :id")
                .bind("id", id)
                .map((row, _) -> batch(row))
                .findOne()
                .orElseThrow(() -> new NotFound(IntakeProblem.NO_SUCH_BATCH, id));
    }

    /**
     * Finds the one with this id among those that a person may see.
     *
     * @throws NotFound when there is none
     */
    public Batch get(Handle handle, BatchScope scope, UUID id) {
        var batch = get(handle, id);
        if (!scope.sees(batch)) {
            throw new NotFound(IntakeProblem.NO_SUCH_BATCH, id);
        }
        return batch;
    }

    /**
     * One page of batches, the newest first.
     *
     * @param before the last batch of the page before, nothing at the start
     */
    public List<Batch> list(Handle handle, BatchScope scope, Optional<UUID> before, int size) {
        return scope.bind(handle.createQuery("select b.* from batch b where " + BatchScope.SQL + """
                         and (cast(:before as uuid) is null
                              or (b.created_at, b.id) < (select l.created_at, l.id from batch l where l.id = :before))
                        order by b.created_at desc, b.id desc limit :size
                        """))
                .bind("before", before.orElse(null))
                .bind("size", size)
                .map((row, _) -> batch(row))
                .list();
    }

    /** {@return the batches with these ids} */
    public List<Batch> all(Handle handle, List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("select * from batch where id in (<ids>)")
                        .bindList("ids", ids)
                        .map((row, _) -> batch(row))
                        .list();
    }

    /** {@return the batches opened last} */
    public List<UUID> newest(Handle handle, int size) {
        return handle.createQuery("select id from batch order by created_at desc, id desc limit :size")
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** {@return the batches with files that are still worked on} */
    public List<UUID> unsettled(Handle handle) {
        return handle.createQuery("""
                        select distinct batch_id from received_file
                        where step not in ('PROPOSED', 'QUARANTINED', 'SEALED', 'CANCELLED')
                        """).mapTo(UUID.class).list();
    }

    /** {@return how many batches a person may see} */
    public int count(Handle handle, BatchScope scope) {
        return scope.bind(handle.createQuery("select count(*) from batch b where " + BatchScope.SQL))
                .mapTo(Integer.class)
                .one();
    }

    /** {@return the progress of these batches, in one query for each table} */
    public Map<UUID, Progress> progress(Handle handle, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Tally> tallies = new java.util.HashMap<>();
        ids.forEach(id -> tallies.put(id, new Tally()));
        handle.createQuery("""
                        select batch_id, step, count(*) as files, sum(page_count) as pages, sum(pages_read) as pages_read,
                               bool_or(step <> 'RECEIVED' or attempts > 0) as begun, max(changed_at) as changed_at
                        from received_file where batch_id in (<ids>) group by batch_id, step
                        """)
                .bindList("ids", ids)
                .map((row, _) -> {
                    var tally = tallies.computeIfAbsent(row.getObject("batch_id", UUID.class), _ -> new Tally());
                    tally.files.put(Step.valueOf(row.getString("step")), row.getInt("files"));
                    tally.pages += row.getLong("pages");
                    tally.pagesRead += row.getLong("pages_read");
                    tally.begun |= row.getBoolean("begun");
                    tally.changed(row);
                    return tally;
                })
                .list();
        handle.createQuery("""
                        select batch_id, state, count(*) as documents, max(changed_at) as changed_at
                        from document where batch_id in (<ids>) group by batch_id, state
                        """)
                .bindList("ids", ids)
                .map((row, _) -> {
                    var tally = tallies.computeIfAbsent(row.getObject("batch_id", UUID.class), _ -> new Tally());
                    tally.documents.put(row.getString("state"), row.getInt("documents"));
                    tally.changed(row);
                    return tally;
                })
                .list();
        Map<UUID, Progress> result = new java.util.HashMap<>();
        tallies.forEach((id, tally) -> result.put(id, tally.progress()));
        return result;
    }

    /** Changes the state of a batch and audits it. {@return whether it was in another state before} */
    public boolean change(Handle transaction, Actor by, UUID id, BatchState to) {
        get(transaction, id);
        var changed = transaction
                .createUpdate("update batch set state = :to where id = :id and state <> :to and state <> 'CANCELLED'")
                .bind("id", id)
                .bind("to", to.name())
                .execute();
        if (changed == 1) {
            var action = switch (to) {
                case OPEN -> AuditAction.BATCH_RESUMED;
                case PAUSED -> AuditAction.BATCH_PAUSED;
                case CANCELLED -> AuditAction.BATCH_CANCELLED;
            };
            audit.record(transaction, by, action, Subject.of("batch", id), Map.of());
        }
        return changed == 1;
    }

    /** Has the pages of a batch read by another engine from now on, and audits it. {@return whether it was another one before} */
    public boolean read(Handle transaction, Actor by, UUID id, PageEngine engine) {
        get(transaction, id);
        var changed = transaction
                        .createUpdate("update batch set engine = :engine where id = :id and engine <> :engine")
                        .bind("id", id)
                        .bind("engine", engine.name())
                        .execute()
                == 1;
        if (changed) {
            audit.record(
                    transaction,
                    by,
                    AuditAction.BATCH_ENGINE_CHOSEN,
                    Subject.of("batch", id),
                    Map.of("engine", engine.name()));
        }
        return changed;
    }

    private int insert(
            Handle transaction,
            UUID id,
            Optional<SignedIn> who,
            String title,
            Source source,
            @org.jspecify.annotations.Nullable String deliveryKey) {
        return transaction
                .createUpdate("""
                        insert into batch (id, title, source, department_id, created_by, created_at, state, delivery_key)
                        values (:id, :title, :source, :department, :by, :now, 'OPEN', :key)
                        on conflict (delivery_key) do nothing
                        """)
                .bind("id", id)
                .bind("title", title)
                .bind("source", source.name())
                .bind(
                        "department",
                        who.flatMap(one -> one.account().departmentId()).orElse(null))
                .bind("by", who.map(one -> one.account().id()).orElse(null))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("key", deliveryKey)
                .execute();
    }

    private Batch opened(Handle transaction, Optional<SignedIn> who, UUID id) {
        audit.record(
                transaction,
                who.map(SignedIn::actor).orElse(Actor.SYSTEM),
                AuditAction.BATCH_OPENED,
                Subject.of("batch", id),
                Map.of());
        return get(transaction, id);
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Source.valueOf(row.getString("source")),
                Optional.ofNullable(row.getObject("department_id", UUID.class)),
                Optional.ofNullable(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                BatchState.valueOf(row.getString("state")),
                row.getBoolean("urgent"),
                PageEngine.valueOf(row.getString("engine")),
                new Batch.Gone(row.getInt("handed_over"), row.getInt("destroyed")));
    }

    private static final class Tally {
        private final Map<Step, Integer> files = new EnumMap<>(Step.class);
        private final Map<String, Integer> documents = new java.util.HashMap<>();
        private long pages;
        private long pagesRead;
        private boolean begun;
        private Instant changedAt = Instant.EPOCH;

        private void changed(ResultSet row) throws SQLException {
            var at = row.getObject("changed_at", OffsetDateTime.class).toInstant();
            changedAt = at.isAfter(changedAt) ? at : changedAt;
        }

        private Progress progress() {
            return new Progress(
                    files,
                    pages,
                    pagesRead,
                    documents.getOrDefault("PROPOSED", 0),
                    documents.getOrDefault("ACCEPTED", 0) + documents.getOrDefault("FILING", 0),
                    documents.getOrDefault("FILED", 0),
                    begun,
                    changedAt);
        }
    }
}

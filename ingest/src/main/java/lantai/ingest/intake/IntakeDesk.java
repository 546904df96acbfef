package lantai.ingest.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import lantai.ingest.seal.SealedPapers;
import lantai.problem.Refused;
import lantai.problem.Unavailable;
import lantai.storage.Fixity;
import lantai.storage.Staging;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where files are handed in. The order is fixed: bytes safely on the disk, then row, audit entry and order to read in one
 * transaction, then the acknowledgement. The same delivery handed in twice gives the same receipt.
 */
public final class IntakeDesk {
    private final Jdbi jdbi;
    private final Staging staging;
    private final Batches batches;
    private final Work work;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final IntakeSettings settings;

    public IntakeDesk(Jdbi jdbi, Staging staging, Batches batches, Work work, AuditTrail audit, InstantSource clock) {
        this(jdbi, staging, batches, work, audit, clock, IntakeSettings.usual());
    }

    public IntakeDesk(
            Jdbi jdbi,
            Staging staging,
            Batches batches,
            Work work,
            AuditTrail audit,
            InstantSource clock,
            IntakeSettings settings) {
        this.settings = settings;
        this.jdbi = jdbi;
        this.staging = staging;
        this.batches = batches;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Receives one file.
     *
     * @param path its name with folders, as the sender has it
     * @param metadata what the sender says of it
     * @throws IOException when the stream breaks off; nothing was received then
     * @throws Refused when the batch was cancelled
     * @throws Unavailable when the disk is nearly full
     */
    public Receipt receive(
            UUID batch, Optional<SignedIn> who, String path, InputStream bytes, Map<String, String> metadata)
            throws IOException {
        var name = DeliveredName.of(path);
        requireOpen(batch, 0);
        Faults.before(FaultPoint.RECEIVE);
        var fixity = staging.store(bytes);
        Faults.after(FaultPoint.RECEIVE);
        return register(batch, who, name, fixity, metadata);
    }

    /**
     * Makes sure that a file may come in.
     *
     * @param length its size in bytes, 0 when not known
     * @throws lantai.problem.NotFound when there is no such batch
     * @throws Refused when the batch was cancelled
     * @throws Unavailable when the disk is nearly full
     */
    void requireOpen(UUID batch, long length) {
        if (jdbi.withHandle(handle -> batches.get(handle, batch)).state() == BatchState.CANCELLED) {
            throw new Refused(IntakeProblem.BATCH_CANCELLED);
        }
        var free = staging.freeBytes();
        if (free - length < settings.freeBytes()) {
            throw new Unavailable(IntakeProblem.DISK_NEARLY_FULL, free >> 20);
        }
    }

    /** Registers bytes that already lie in staging, for example those of a finished upload. */
    public Receipt receiveStaged(
            UUID batch, Optional<SignedIn> who, String path, Fixity fixity, Map<String, String> metadata) {
        return register(batch, who, DeliveredName.of(path), fixity, metadata);
    }

    /** Orders the files of a batch that wait, after a pause. {@return how many} */
    public int resume(SignedIn who, UUID batch) {
        return jdbi.inTransaction(transaction -> {
            if (!batches.change(transaction, who.actor(), batch, BatchState.OPEN)) {
                return 0;
            }
            return orderWaiting(transaction, batch);
        });
    }

    /** Stops reading the files of a batch; what is being read is finished. */
    public void pause(SignedIn who, UUID batch) {
        jdbi.useTransaction(transaction -> batches.change(transaction, who.actor(), batch, BatchState.PAUSED));
    }

    /** Ends the work on everything of a batch that is not filed. The bytes are kept. {@return how many files} */
    public int cancel(SignedIn who, UUID batch) {
        return jdbi.inTransaction(transaction -> {
            batches.change(transaction, who.actor(), batch, BatchState.CANCELLED);
            transaction.createUpdate("""
                            update document set state = 'CANCELLED', version = version + 1
                            where batch_id = :batch and state in ('PROPOSED', 'ACCEPTED')
                            """).bind("batch", batch).execute();
            return transaction
                    .createUpdate("""
                            update received_file set step = 'CANCELLED', changed_at = :now where batch_id = :batch
                            and step not in ('CANCELLED', 'SEALED') and not exists (
                                select 1 from document_page p join document d on d.id = p.document_id
                                where p.file_id = received_file.id and d.state in ('FILING', 'FILED'))
                            """)
                    .bind("batch", batch)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    /**
     * Tries files again that went into quarantine.
     *
     * @return how many of them were in quarantine
     */
    public int retry(SignedIn who, List<UUID> files) {
        return jdbi.inTransaction(transaction -> {
            var retried = 0;
            for (var file : files) {
                retried += retry(transaction, who.actor(), file);
            }
            return retried;
        });
    }

    /**
     * Has files whose format is not read kept as they are: each becomes a document without text.
     *
     * @return how many of them were in quarantine for that reason
     */
    public int keepAsIs(SignedIn who, List<UUID> files) {
        return jdbi.inTransaction(transaction -> {
            var kept = 0;
            for (var file : files) {
                var marked = transaction.createUpdate("""
                                update received_file set metadata = metadata || '{"keep-as-is":"true"}'
                                where id = :id and step = 'QUARANTINED' and reason = 'unsupported'
                                """).bind("id", file).execute();
                kept += marked == 1 ? retry(transaction, who.actor(), file) : 0;
            }
            return kept;
        });
    }

    private int retry(Handle transaction, Actor by, UUID file) {
        var moved = transaction
                .createUpdate("""
                        update received_file set step = 'RECEIVED', reason = null, attempts = 0, changed_at = :now
                        where id = :id and step = 'QUARANTINED'
                          and exists (select 1 from batch b where b.id = batch_id and b.state <> 'CANCELLED')
                        """)
                .bind("id", file)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (moved == 1) {
            work.read(transaction, file, true);
            audit.record(transaction, by, AuditAction.FILE_RETRIED, Subject.of("file", file), Map.of());
        }
        return moved;
    }

    private int orderWaiting(Handle transaction, UUID batch) {
        var urgent = batches.get(transaction, batch).urgent();
        var waiting = transaction
                .createQuery(
                        "select id from received_file where batch_id = :batch and step in ('RECEIVED','CHECKED','READ')")
                .bind("batch", batch)
                .mapTo(UUID.class)
                .list();
        waiting.forEach(file -> work.read(transaction, file, urgent));
        return waiting.size();
    }

    private Receipt register(
            UUID batch, Optional<SignedIn> who, DeliveredName name, Fixity fixity, Map<String, String> metadata) {
        try {
            var receipt = registered(batch, who, name, fixity, metadata);
            Faults.after(FaultPoint.COMMIT);
            return receipt;
        } catch (Refused sealed) {
            forgetUnlessKept(fixity.sha256());
            throw sealed;
        }
    }

    /** Bytes that nobody has registered go again. The row is taken for a moment, as whoever receives the same bytes does. */
    private void forgetUnlessKept(String sha256) {
        jdbi.useTransaction(transaction -> {
            var taken = transaction
                    .createUpdate("""
                            insert into staged_object (sha256, sm3, size, staged_at) values (:sha256, :sha256, 0, :now)
                            on conflict (sha256) do nothing
                            """)
                    .bind("sha256", sha256)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            if (taken == 1) {
                staging.remove(sha256);
                transaction
                        .createUpdate("delete from staged_object where sha256 = :sha256")
                        .bind("sha256", sha256)
                        .execute();
            }
        });
    }

    private Receipt registered(
            UUID batch, Optional<SignedIn> who, DeliveredName name, Fixity fixity, Map<String, String> metadata) {
        return jdbi.inTransaction(transaction -> {
            transaction
                    .createUpdate("""
                            insert into staged_object (sha256, sm3, size, staged_at)
                            values (:sha256, :sm3, :size, :now)
                            on conflict (sha256) do update set staged_at = excluded.staged_at
                            """)
                    .bind("sha256", fixity.sha256())
                    .bind("sm3", fixity.sm3())
                    .bind("size", fixity.size())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            requireStaged(fixity);
            if (SealedPapers.isSealed(transaction, fixity.sha256())) {
                throw new Refused(IntakeProblem.SEALED_BEFORE);
            }
            var id = UUID.randomUUID();
            var same = sameBytes(transaction, fixity.sha256(), id);
            var reason = name.unsafe() ? Optional.of("unsafe_name") : Optional.<String>empty();
            Faults.before(FaultPoint.INSERT);
            if (!insert(transaction, id, batch, name, fixity, same.isPresent(), metadata)) {
                return again(transaction, batch, name, fixity);
            }
            Faults.after(FaultPoint.INSERT);
            var actor = who.map(SignedIn::actor).orElse(Actor.SYSTEM);
            audit.record(
                    transaction,
                    actor,
                    AuditAction.FILE_RECEIVED,
                    Subject.of("file", id),
                    Map.of("batch", batch.toString(), "sha256", fixity.sha256(), "sm3", fixity.sm3()));
            if (batches.get(transaction, batch).state() == BatchState.OPEN) {
                work.read(transaction, id, false);
            }
            Faults.before(FaultPoint.COMMIT);
            return new Receipt(id, batch, name.path(), fixity, false, same, reason);
        });
    }

    // The row is locked now. Bytes that had been filed before may have been cleared away just before that.
    private void requireStaged(Fixity fixity) {
        if (!staging.holds(fixity.sha256())) {
            throw new Unavailable(IntakeProblem.CLEARED_MEANWHILE, fixity.sha256());
        }
    }

    private boolean insert(
            Handle transaction,
            UUID id,
            UUID batch,
            DeliveredName name,
            Fixity fixity,
            boolean seenBefore,
            Map<String, String> metadata) {
        return transaction
                        .createUpdate("""
                                insert into received_file (id, batch_id, path, sha256, size, step, reason, seen_before,
                                                           metadata, received_at, changed_at)
                                values (:id, :batch, :path, :sha256, :size, :step, :reason, :seen,
                                        cast(:metadata as jsonb), :now, :now)
                                on conflict (batch_id, path, sha256) do nothing
                                """)
                        .bind("id", id)
                        .bind("batch", batch)
                        .bind("path", name.path())
                        .bind("sha256", fixity.sha256())
                        .bind("size", fixity.size())
                        .bind("step", (name.unsafe() ? Step.QUARANTINED : Step.RECEIVED).name())
                        .bind("reason", name.unsafe() ? "unsafe_name" : null)
                        .bind("seen", seenBefore)
                        .bind("metadata", ReceivedFiles.json(metadata))
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /** The acknowledgement of a file that was received before. */
    Receipt receiptOf(Handle handle, UUID file) {
        return handle.createQuery("""
                        select f.*, o.sm3 from received_file f join staged_object o on o.sha256 = f.sha256
                        where f.id = :id
                        """)
                .bind("id", file)
                .map((row, _) -> new Receipt(
                        file,
                        row.getObject("batch_id", UUID.class),
                        row.getString("path"),
                        new Fixity(row.getString("sha256"), row.getString("sm3"), row.getLong("size")),
                        true,
                        sameBytes(handle, row.getString("sha256"), file),
                        Optional.ofNullable(row.getString("reason"))))
                .one();
    }

    private Receipt again(Handle transaction, UUID batch, DeliveredName name, Fixity fixity) {
        var id = transaction
                .createQuery(
                        "select id from received_file where batch_id = :batch and path = :path and sha256 = :sha256")
                .bind("batch", batch)
                .bind("path", name.path())
                .bind("sha256", fixity.sha256())
                .mapTo(UUID.class)
                .one();
        return receiptOf(transaction, id);
    }

    private static Optional<String> sameBytes(Handle transaction, String sha256, UUID otherThan) {
        return transaction
                .createQuery("""
                        (select i.reference_code from component c join item i on i.id = c.item_id
                         where c.sha256 = :sha256 order by i.filed_at limit 1)
                        union all
                        (select f.path from received_file f
                         where f.sha256 = :sha256 and f.id <> :other
                           and not exists (select 1 from received_file own
                                           where own.id = :other and own.received_at < f.received_at)
                         order by f.received_at limit 1)
                        limit 1
                        """)
                .bind("sha256", sha256)
                .bind("other", otherThan)
                .mapTo(String.class)
                .findOne();
    }
}

package lantai.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Links the audit entries into one chain: each link holds the SM3 and SHA-256 of the link before it and of its entry, so
 * that an entry altered, removed or slipped in later breaks every link after it.
 *
 * <p>Only entries of transactions that no running transaction can precede are linked, because identities are not handed
 * out in the order of commits. One node links at a time, held by an advisory lock.
 */
public final class AuditChain {
    /** How long the sequencer rests between two turns: with the turn itself an entry is linked within a second of its commit. */
    public static final Duration TURN = Duration.ofMillis(500);

    static final long LOCK = 0x4c616e746169L;
    private static final int BATCH = 1000;
    static final Link START = new Link(0, "0".repeat(64), "0".repeat(64));
    private static final HexFormat HEX = HexFormat.of();

    private final Jdbi jdbi;
    /** Every entry of a transaction before this one is linked; 0 until the first look at all of them. */
    private final AtomicLong linkedBefore = new AtomicLong();

    public AuditChain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Links what has been committed since the last call.
     *
     * @return how many entries were linked, 0 when there is nothing to do or another node is at it
     */
    public int link() {
        return jdbi.inTransaction(handle -> {
            var mine = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            return mine ? linkNext(handle) : 0;
        });
    }

    /**
     * Walks the whole chain again.
     *
     * @return the position of the first link that does not fit, or empty when the chain is whole
     */
    public Optional<Long> firstBreak() {
        return jdbi.withHandle(handle -> {
            var last = START;
            while (true) {
                var stored = handle.createQuery("""
                                select c.position, c.sm3, c.sha256, e.id, e.at, e.actor_id, e.actor_name, e.at_machine,
                                       e.action, e.subject_type, e.subject_id, cast(e.detail as text) as detail
                                from audit_chain c left join audit_entry e on e.id = c.entry_id
                                where c.position > :after order by c.position limit :limit
                                """)
                        .bind("after", last.position())
                        .bind("limit", BATCH)
                        .map((rs, context) -> new StoredLink(
                                new Link(rs.getLong("position"), rs.getString("sm3"), rs.getString("sha256")),
                                rs.getObject("id") == null
                                        ? Optional.<Row>empty()
                                        : Optional.of(
                                                ConstructorMapper.of(Row.class).map(rs, context))))
                        .list();
                if (stored.isEmpty()) {
                    return Optional.empty();
                }
                for (var link : stored) {
                    var before = last;
                    var expected = link.row().map(row -> next(before, row));
                    if (expected.filter(link.link()::equals).isEmpty()) {
                        return Optional.of(last.position() + 1);
                    }
                    last = link.link();
                }
            }
        });
    }

    /** {@return the link at a position} */
    static Optional<Link> at(Handle handle, long position) {
        return handle.createQuery("select position, sm3, sha256 from audit_chain where position = :position")
                .bind("position", position)
                .map((rs, _) -> new Link(rs.getLong("position"), rs.getString("sm3"), rs.getString("sha256")))
                .findOne();
    }

    private int linkNext(Handle handle) {
        var settled = handle.createQuery("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                .mapTo(Long.class)
                .one();
        var last = handle.createQuery("select position, sm3, sha256 from audit_chain order by position desc limit 1")
                .map((rs, _) -> new Link(rs.getLong("position"), rs.getString("sm3"), rs.getString("sha256")))
                .findOne()
                .orElse(START);
        var rows = unlinked(handle, linkedBefore.get(), settled);
        var batch = handle.prepareBatch(
                "insert into audit_chain (position, entry_id, sm3, sha256) values (:position, :entry, :sm3, :sha256)");
        for (var row : rows) {
            last = next(last, row);
            batch.bind("position", last.position())
                    .bind("entry", row.id())
                    .bind("sm3", last.sm3())
                    .bind("sha256", last.sha256())
                    .add();
        }
        if (rows.isEmpty()) {
            linkedBefore.set(settled);
        } else {
            batch.execute();
        }
        return rows.size();
    }

    private static List<Row> unlinked(Handle handle, long from, long before) {
        return handle.createQuery("""
                        select e.id, e.at, e.actor_id, e.actor_name, e.at_machine, e.action, e.subject_type,
                               e.subject_id, cast(e.detail as text) as detail
                        from audit_entry e
                        where e.xid >= cast(cast(:from as text) as xid8) and e.xid < cast(cast(:before as text) as xid8)
                          and not exists (select 1 from audit_chain c where c.entry_id = e.id)
                        order by e.id limit :limit
                        """)
                .bind("from", from)
                .bind("before", before)
                .bind("limit", BATCH)
                .map(ConstructorMapper.of(Row.class))
                .list();
    }

    static Link next(Link last, Row row) {
        var entry = row.canonical();
        var sm3 = new SM3Digest();
        var before = HEX.parseHex(last.sm3());
        sm3.update(before, 0, before.length);
        sm3.update(entry, 0, entry.length);
        var sm3Result = new byte[sm3.getDigestSize()];
        sm3.doFinal(sm3Result, 0);
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HEX.parseHex(last.sha256()));
            return new Link(last.position() + 1, HEX.formatHex(sm3Result), HEX.formatHex(sha256.digest(entry)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    record Link(long position, String sm3, String sha256) {}

    /** A link with its entry, if that is still there. */
    private record StoredLink(Link link, Optional<Row> row) {}

    /** An entry as stored; public only for the mapper. */
    public record Row(
            long id,
            OffsetDateTime at,
            @Nullable String actorId,
            String actorName,
            boolean atMachine,
            String action,
            String subjectType,
            String subjectId,
            String detail) {
        byte[] canonical() {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.writeLong(id);
                out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()));
                out.writeBoolean(atMachine);
                for (var text : new @Nullable String[] {actorId, actorName, action, subjectType, subjectId, detail}) {
                    var part = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
                    out.writeInt(part.length);
                    out.write(part);
                }
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return bytes.toByteArray();
        }
    }
}

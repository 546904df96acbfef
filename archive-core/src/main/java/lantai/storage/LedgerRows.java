package lantai.storage;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The ledger in the database. Damage and repair are entries of the audit trail, and so of the record's history. */
public final class LedgerRows implements Ledger {
    private static final String ITEM = "urn:uuid:";
    private static final int LONGEST = 900;
    private static final OffsetDateTime EVER = OffsetDateTime.parse("2000-01-01T00:00:00Z");

    private final Jdbi jdbi;
    private final AuditTrail audit;
    private final InstantSource clock;

    public LedgerRows(Jdbi jdbi, AuditTrail audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A copy that is to be made whole.
     *
     * @param lost whether no good copy was found anywhere
     */
    public record Broken(String location, String objectId, String why, OffsetDateTime since, boolean lost) {}

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public void stored(String objectId, Acknowledged what) {
        jdbi.useHandle(handle -> stored(handle, objectId, what));
    }

    private void stored(Handle handle, String objectId, Acknowledged what) {
        handle.createUpdate("""
                        insert into stored_object (object_id, folder, version, sha512, stored_at)
                        values (:id, :folder, :version, :sha512, :now)
                        on conflict (object_id) do update
                        set version = excluded.version, sha512 = excluded.sha512, stored_at = excluded.stored_at
                        """)
                .bind("id", objectId)
                .bind("folder", FixityDigest.sha256(objectId))
                .bind("version", what.version())
                .bind("sha512", what.sha512())
                .bind("now", now())
                .execute();
    }

    @Override
    public Optional<Acknowledged> acknowledged(String objectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select version, sha512 from stored_object where object_id = :id")
                        .bind("id", objectId)
                        .map((row, _) -> new Acknowledged(row.getInt("version"), row.getString("sha512")))
                        .findOne());
    }

    @Override
    public void enciphered(String objectId, Map<String, Fixity> files) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("delete from enciphered_file where object_id = ?", objectId);
            var rows = transaction.prepareBatch(
                    "insert into enciphered_file (object_id, path, sha256, sm3, bytes) values (?, ?, ?, ?, ?)");
            files.forEach((path, fixity) -> rows.add(objectId, path, fixity.sha256(), fixity.sm3(), fixity.size()));
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    @Override
    public Map<String, Fixity> enciphered(String objectId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select path, sha256, sm3, bytes from enciphered_file where object_id = :id")
                .bind("id", objectId)
                .reduceRows(new HashMap<String, Fixity>(), (files, row) -> {
                    files.put(
                            row.getColumn("path", String.class),
                            new Fixity(
                                    row.getColumn("sha256", String.class),
                                    row.getColumn("sm3", String.class),
                                    row.getColumn("bytes", Long.class)));
                    return files;
                }));
    }

    /** {@return how many objects are enciphered} */
    public long encipheredObjects() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from enciphered_file where path = 'encryption.json'")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public void broken(String location, String objectId, String why) {
        jdbi.useTransaction(transaction -> {
            var isNew = transaction
                            .createUpdate("""
                            insert into broken_copy (location, object_id, why, since) values (:location, :id, :why, :now)
                            on conflict do nothing
                            """)
                            .bind("location", location)
                            .bind("id", objectId)
                            .bind("why", shortened(why))
                            .bind("now", now())
                            .execute()
                    > 0;
            if (isNew) {
                record(transaction, AuditAction.COPY_BROKEN, location, objectId, why);
            }
        });
    }

    @Override
    public void mended(String location, String objectId, String what) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("delete from broken_copy where location = ? and object_id = ?", location, objectId);
            if (!what.isEmpty()) {
                record(transaction, AuditAction.COPY_MENDED, location, objectId, what);
            }
        });
    }

    /** Remembers that no location has good bytes, which the operator must know. */
    public void lost(String location, String objectId, String what) {
        jdbi.useTransaction(transaction -> {
            var isNew = transaction.execute(
                            "update broken_copy set state = 'LOST', tries = tries + 1, last_tried = ? "
                                    + "where location = ? and object_id = ? and state <> 'LOST'",
                            now(),
                            location,
                            objectId)
                    > 0;
            if (isNew) {
                record(transaction, AuditAction.COPY_LOST, location, objectId, what);
            }
        });
    }

    /** Remembers a try that came to nothing because a location did not answer. */
    void tried(String location, String objectId) {
        jdbi.useHandle(handle -> handle.execute(
                "update broken_copy set tries = tries + 1, last_tried = ? where location = ? and object_id = ?",
                now(),
                location,
                objectId));
    }

    /** {@return copies that are broken, those without a good copy anywhere first} */
    public List<Broken> brokenCopies(int size) {
        return broken(
                "select * from broken_copy where since > :before order by state = 'LOST' desc, since limit :size",
                size,
                EVER);
    }

    /** {@return copies whose turn it is to be made whole}; those without a good copy come again after an hour */
    List<Broken> toMend(int size) {
        return broken("""
                select * from broken_copy where state = 'OPEN' or last_tried < :before
                order by last_tried nulls first, since limit :size
                """, size, now().minusHours(1));
    }

    private List<Broken> broken(String query, int size, OffsetDateTime before) {
        return jdbi.withHandle(handle -> handle.createQuery(query)
                .bind("size", size)
                .bind("before", before)
                .map((row, _) -> new Broken(
                        row.getString("location"),
                        row.getString("object_id"),
                        row.getString("why"),
                        row.getObject("since", OffsetDateTime.class),
                        "LOST".equals(row.getString("state"))))
                .list());
    }

    @Override
    public void condemned(String objectId) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into condemned_object (object_id, since) values (?, ?) on conflict do nothing",
                objectId,
                now()));
    }

    @Override
    public boolean isCondemned(String objectId) {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from condemned_object where object_id = :id")
                .bind("id", objectId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void gone(String objectId) {
        jdbi.useTransaction(transaction -> {
            transaction.execute("delete from stored_object where object_id = ?", objectId);
            transaction.execute("delete from enciphered_file where object_id = ?", objectId);
            transaction.execute("delete from broken_copy where object_id = ?", objectId);
            transaction.execute("delete from scrub_finding where object_id = ?", objectId);
            transaction.execute("delete from object_lock where object_id = ?", objectId);
            transaction.execute("delete from condemned_object where object_id = ?", objectId);
        });
    }

    /** {@return whether the objects of the time before the ledger were taken in} */
    boolean isComplete() {
        return jdbi.withHandle(handle -> handle.createQuery("select 1 from stored_object_intake")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /** Remembers an object that stands at a location and that nobody knows yet. */
    void takeIn(String objectId, Acknowledged what) {
        jdbi.useHandle(handle -> {
            if (acknowledged(objectId).isEmpty()) {
                stored(handle, objectId, what);
            }
        });
    }

    /** From now on an object without a row is a finding. */
    void complete() {
        jdbi.useHandle(handle ->
                handle.execute("insert into stored_object_intake (taken_at) values (?) on conflict do nothing", now()));
    }

    private void record(Handle transaction, AuditAction action, String location, String objectId, String what) {
        audit.record(
                transaction,
                Actor.SYSTEM,
                action,
                subject(objectId),
                Map.of("location", location, "what", shortened(what)));
    }

    /** {@return whom the history tells about it} */
    private static Subject subject(String objectId) {
        if (objectId.startsWith(ITEM)) {
            try {
                return Subject.of("item", UUID.fromString(objectId.substring(ITEM.length())));
            } catch (IllegalArgumentException notAnItem) {
                return new Subject("object", objectId);
            }
        }
        return new Subject("object", objectId);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

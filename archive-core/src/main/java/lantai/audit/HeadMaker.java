package lantai.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import lantai.key.SigningKey;
import lantai.problem.Unavailable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes and exports the heads of the audit trail. It signs only what goes on from the last exported head: when the database
 * contradicts that, it refuses, again and again, until a person has looked.
 */
public final class HeadMaker {
    private static final long LOCK = 0x4c616e746168L;
    private static final HexFormat HEX = HexFormat.of();

    private final Jdbi jdbi;
    private final SigningKey key;
    private final HeadFolder folder;
    private final HeadPace pace;
    private final InstantSource clock;

    public HeadMaker(Jdbi jdbi, SigningKey key, HeadFolder folder, HeadPace pace, InstantSource clock) {
        this.jdbi = jdbi;
        this.key = key;
        this.folder = folder;
        this.pace = pace;
        this.clock = clock;
    }

    /** {@return how many entries a new head covers for the first time, 0 when none is due or another node is at it} */
    public int exportIfDue() throws IOException {
        return export(false);
    }

    /** Makes a head over all that is linked, due or not. */
    public int exportNow() throws IOException {
        return export(true);
    }

    /** {@return for how long the oldest entry that is under no head has waited; empty when all are} */
    public Optional<Duration> waiting() {
        var size = folder.last().map(SignedHead::size).orElse(0L);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select e.at from audit_entry e
                        where e.id > coalesce((select entry_id from audit_chain where position = :size), 0)
                          and not exists (select 1 from audit_chain c where c.entry_id = e.id and c.position <= :size)
                        order by e.id limit 1
                        """)
                .bind("size", size)
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(at -> Duration.between(at.toInstant(), clock.instant())));
    }

    /** {@return whether an entry has waited longer than twice the interval for its head} */
    public boolean isLate() {
        return waiting()
                .filter(time -> time.compareTo(pace.interval().multipliedBy(2)) > 0)
                .isPresent();
    }

    private int export(boolean now) throws IOException {
        return jdbi.inTransaction(handle -> {
            var mine = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            if (!mine) {
                return 0;
            }
            if (!AuditTree.grow(handle)) {
                return 1;
            }
            var size = AuditTree.size(handle);
            var last = folder.last();
            var fresh = (int) Math.min(
                    Integer.MAX_VALUE, size - last.map(SignedHead::size).orElse(0L));
            if (fresh < 0 || (fresh > 0 && (now || isDue(last, fresh)))) {
                last.ifPresent(head -> refuseContradiction(handle, head, size));
                folder.write(head(handle, size, last));
                return fresh;
            }
            return 0;
        });
    }

    private boolean isDue(Optional<SignedHead> last, int fresh) {
        return fresh >= pace.entries()
                || last.filter(head -> Duration.between(head.time(), clock.instant())
                                        .abs()
                                        .compareTo(pace.interval())
                                < 0)
                        .isEmpty();
    }

    private SignedHead head(Handle handle, long size, Optional<SignedHead> last) {
        var link = AuditChain.at(handle, size).orElseThrow();
        return new SignedHead(
                        size,
                        HEX.formatHex(AuditTree.root(handle, size)),
                        time(last),
                        link.sm3(),
                        link.sha256(),
                        last.map(HeadMaker::digest).orElse("-"),
                        key.id(),
                        "")
                .signedWith(key);
    }

    private Instant time(Optional<SignedHead> last) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return last.map(SignedHead::time).filter(now::isBefore).orElse(now);
    }

    private void refuseContradiction(Handle handle, SignedHead head, long size) {
        var fits = head.size() <= size
                && (!head.key().equals(key.id()) || head.isSignedBy(key.publicKey()))
                && AuditChain.at(handle, head.size())
                        .filter(link -> link.sm3().equals(head.chainSm3())
                                && link.sha256().equals(head.chainSha256()))
                        .isPresent()
                && HEX.formatHex(AuditTree.root(handle, head.size())).equals(head.root());
        if (!fits) {
            throw new Unavailable(AuditProblem.HEAD_CONTRADICTED, head.size());
        }
    }

    /** {@return by what the next head names this one: SHA-256 of its file} */
    static String digest(SignedHead head) {
        try {
            return HEX.formatHex(
                    MessageDigest.getInstance("SHA-256").digest(head.file().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

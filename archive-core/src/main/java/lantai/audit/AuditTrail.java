package lantai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lantai.fault.FaultPoint;
import lantai.fault.Faults;
import org.jdbi.v3.core.Handle;

/**
 * Where every deed is written down, in the transaction of the deed itself: if the deed is there, so is its entry.
 *
 * <p>Entries are append-only; {@link AuditChain} links them after the commit, so that writers never wait for each other.
 */
public final class AuditTrail {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;

    public AuditTrail(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Records a deed.
     *
     * @param transaction the transaction of the deed
     * @param subject what was touched
     * @param detail what else an auditor needs; never a personal number
     */
    public void record(
            Handle transaction, Actor actor, AuditAction action, Subject subject, Map<String, String> detail) {
        Faults.before(FaultPoint.AUDIT);
        transaction
                .createUpdate("""
                        insert into audit_entry
                            (at, actor_id, actor_name, at_machine, action, subject_type, subject_id, detail)
                        values (:at, :actorId, :actorName, :atMachine, :action, :type, :id, cast(:detail as jsonb))
                        """)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("actorId", actor.id().orElse(null))
                .bind("actorName", actor.name())
                .bind("atMachine", actor.atMachine())
                .bind("action", action.name())
                .bind("type", subject.type())
                .bind("id", subject.id())
                .bind("detail", json(detail))
                .execute();
        Faults.after(FaultPoint.AUDIT);
    }

    /** {@return whether an account has done such a deed to a subject at or after that moment} */
    public boolean hasDone(Handle handle, UUID account, AuditAction action, Subject subject, Instant since) {
        return handle.createQuery("""
                        select exists (select 1 from audit_entry
                            where subject_type = :type and subject_id = :id and actor_id = :account
                              and action = :action and at >= :since)
                        """)
                .bind("type", subject.type())
                .bind("id", subject.id())
                .bind("account", account)
                .bind("action", action.name())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Boolean.class)
                .one();
    }

    private static String json(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

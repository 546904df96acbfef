package lantai.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One deed, as recorded.
 *
 * @param id grows with time, but not strictly in the order of commits
 * @param detail what else an auditor needs, without personal numbers
 */
public record AuditEntry(
        long id,
        Instant at,
        Actor actor,
        AuditAction action,
        String subjectType,
        String subjectId,
        Map<String, String> detail) {
    public AuditEntry {
        detail = Map.copyOf(detail);
    }
}

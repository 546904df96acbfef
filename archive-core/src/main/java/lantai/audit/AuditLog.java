package lantai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads the audit trail, newest first. Reading it is a deed that the caller records too. */
public final class AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What to show.
     *
     * @param actor part of a sign-in name
     * @param before only entries with a smaller id: the cursor of the next page
     * @param size entries on a page, from 1 to 500
     */
    public record Filter(
            Optional<String> actor,
            Optional<AuditAction> action,
            Optional<Subject> subject,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Long> before,
            int size) {}

    /** {@return the entries of one page, newest first} */
    public List<AuditEntry> list(Handle handle, Filter filter) {
        return handle.createQuery("""
                        select id, at, actor_id, actor_name, at_machine, action, subject_type, subject_id,
                               cast(detail as text) as detail
                        from audit_entry
                        where (cast(:actor as text) is null or actor_name ilike '%' || :actor || '%')
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:type as text) is null or subject_type = :type and subject_id = :subject)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:until as timestamptz) is null or at < :until)
                          and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :size
                        """)
                .bind("actor", filter.actor().orElse(null))
                .bind("action", filter.action().map(AuditAction::name).orElse(null))
                .bind("type", filter.subject().map(Subject::type).orElse(null))
                .bind("subject", filter.subject().map(Subject::id).orElse(null))
                .bind(
                        "from",
                        filter.from().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind(
                        "until",
                        filter.until()
                                .map(time -> time.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .bind("before", filter.before().orElse(null))
                .bind("size", filter.size())
                .map((rs, _) -> entry(rs))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(
                        Optional.ofNullable(row.getObject("actor_id", UUID.class)),
                        row.getString("actor_name"),
                        row.getBoolean("at_machine")),
                AuditAction.valueOf(row.getString("action")),
                row.getString("subject_type"),
                row.getString("subject_id"),
                detail(row.getString("detail")));
    }

    private static Map<String, String> detail(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException foreign) {
            return Map.of("raw", json);
        }
    }
}

package lantai.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** The drafts of rules: their rows. */
final class PolicyDrafts {
    private static final String SELECT = """
            select id, name, base, revision, state, cast(content as text) as content, authors, changed_at, reason,
                effective_on, submitted_by, decided_by, decision
            from policy_draft
            """;
    private static final String OPEN = " state in ('DRAFT', 'SUBMITTED', 'RETURNED') ";

    private final InstantSource clock;

    PolicyDrafts(InstantSource clock) {
        this.clock = clock;
    }

    Optional<PolicyDraft> open(Handle handle, String name) {
        return handle.createQuery(SELECT + " where name = :name and" + OPEN)
                .bind("name", name)
                .map((row, _) -> draft(row))
                .findOne();
    }

    List<PolicyDraft> open(Handle handle) {
        return handle.createQuery(SELECT + " where" + OPEN + "order by changed_at")
                .map((row, _) -> draft(row))
                .list();
    }

    List<PolicyDraft> closed(Handle handle, String name) {
        return handle.createQuery(
                        SELECT + " where name = :name and not (" + OPEN + ") order by changed_at desc limit 100")
                .bind("name", name)
                .map((row, _) -> draft(row))
                .list();
    }

    void add(Handle transaction, PolicyDraft draft) {
        transaction
                .createUpdate("""
                        insert into policy_draft (id, name, base, revision, state, content, authors, changed_at, reason,
                            effective_on, submitted_by, decided_by, decision)
                        values (:id, :name, :base, :revision, :state, cast(:content as jsonb), :authors, :now, :reason,
                            :effectiveOn, :submittedBy, :decidedBy, :decision)
                        """)
                .bind("id", draft.id())
                .bind("name", draft.name())
                .bind("base", draft.base())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindMap(values(draft))
                .execute();
    }

    /**
     * Writes a changed draft, unless somebody else has changed it since it was read.
     *
     * @param draft its revision is one more than what was read
     */
    void change(Handle transaction, PolicyDraft draft) {
        var changed = transaction
                .createUpdate("""
                        update policy_draft set revision = :revision, state = :state, content = cast(:content as jsonb),
                            authors = :authors, changed_at = :now, reason = :reason, effective_on = :effectiveOn,
                            submitted_by = :submittedBy, decided_by = :decidedBy, decision = :decision
                        where id = :id and revision = :revision - 1
                        """)
                .bind("id", draft.id())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindMap(values(draft))
                .execute();
        if (changed == 0) {
            throw new Refused(PolicyProblem.DRAFT_CHANGED_BY_ANOTHER);
        }
    }

    private static java.util.Map<String, Object> values(PolicyDraft draft) {
        var values = new java.util.HashMap<String, Object>();
        values.put("revision", draft.revision());
        values.put("state", draft.state().name());
        values.put("content", draft.content());
        values.put("authors", draft.authors().toArray(String[]::new));
        values.put("reason", draft.reason());
        values.put("effectiveOn", draft.effectiveOn().orElse(null));
        values.put("submittedBy", draft.submittedBy().orElse(null));
        values.put("decidedBy", draft.decidedBy().orElse(null));
        values.put("decision", draft.decision());
        return values;
    }

    private static PolicyDraft draft(ResultSet row) throws SQLException {
        return new PolicyDraft(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("base"),
                row.getInt("revision"),
                DraftState.valueOf(row.getString("state")),
                row.getString("content"),
                List.of((String[]) row.getArray("authors").getArray()),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("effective_on", LocalDate.class)),
                Optional.ofNullable(row.getString("submitted_by")),
                Optional.ofNullable(row.getString("decided_by")),
                row.getString("decision"));
    }
}

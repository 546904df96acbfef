package lantai.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * The numbers that were given out and are held by no record (断号). A gap is lawful but must be explained (DA/T 70-2018 looks at
 * the order of numbers); its number is never used again.
 */
public final class CodeGaps {
    private final AuditTrail audit;
    private final InstantSource clock;

    public CodeGaps(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Why a number is held by no record. */
    public enum Kind {
        /** It was reserved and the document was taken back before it was filed. */
        WITHDRAWN,
        /** Its record has another number now. */
        RENUMBERED,
        /** Its record was destroyed or handed over. */
        DISPOSED,
        /** Somebody has looked into it and written down why. */
        EXPLAINED
    }

    /**
     * One scope with its numbers.
     *
     * @param last the number handed out last
     * @param held how many numbers are held by records
     * @param explained how many gaps are explained
     */
    public record Scope(String scope, int last, int held, int explained) {
        /** {@return how many numbers are neither held nor explained, those just being filed included} */
        public int open() {
            return last - held - explained;
        }
    }

    /**
     * One gap.
     *
     * @param kind nothing while nobody has explained it
     */
    public record Gap(int number, Optional<Kind> kind, String reason, String writtenBy, Optional<Instant> writtenAt) {}

    /** {@return all scopes, those with open gaps first} */
    public List<Scope> scopes(Handle handle) {
        return handle.createQuery("""
                        select s.scope, s.last, coalesce(i.held, 0) as held, coalesce(g.explained, 0) as explained
                        from code_sequence s
                        left join (select code_scope, count(*) as held from item group by code_scope) i
                            on i.code_scope = s.scope
                        left join (select scope, count(*) as explained from code_gap group by scope) g
                            on g.scope = s.scope
                        order by s.last - coalesce(i.held, 0) - coalesce(g.explained, 0) desc, s.scope
                        """)
                .map((row, _) -> new Scope(
                        row.getString("scope"), row.getInt("last"), row.getInt("held"), row.getInt("explained")))
                .list();
    }

    /** {@return the gaps of a scope in order} */
    public List<Gap> gaps(Handle handle, String scope) {
        return handle.createQuery("""
                        select n.number, g.kind, g.reason, g.written_by, g.written_at
                        from code_sequence s cross join generate_series(1, s.last) as n (number)
                        left join code_gap g on g.scope = s.scope and g.number = n.number
                        where s.scope = :scope and not exists
                            (select 1 from item i where i.code_scope = s.scope and i.item_number = n.number)
                        order by n.number
                        """)
                .bind("scope", scope)
                .map((row, _) -> gap(row))
                .list();
    }

    /**
     * Explains a number that no record holds.
     *
     * @throws Malformed when the reason is missing
     * @throws Refused when a record holds it, it was never given out, or it is explained already
     */
    public void explain(Handle transaction, Actor by, String scope, int number, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(RecordProblem.REASON_MISSING);
        }
        var isGap = gaps(transaction, scope).stream()
                .anyMatch(gap -> gap.number() == number && gap.kind().isEmpty());
        if (!isGap) {
            throw new Refused(RecordProblem.NOT_A_GAP, scope, number);
        }
        write(transaction, by, Kind.EXPLAINED, scope + number, new Place(scope, number), reason.strip());
    }

    /**
     * Writes down why a code is held by no record from now on.
     *
     * @param reason in words
     */
    public void leave(Handle transaction, Actor by, Kind kind, ReferenceCode code, String reason) {
        Place.of(code).ifPresent(place -> write(transaction, by, kind, code.text(), place, reason));
    }

    private void write(Handle transaction, Actor by, Kind kind, String code, Place place, String reason) {
        transaction
                .createUpdate("""
                        insert into code_gap (scope, number, reference_code, kind, reason, written_by, written_at)
                        values (:scope, :number, :code, :kind, :reason, :by, :now)
                        on conflict (scope, number) do update
                            set kind = excluded.kind, reason = excluded.reason, written_by = excluded.written_by,
                                written_at = excluded.written_at
                        """)
                .bind("scope", place.scope())
                .bind("number", place.number())
                .bind("code", code)
                .bind("kind", kind.name())
                .bind("reason", reason)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(
                transaction,
                by,
                AuditAction.CODE_GAP_EXPLAINED,
                new Subject("code", code),
                Map.of("kind", kind.name(), "reason", reason));
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getInt("number"),
                Optional.ofNullable(row.getString("kind")).map(Kind::valueOf),
                Optional.ofNullable(row.getString("reason")).orElse(""),
                Optional.ofNullable(row.getString("written_by")).orElse(""),
                Optional.ofNullable(row.getObject("written_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** Where a number is counted. */
    private record Place(String scope, int number) {
        static Optional<Place> of(ReferenceCode code) {
            return code.parts().map(parts -> new Place(CodeColumns.scope(code, parts), parts.number()));
        }
    }
}

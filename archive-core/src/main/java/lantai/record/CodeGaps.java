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
    private static final int LONGEST_RUN = 10_000;

    private final AuditTrail audit;
    private final InstantSource clock;
    private final Counted counted;

    /** The numbers of items. */
    public CodeGaps(AuditTrail audit, InstantSource clock) {
        this(audit, clock, Counted.ITEMS);
    }

    private CodeGaps(AuditTrail audit, InstantSource clock, Counted counted) {
        this.audit = audit;
        this.clock = clock;
        this.counted = counted;
    }

    /** {@return the same for what is counted} */
    public CodeGaps of(Counted other) {
        return new CodeGaps(audit, clock, other);
    }

    /** What numbers are given to. */
    public enum Counted {
        /** Items (件号, 张号). */
        ITEMS("code_sequence", "select code_scope as scope, item_number as number from item"),
        /**
         * What is counted apart from items: volumes, photo groups, boxes, lists of destruction and of transfer. A group never gets
         * the number of a photo that was filed before there were groups.
         */
        GROUPS("group_sequence", """
                select regexp_replace(code, before || '\\d+$', '') as scope,
                    cast(substring(code from '\\d{1,8}$') as int) as number
                from (
                    select reference_code as code, '' as before from volume
                    union all select reference_code, '' from photo_group
                    union all select code, '' from box
                    union all select number, '-' from destruction_list
                    union all select number, '-' from transfer_list) c
                where code ~ '\\d$'
                union all
                select p.code_scope, p.item_number from item p
                where p.code_scope in (select g.scope from photo_group g)
                """);

        private final String sequence;
        private final String held;

        Counted(String sequence, String held) {
            this.sequence = sequence;
            this.held = held;
        }

        /** {@return the one with this name, items when there is none} */
        public static Counted of(String typed) {
            return typed.equalsIgnoreCase(GROUPS.name()) ? GROUPS : ITEMS;
        }

        /** Puts the tables into a question. */
        private String in(String question) {
            return question.replace("{sequence}", sequence).replace("{held}", "(" + held + ")");
        }
    }

    /** Why a number is held by no record. */
    public enum Kind {
        /** It was reserved and the document was taken back before it was filed. */
        WITHDRAWN,
        /** Its record has another number now. */
        RENUMBERED,
        /** Its record was destroyed or handed over. */
        DISPOSED,
        /** It came with a catalogue whose import was undone; the same record may come again under it. */
        IMPORT_UNDONE,
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
     * One number that no record holds, or a run of them that nobody has explained.
     *
     * @param last the same as the first for a single number
     * @param kind nothing while nobody has explained it
     */
    public record Gap(
            int first, int last, Optional<Kind> kind, String reason, String writtenBy, Optional<Instant> writtenAt) {}

    /** {@return scopes, those with open gaps first} */
    public List<Scope> scopes(Handle handle, int offset, int size) {
        return handle.createQuery(counted.in("""
                        select s.scope, s.last, coalesce(i.held, 0) as held, coalesce(g.explained, 0) as explained
                        from {sequence} s
                        left join (select h.scope, count(*) as held from {held} h group by h.scope) i
                            on i.scope = s.scope
                        left join (
                            select c.scope, count(*) as explained from code_gap c join {sequence} q on q.scope = c.scope
                            where c.number <= q.last group by c.scope) g on g.scope = s.scope
                        order by s.last - coalesce(i.held, 0) - coalesce(g.explained, 0) desc, s.scope
                        offset :offset limit :size
                        """))
                .bind("offset", offset)
                .bind("size", size)
                .map((row, _) -> new Scope(
                        row.getString("scope"), row.getInt("last"), row.getInt("held"), row.getInt("explained")))
                .list();
    }

    /**
     * The gaps of a scope in order. A run of numbers that nobody has explained is one gap, however long it is.
     *
     * @param after the first gap begins above this number; 0 for the beginning
     */
    public List<Gap> gaps(Handle handle, String scope, int after, int size) {
        return handle.createQuery(counted.in("""
                        with here as (select h.number from {held} h where h.scope = :scope), taken as (
                            select 0 as number
                            union select number from here
                            union select number from code_gap where scope = :scope
                        ), runs as (
                            select t.number + 1 as first, lead(t.number, 1, s.last + 1) over (order by t.number) - 1 as last
                            from taken t cross join {sequence} s where s.scope = :scope
                        )
                        select first, last, null as kind, null as reason, null as written_by,
                            cast(null as timestamptz) as written_at
                        from runs where last >= first and first > :after
                        union all
                        select number, number, kind, reason, written_by, written_at from code_gap g
                        where scope = :scope and number > :after and number not in (select number from here)
                        order by first limit :size
                        """))
                .bind("scope", scope)
                .bind("after", after)
                .bind("size", size)
                .map((row, _) -> gap(row))
                .list();
    }

    /**
     * Explains numbers that no record holds.
     *
     * @param first the first of them
     * @param last the last of them, the same for a single number
     * @throws Malformed when the reason is missing
     * @throws Refused when a record holds one of them, one was never given out or is explained already, or they are more than
     *     10 000
     */
    public void explain(Handle transaction, Actor by, String scope, int first, int last, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(RecordProblem.REASON_MISSING);
        }
        if (last - (long) first >= LONGEST_RUN) {
            throw new Refused(RecordProblem.RUN_TOO_LONG, LONGEST_RUN);
        }
        if (!isOpen(transaction, scope, first, last)) {
            throw new Refused(RecordProblem.NOT_A_GAP, scope, first);
        }
        for (var number = first; number <= last; number++) {
            insert(transaction, by, Kind.EXPLAINED, scope + number, new Place(scope, number), reason.strip());
        }
        told(
                transaction,
                by,
                Kind.EXPLAINED,
                first == last ? scope + first : scope + first + ".." + last,
                reason.strip());
    }

    private boolean isOpen(Handle handle, String scope, int first, int last) {
        return handle.createQuery(counted.in("""
                        select :first between 1 and :last and :last <= s.last
                            and not exists (select 1 from {held} h
                                where h.scope = s.scope and h.number between :first and :last)
                            and not exists (select 1 from code_gap
                                where scope = s.scope and number between :first and :last)
                        from {sequence} s where s.scope = :scope
                        """))
                .bind("scope", scope)
                .bind("first", first)
                .bind("last", last)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
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
        insert(transaction, by, kind, code, place, reason);
        told(transaction, by, kind, code, reason);
    }

    private void insert(Handle transaction, Actor by, Kind kind, String code, Place place, String reason) {
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
    }

    private void told(Handle transaction, Actor by, Kind kind, String code, String reason) {
        audit.record(
                transaction,
                by,
                AuditAction.CODE_GAP_EXPLAINED,
                new Subject("code", code),
                Map.of("kind", kind.name(), "reason", reason));
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                row.getInt("first"),
                row.getInt("last"),
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

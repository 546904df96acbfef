package lantai.ingest.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.ingest.scan.ScanFinding.State;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Hands a batch of scans over (交接): one person hands it over with its counts, another one takes it over. Counts what each operator
 * scanned. The caller brings the transaction.
 */
public final class HandOverDesk {
    private static final int LONGEST = 500;

    private final ScanDesk scans;
    private final AuditTrail audit;
    private final InstantSource clock;

    public HandOverDesk(ScanDesk scans, AuditTrail audit, InstantSource clock) {
        this.scans = scans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A batch handed over, with its counts at that moment.
     *
     * @param open findings that nobody had spoken of
     * @param takenBy who took it over, once somebody has
     */
    public record HandOver(
            UUID batch,
            int files,
            int pages,
            int read,
            int refused,
            int separators,
            int documents,
            int open,
            String note,
            String handedBy,
            Instant handedAt,
            Optional<String> takenBy,
            Optional<Instant> takenAt,
            String takenNote) {}

    /**
     * Hands a batch over.
     *
     * @throws Refused when that was done before, or nothing has come in yet
     */
    public HandOver handOver(Handle transaction, SignedIn who, UUID batch, String note) {
        ScanDesk.lock(transaction, batch);
        if (of(transaction, batch).isPresent()) {
            throw new Refused(ScanProblem.HANDED_OVER_BEFORE);
        }
        var tally = scans.tally(transaction, batch);
        if (tally.in() == 0) {
            throw new Refused(ScanProblem.NOTHING_TO_DRAW);
        }
        var open = scans.findings(transaction, batch).stream()
                .filter(one -> one.state() == State.OPEN)
                .count();
        transaction
                .createUpdate("""
                        insert into scan_handover (batch_id, files, pages, read, refused, separators, documents, open, note,
                            handed_by, handed_at)
                        values (:batch, (select count(*) from received_file where batch_id = :batch), :pages, :read, :refused,
                            :separators, (select count(*) from document where batch_id = :batch), :open, :note, :by, :now)
                        """)
                .bind("batch", batch)
                .bind("pages", tally.in())
                .bind("read", tally.read())
                .bind("refused", tally.refused())
                .bind("separators", tally.separators())
                .bind("open", open)
                .bind("note", cut(note))
                .bind("by", who.account().name())
                .bind("now", now())
                .execute();
        record(transaction, who, batch, "handed over");
        return of(transaction, batch).orElseThrow();
    }

    /**
     * Takes a batch over.
     *
     * @throws Refused when it was not handed over, was taken over before, or the same person handed it over
     */
    public HandOver takeOver(Handle transaction, SignedIn who, UUID batch, String note) {
        var handed = of(transaction, batch).orElseThrow(() -> new Refused(ScanProblem.NOT_HANDED_OVER));
        if (handed.handedBy().equals(who.account().name())) {
            throw new Refused(ScanProblem.SAME_PERSON);
        }
        var taken = transaction
                .createUpdate("""
                        update scan_handover set taken_by = :by, taken_at = :now, taken_note = :note
                        where batch_id = :batch and taken_by is null
                        """)
                .bind("batch", batch)
                .bind("by", who.account().name())
                .bind("now", now())
                .bind("note", cut(note))
                .execute();
        if (taken == 0) {
            throw new Refused(ScanProblem.HANDED_OVER_BEFORE);
        }
        record(transaction, who, batch, "taken over");
        return of(transaction, batch).orElseThrow();
    }

    /** {@return the hand-over of a batch, when it has been handed over} */
    public Optional<HandOver> of(Handle handle, UUID batch) {
        return handle.createQuery("select * from scan_handover where batch_id = :batch")
                .bind("batch", batch)
                .map((row, _) -> handOver(row))
                .findOne();
    }

    /**
     * What one operator scanned on one day.
     *
     * @param operator as the sender named him, else who delivered the batch, else empty
     * @param source the way the batch came, for a batch that nobody delivered in person
     */
    public record Count(
            String operator,
            String source,
            LocalDate day,
            int batches,
            int files,
            int pages,
            int findings,
            int dismissed,
            int rescans) {}

    /**
     * Counts what operators scanned.
     *
     * @param from the first day
     * @param to the last day
     */
    public List<Count> counts(Handle handle, LocalDate from, LocalDate to, ZoneId zone) {
        return handle.createQuery("""
                        with counted as (
                            select coalesce(nullif(f.metadata ->> 'operator', ''), a.display_name, '') as operator,
                                b.source, cast(f.received_at at time zone :zone as date) as day, f.id, f.batch_id,
                                (select count(*) from scan_page p where p.file_id = f.id) as pages,
                                (select count(*) from scan_finding n where n.file_id = f.id) as findings,
                                (select count(*) from scan_finding n
                                 where n.file_id = f.id and n.state = 'DISMISSED') as dismissed,
                                (select count(*) from scan_replacement r where r.old_file = f.id) as rescans
                            from received_file f join batch b on b.id = f.batch_id
                            left join account a on a.id = b.created_by
                            where f.received_at >= :from and f.received_at < :to
                              and exists (select 1 from scan_page p where p.file_id = f.id))
                        select operator, source, day, count(distinct batch_id) as batches, count(*) as files,
                            sum(pages) as pages, sum(findings) as findings, sum(dismissed) as dismissed,
                            sum(rescans) as rescans
                        from counted group by operator, source, day order by day desc, operator, source
                        """)
                .bind("zone", zone.getId())
                .bind("from", from.atStartOfDay(zone).toOffsetDateTime())
                .bind("to", to.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .map((row, _) -> new Count(
                        row.getString("operator"),
                        row.getString("source"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("batches"),
                        row.getInt("files"),
                        row.getInt("pages"),
                        row.getInt("findings"),
                        row.getInt("dismissed"),
                        row.getInt("rescans")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String cut(String note) {
        var said = note.strip();
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }

    private void record(Handle transaction, SignedIn who, UUID batch, String deed) {
        audit.record(
                transaction,
                who.actor(),
                AuditAction.SCAN_HANDED_OVER,
                Subject.of("batch", batch),
                Map.of("deed", deed));
    }

    private static HandOver handOver(ResultSet row) throws SQLException {
        return new HandOver(
                row.getObject("batch_id", UUID.class),
                row.getInt("files"),
                row.getInt("pages"),
                row.getInt("read"),
                row.getInt("refused"),
                row.getInt("separators"),
                row.getInt("documents"),
                row.getInt("open"),
                row.getString("note"),
                row.getString("handed_by"),
                row.getObject("handed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("taken_by")),
                Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("taken_note"));
    }
}

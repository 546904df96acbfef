package lantai.fonds;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import org.jdbi.v3.core.Handle;

/** The fonds descriptive file (全宗卷): papers are added and struck, never taken out. */
public final class FondsFile {
    private final AuditTrail audit;
    private final InstantSource clock;

    FondsFile(AuditTrail audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return the papers of a fonds in their order} */
    public List<FondsPaper> papers(Handle handle, String fonds) {
        return handle.createQuery("select * from fonds_paper where fonds = :fonds order by number")
                .bind("fonds", fonds)
                .map((row, _) -> new FondsPaper(
                        row.getInt("number"),
                        PaperKind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getObject("dated", LocalDate.class),
                        row.getString("note"),
                        row.getString("written_by"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("struck"),
                        row.getString("struck_by")))
                .list();
    }

    /**
     * A paper to be added.
     *
     * @param dated the day it bears
     */
    public record NewPaper(PaperKind kind, String title, LocalDate dated, String note) {}

    /**
     * Adds a paper at the end.
     *
     * @return its number in the file
     * @throws Malformed when it has no title
     * @throws NotFound when there is no such fonds
     */
    public int add(Handle transaction, Actor by, String fonds, NewPaper paper) {
        if (paper.title().isBlank()) {
            throw new Malformed(FondsProblem.TITLE_MISSING);
        }
        var locked = transaction
                .createQuery("select number from fonds where number = :fonds for update")
                .bind("fonds", fonds)
                .mapTo(String.class)
                .findOne();
        if (locked.isEmpty()) {
            throw new NotFound(FondsProblem.NO_SUCH_FONDS, fonds);
        }
        var number = transaction
                .createQuery("""
                        insert into fonds_paper (id, fonds, number, kind, title, dated, note, written_by, written_at)
                        select :id, :fonds, coalesce(max(number), 0) + 1, :kind, :title, :dated, :note, :by, :now
                        from fonds_paper where fonds = :fonds
                        returning number
                        """)
                .bind("id", UUID.randomUUID())
                .bind("fonds", fonds)
                .bind("kind", paper.kind().name())
                .bind("title", paper.title().strip())
                .bind("dated", paper.dated())
                .bind("note", paper.note().strip())
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Integer.class)
                .one();
        record(transaction, by, fonds, Map.of("deed", "add-paper", "number", Integer.toString(number)));
        return number;
    }

    /**
     * Strikes a paper that was added by mistake; it stays readable.
     *
     * @throws Malformed when the reason is missing
     * @throws NotFound when there is no such paper that holds
     */
    public void strike(Handle transaction, Actor by, String fonds, int number, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(FondsProblem.REASON_MISSING);
        }
        var struck = transaction
                .createUpdate("""
                        update fonds_paper set struck = :reason, struck_by = :by
                        where fonds = :fonds and number = :number and struck = ''
                        """)
                .bind("fonds", fonds)
                .bind("number", number)
                .bind("reason", reason.strip())
                .bind("by", by.name())
                .execute();
        if (struck == 0) {
            throw new NotFound(FondsProblem.NO_SUCH_PAPER, number);
        }
        record(
                transaction,
                by,
                fonds,
                Map.of("deed", "strike-paper", "number", Integer.toString(number), "reason", reason.strip()));
    }

    private void record(Handle transaction, Actor by, String fonds, Map<String, String> detail) {
        audit.record(transaction, by, AuditAction.FONDS_CHANGED, new Subject("fonds", fonds), detail);
    }
}

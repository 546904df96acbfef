package lantai.inspection;

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
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.policy.PolicyCentre;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where the archive inspects itself: opened from the checklist in force, answered point by point, closed when every point has
 * its answer; findings wait until somebody tells how they were mended. The caller brings the transaction.
 */
public final class InspectionDesk {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PolicyCentre policies;
    private final AuditTrail audit;
    private final InstantSource clock;

    public InspectionDesk(PolicyCentre policies, AuditTrail audit, InstantSource clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the shipped checklist, unless the archive has its own. */
    public void seed(Handle transaction) {
        policies.seed(transaction, Checklist.POLICY, Checklist.shipped());
    }

    /** {@return today in the archive's time zone} */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /**
     * Opens one.
     *
     * @throws Malformed when the title is missing
     */
    public Inspection open(Handle transaction, Actor by, String title) {
        if (title.isBlank()) {
            throw new Malformed(InspectionProblem.TITLE_MISSING);
        }
        var list =
                Checklist.parse(policies.inForce(transaction, Checklist.POLICY).content());
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        insert into inspection (id, title, list_title, opened_by, opened_at)
                        values (:id, :title, :listTitle, :by, :now)
                        """)
                .bind("id", id)
                .bind("title", title.strip())
                .bind("listTitle", list.title())
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        var points = transaction.prepareBatch("""
                insert into inspection_answer (inspection_id, ordinal, number, section, question, basis, evidence, verdict)
                values (:id, :ordinal, :number, :section, :question, :basis, :evidence, 'OPEN')
                """);
        for (var ordinal = 0; ordinal < list.points().size(); ordinal++) {
            var point = list.points().get(ordinal);
            points.bind("id", id)
                    .bind("ordinal", ordinal + 1)
                    .bind("number", point.number())
                    .bind("section", point.section())
                    .bind("question", point.question())
                    .bind("basis", point.basis())
                    .bind("evidence", point.evidence())
                    .add();
        }
        points.execute();
        record(transaction, by, id, AuditAction.INSPECTION_OPENED, Map.of("title", title.strip()));
        return get(transaction, id);
    }

    /**
     * One line of the list of inspections.
     *
     * @param open points without an answer
     * @param findings points at which something must be mended
     * @param waiting findings that are not mended yet
     */
    public record Summary(
            UUID id,
            String title,
            String openedBy,
            Instant openedAt,
            boolean closed,
            int open,
            int findings,
            int waiting) {}

    /** {@return all of them, the last first, a page at a time} */
    public List<Summary> page(Handle handle, int offset, int size) {
        return handle.createQuery("""
                        select i.id, i.title, i.opened_by, i.opened_at, i.closed_at is not null as closed,
                            count(*) filter (where a.verdict = 'OPEN') as open,
                            count(*) filter (where a.verdict = 'FINDING') as findings,
                            count(*) filter (where a.verdict = 'FINDING' and a.mended_at is null) as waiting
                        from inspection i join inspection_answer a on a.inspection_id = i.id
                        group by i.id order by i.opened_at desc, i.id offset :offset limit :size
                        """)
                .bind("offset", offset)
                .bind("size", size)
                .map((row, _) -> new Summary(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("opened_by"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("closed"),
                        row.getInt("open"),
                        row.getInt("findings"),
                        row.getInt("waiting")))
                .list();
    }

    /** {@return how many there are} */
    public int count(Handle handle) {
        return handle.createQuery("select count(*) from inspection")
                .mapTo(Integer.class)
                .one();
    }

    /** {@return how many findings wait to be mended} */
    public long waiting(Handle handle) {
        return handle.createQuery(
                        "select count(*) from inspection_answer where verdict = 'FINDING' and mended_at is null")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Finds one.
     *
     * @throws NotFound when there is none
     */
    public Inspection get(Handle handle, UUID id) {
        return handle.createQuery("select * from inspection where id = :id")
                .bind("id", id)
                .map((row, _) -> inspection(handle, row))
                .findOne()
                .orElseThrow(() -> new NotFound(InspectionProblem.NO_SUCH_INSPECTION));
    }

    /**
     * Writes down what was found at a point, in place of what was written before.
     *
     * @throws Malformed when there is no such point, or something is missing that the verdict needs
     * @throws Refused when the inspection is closed
     */
    public Inspection answer(Handle transaction, Actor by, UUID id, String number, Found found) {
        lockOpen(transaction, id);
        if (!found.isComplete()) {
            throw new Malformed(InspectionProblem.FINDING_INCOMPLETE, number);
        }
        var finding = found.verdict() == Verdict.FINDING;
        found.due().filter(day -> finding && day.isBefore(today())).ifPresent(day -> {
            throw new Malformed(InspectionProblem.DUE_PAST, day);
        });
        var changed = transaction
                .createUpdate("""
                        update inspection_answer set verdict = :verdict, note = :note, owner = :owner, due = :due
                        where inspection_id = :id and number = :number
                        """)
                .bind("id", id)
                .bind("number", number)
                .bind("verdict", found.verdict().name())
                .bind("note", found.note())
                .bind("owner", finding ? found.owner() : "")
                .bind("due", finding ? found.due().orElse(null) : null)
                .execute();
        if (changed == 0) {
            throw new Malformed(InspectionProblem.NO_SUCH_POINT, number);
        }
        record(
                transaction,
                by,
                id,
                AuditAction.INSPECTION_ANSWERED,
                Map.of("point", number, "verdict", found.verdict().name(), "note", found.note()));
        return get(transaction, id);
    }

    /**
     * Closes it.
     *
     * @throws Refused when it is closed, or a point has no answer
     */
    public Inspection close(Handle transaction, Actor by, UUID id) {
        var inspection = lockOpen(transaction, id);
        var open = inspection.answers().stream()
                .filter(answer -> answer.verdict() == Verdict.OPEN)
                .toList();
        if (!open.isEmpty()) {
            throw new Refused(
                    InspectionProblem.POINTS_OPEN,
                    open.size(),
                    open.getFirst().point().number());
        }
        transaction
                .createUpdate("update inspection set closed_by = :by, closed_at = :now where id = :id")
                .bind("id", id)
                .bind("by", by.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        record(
                transaction,
                by,
                id,
                AuditAction.INSPECTION_CLOSED,
                Map.of("findings", Long.toString(inspection.count(Verdict.FINDING))));
        return get(transaction, id);
    }

    /**
     * Tells that a finding is mended, and how.
     *
     * @throws Malformed when nothing is told
     * @throws Refused when the point is no finding that waits
     */
    public Inspection mend(Handle transaction, Actor by, UUID id, String number, String how) {
        if (how.isBlank()) {
            throw new Malformed(InspectionProblem.FINDING_INCOMPLETE, number);
        }
        var changed = transaction
                .createUpdate("""
                        update inspection_answer set mended_at = :now, mended = :how
                        where inspection_id = :id and number = :number and verdict = 'FINDING' and mended_at is null
                        """)
                .bind("id", id)
                .bind("number", number)
                .bind("how", how.strip())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        if (changed == 0) {
            throw new Refused(InspectionProblem.NOT_A_FINDING, number);
        }
        record(transaction, by, id, AuditAction.INSPECTION_MENDED, Map.of("point", number, "how", how.strip()));
        return get(transaction, id);
    }

    private Inspection lockOpen(Handle transaction, UUID id) {
        transaction.execute("select id from inspection where id = ? for update", id);
        var inspection = get(transaction, id);
        if (inspection.closedAt().isPresent()) {
            throw new Refused(InspectionProblem.INSPECTION_CLOSED);
        }
        return inspection;
    }

    private void record(Handle transaction, Actor by, UUID id, AuditAction action, Map<String, String> detail) {
        audit.record(transaction, by, action, Subject.of("inspection", id), detail);
    }

    private static Inspection inspection(Handle handle, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Inspection(
                id,
                row.getString("title"),
                row.getString("list_title"),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("closed_by")),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                answers(handle, id));
    }

    private static List<Answer> answers(Handle handle, UUID id) {
        return handle.createQuery("select * from inspection_answer where inspection_id = :id order by ordinal")
                .bind("id", id)
                .map((row, _) -> new Answer(
                        new Checklist.Point(
                                row.getString("number"),
                                row.getString("section"),
                                row.getString("question"),
                                row.getString("basis"),
                                row.getString("evidence")),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("note"),
                        row.getString("owner"),
                        Optional.ofNullable(row.getObject("due", LocalDate.class)),
                        Optional.ofNullable(row.getObject("mended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("mended")))
                .list();
    }
}

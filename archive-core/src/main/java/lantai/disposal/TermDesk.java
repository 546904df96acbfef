package lantai.disposal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.retention.Due;
import lantai.retention.RetentionPeriod;
import lantai.retention.RetentionTerm;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where the end of a term is set otherwise than its table says: by an event, or by an appraisal group. */
public final class TermDesk {
    private static final int LONGEST_REASON = 500;

    private final ItemRegister items;
    private final DueList due;
    private final AuditTrail audit;
    private final InstantSource clock;

    public TermDesk(ItemRegister items, DueList due, AuditTrail audit, InstantSource clock) {
        this.items = items;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes the event from which the term of an item runs. Noted again it counts from the day noted last.
     *
     * @throws Refused when the item waits for none, or an appraisal group has set the end of its term since
     * @throws Malformed when the day has not come yet, or the reason is missing
     */
    public void noteEvent(Handle transaction, Actor by, UUID id, LocalDate day, String reason) {
        if (reason.isBlank()) {
            throw new Malformed(DisposalProblem.REASON_MISSING, LONGEST_REASON);
        }
        var item = items.get(transaction, id);
        if (!(item.retention() instanceof RetentionPeriod.YearsAfterEvent)) {
            throw new Refused(DisposalProblem.NO_EVENT_AWAITED, item.referenceCode());
        }
        if (isDecided(transaction, id)) {
            throw new Refused(DisposalProblem.TERM_DECIDED, item.referenceCode());
        }
        if (day.isAfter(due.today())) {
            throw new Malformed(DisposalProblem.EVENT_IN_FUTURE, day);
        }
        var term = new RetentionTerm(item.retention(), item.year(), Optional.of(day));
        set(transaction, by, item, new Change("EVENT", item.retention(), day, reason, null), day(term.due()));
        audit.record(
                transaction,
                by,
                AuditAction.RETENTION_EVENT_NOTED,
                Subject.of("item", id),
                Map.of("day", day.toString(), "reason", reason));
    }

    private static boolean isDecided(Handle handle, UUID item) {
        return handle.createQuery(
                        "select exists (select 1 from term_decision where item_id = :item and kind <> 'EVENT')")
                .bind("item", item)
                .mapTo(Boolean.class)
                .one();
    }

    /** {@return when an item may be appraised again, and empty when never or when an event is awaited} */
    public Optional<LocalDate> appraiseOn(Handle handle, UUID item) {
        return handle.createQuery("select appraise_on from item where id = :item")
                .bind("item", item)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** Carries out a group's opinion that lets an item live on. */
    void carryOut(Handle transaction, Actor by, Item item, Decision decision, UUID appraisal) {
        switch (decision) {
            case Decision.Keep(int years, String reason) ->
                set(
                        transaction,
                        by,
                        item,
                        new Change("KEPT", item.retention(), null, reason, appraisal),
                        LocalDate.of(due.today().getYear() + 1 + years, 1, 1));
            case Decision.Lengthen(var period, String reason) ->
                set(
                        transaction,
                        by,
                        item,
                        new Change("LENGTHENED", period, null, reason, appraisal),
                        day(RetentionTerm.of(period, item.year()).due()));
            case Decision.Destroy _, Decision.Transfer _ -> {}
        }
    }

    private static @Nullable LocalDate day(Due due) {
        return switch (due) {
            case Due.On(var day) -> day;
            case Due.Never _, Due.Awaited _ -> null;
        };
    }

    private record Change(
            String kind,
            RetentionPeriod period,
            @Nullable LocalDate event,
            String reason,
            @Nullable UUID appraisal) {}

    private void set(Handle transaction, Actor by, Item item, Change change, @Nullable LocalDate appraiseOn) {
        transaction
                .createUpdate("""
                        insert into term_decision (item_id, kind, period, event_on, appraise_on, reason, appraisal_id,
                                                   decided_at, decided_by)
                        values (:item, :kind, :period, :event, :on, :reason, :appraisal, :now, :by)
                        """)
                .bind("item", item.id())
                .bind("kind", change.kind())
                .bind("period", change.period().code())
                .bind("event", change.event())
                .bind("on", appraiseOn)
                .bind("reason", change.reason())
                .bind("appraisal", change.appraisal())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
        transaction
                .createUpdate("update item set appraise_on = :on where id = :item")
                .bind("on", appraiseOn)
                .bind("item", item.id())
                .execute();
    }
}

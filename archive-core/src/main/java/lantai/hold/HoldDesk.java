package lantai.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.AccountRegister;
import lantai.account.Right;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/** Where records are held and let go. Any number of holds may lie on one record; the last to end lets it go. */
public final class HoldDesk {
    /** The condition under which the hold {@code h} covers the item {@code i}. */
    static final String COVERS = """
            (h.scope = 'ITEMS' and exists (
                 select 1 from hold_item l where l.hold_id = h.id and l.item_id = i.id)
             or h.scope = 'PERSON' and h.person_id = i.insured_person_id
             or h.scope = 'YEAR' and h.category = i.category and h.year = i.year)
            """;

    private static final int LONGEST_REASON = 500;
    private static final String SELECT = """
            select h.*, a.display_name as owner_name, case h.scope
                when 'ITEMS' then (select count(*) from hold_item l where l.hold_id = h.id)
                when 'PERSON' then (select count(*) from item i where i.insured_person_id = h.person_id)
                else (select count(*) from item i where i.category = h.category and i.year = h.year) end as items
            from hold h join account a on a.id = h.owner_id
            """;

    private final AccountRegister accounts;
    private final AuditTrail audit;
    private final InstantSource clock;

    public HoldDesk(AccountRegister accounts, AuditTrail audit, InstantSource clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Places a hold.
     *
     * @throws Malformed when the reason or the items are missing
     * @throws Refused when an item is not there (any more), or the owner may not hold
     */
    public Hold place(Handle transaction, Actor by, NewHold wanted) {
        var reason = reason(wanted.reason());
        var owner = accounts.get(transaction, wanted.owner());
        if (owner.disabled() || !mayHold(owner)) {
            throw new Refused(HoldProblem.OWNER_CANNOT_HOLD, owner.displayName());
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8));
        wanted.reviewOn().filter(today::isAfter).ifPresent(day -> {
            throw new Malformed(HoldProblem.REVIEW_PAST, day);
        });
        if (isHeldSo(transaction, wanted, reason)) {
            throw new Refused(HoldProblem.SAME_HOLD);
        }
        var id = UUID.randomUUID();
        insert(transaction, by, id, wanted, reason);
        if (wanted.scope() instanceof HoldScope.Items(var items)) {
            list(transaction, id, items);
        }
        audit.record(
                transaction,
                by,
                AuditAction.HOLD_PLACED,
                Subject.of("hold", id),
                Map.of("reason", reason, "cause", wanted.cause().name(), "owner", owner.name()));
        return get(transaction, id);
    }

    /**
     * Ends a hold.
     *
     * @throws Malformed when the reason is missing
     * @throws Refused when it has ended already
     */
    public void release(Handle transaction, Actor by, UUID id, String why) {
        var reason = reason(why);
        get(transaction, id);
        var ended = transaction
                .createUpdate("""
                        update hold set released_at = :now, released_by = :by, release_reason = :reason
                        where id = :id and released_at is null
                        """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .bind("reason", reason)
                .bind("id", id)
                .execute();
        if (ended == 0) {
            throw new Refused(HoldProblem.ALREADY_RELEASED);
        }
        audit.record(transaction, by, AuditAction.HOLD_RELEASED, Subject.of("hold", id), Map.of("reason", reason));
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Hold get(Handle handle, UUID id) {
        return handle.createQuery(SELECT + " where h.id = :id")
                .bind("id", id)
                .map((row, _) -> hold(row))
                .findOne()
                .orElseThrow(() -> new NotFound(HoldProblem.NO_SUCH_HOLD, id));
    }

    /**
     * One page of holds, the newest first.
     *
     * @param open whether those in force are wanted or those that have ended
     */
    public List<Hold> list(Handle handle, boolean open, int offset, int size) {
        return handle.createQuery(SELECT + """
                         where (h.released_at is null) = :open
                        order by h.placed_at desc, h.id limit :size offset :offset
                        """)
                .bind("open", open)
                .bind("offset", offset)
                .bind("size", size)
                .map((row, _) -> hold(row))
                .list();
    }

    /** {@return how many there are} */
    public long count(Handle handle, boolean open) {
        return handle.createQuery("select count(*) from hold where (released_at is null) = :open")
                .bind("open", open)
                .mapTo(Long.class)
                .one();
    }

    /** {@return the holds in force on an item} */
    public List<Hold> on(Handle handle, UUID item) {
        return handle.createQuery(SELECT + " join item i on i.id = :item where h.released_at is null and " + COVERS
                        + " order by h.placed_at")
                .bind("item", item)
                .map((row, _) -> hold(row))
                .list();
    }

    /** {@return the first items that a hold covers, in the order of their reference codes} */
    public List<UUID> items(Handle handle, UUID hold, int size) {
        return handle.createQuery("select i.id from hold h join item i on " + COVERS
                        + " where h.id = :hold order by i.reference_code limit :size")
                .bind("hold", hold)
                .bind("size", size)
                .mapTo(UUID.class)
                .list();
    }

    /** Whether the very same hold is in force, as after a form that was sent twice. */
    private static boolean isHeldSo(Handle transaction, NewHold wanted, String reason) {
        var covered = switch (wanted.scope()) {
            case HoldScope.Items(var items) -> items;
            case HoldScope.OfPerson _, HoldScope.OfYear _ -> List.<UUID>of();
        };
        var person = wanted.scope() instanceof HoldScope.OfPerson(var of) ? of : null;
        var year = wanted.scope() instanceof HoldScope.OfYear of ? of : null;
        return transaction
                .createQuery("""
                        select exists (select 1 from hold h
                        where h.released_at is null and h.cause = :cause and h.reason = :reason and h.owner_id = :owner
                          and h.person_id is not distinct from cast(:person as uuid)
                          and h.category is not distinct from cast(:category as text)
                          and h.year is not distinct from cast(:year as int)
                          and (select coalesce(array_agg(i.item_id order by i.item_id), '{}') from hold_item i
                               where i.hold_id = h.id)
                              = (select coalesce(array_agg(distinct c order by c), '{}') from unnest(:covered) c))
                        """)
                .bind("cause", wanted.cause().name())
                .bind("reason", reason)
                .bind("owner", wanted.owner())
                .bind("person", person)
                .bind("category", year == null ? null : year.category())
                .bind("year", year == null ? null : Integer.valueOf(year.year()))
                .bindArray("covered", UUID.class, covered.toArray())
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean mayHold(Account owner) {
        return owner.rights().contains(Right.HOLD);
    }

    private static String reason(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Malformed(HoldProblem.REASON_MISSING, LONGEST_REASON);
        }
        return reason;
    }

    /** Locks the items, so that none of them is being destroyed while the hold is placed. */
    private static void list(Handle transaction, UUID hold, List<UUID> wanted) {
        var items = new LinkedHashSet<>(wanted);
        if (items.isEmpty()) {
            throw new Malformed(HoldProblem.NOTHING_TO_HOLD);
        }
        var there = transaction
                .createQuery("select id from item where id in (<ids>) order by id for share")
                .bindList("ids", List.copyOf(items))
                .mapTo(UUID.class)
                .list();
        if (there.size() < items.size()) {
            throw new Refused(HoldProblem.ITEMS_GONE, items.size() - there.size());
        }
        var rows = transaction.prepareBatch("insert into hold_item (hold_id, item_id) values (:hold, :item)");
        there.forEach(item -> rows.bind("hold", hold).bind("item", item).add());
        rows.execute();
    }

    private void insert(Handle transaction, Actor by, UUID id, NewHold wanted, String reason) {
        var person = wanted.scope() instanceof HoldScope.OfPerson(var of) ? of : null;
        var year = wanted.scope() instanceof HoldScope.OfYear of ? of : null;
        transaction
                .createUpdate("""
                        insert into hold (id, cause, reason, owner_id, scope, person_id, category, year, review_on,
                                          placed_at, placed_by)
                        values (:id, :cause, :reason, :owner, :scope, :person, :category, :year, :review, :now, :by)
                        """)
                .bind("id", id)
                .bind("cause", wanted.cause().name())
                .bind("reason", reason)
                .bind("owner", wanted.owner())
                .bind("scope", name(wanted.scope()))
                .bind("person", person)
                .bind("category", year == null ? null : year.category())
                .bind("year", year == null ? null : Integer.valueOf(year.year()))
                .bind("review", wanted.reviewOn().orElse(null))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
    }

    private static String name(HoldScope scope) {
        return switch (scope) {
            case HoldScope.Items _ -> "ITEMS";
            case HoldScope.OfPerson _ -> "PERSON";
            case HoldScope.OfYear _ -> "YEAR";
        };
    }

    private static Hold hold(ResultSet row) throws SQLException {
        var released = row.getObject("released_at", OffsetDateTime.class);
        return new Hold(
                row.getObject("id", UUID.class),
                HoldCause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"),
                scope(row),
                row.getLong("items"),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("placed_by"),
                released == null
                        ? Optional.empty()
                        : Optional.of(new Hold.Release(
                                released.toInstant(), row.getString("released_by"), row.getString("release_reason"))));
    }

    private static HoldScope scope(ResultSet row) throws SQLException {
        return switch (row.getString("scope")) {
            case "PERSON" -> new HoldScope.OfPerson(row.getObject("person_id", UUID.class));
            case "YEAR" -> new HoldScope.OfYear(row.getString("category"), row.getInt("year"));
            default -> new HoldScope.Items(List.of());
        };
    }
}

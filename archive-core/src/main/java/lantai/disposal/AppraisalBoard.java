package lantai.disposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.account.Account;
import lantai.account.AccountRegister;
import lantai.account.Role;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where an appraisal group looks at records whose term has ended and gives an opinion on each. The group has at least a leader,
 * somebody from the archives and somebody from the business, three different people (Order 3 of 2009).
 */
public final class AppraisalBoard {
    private static final Set<Role> ARCHIVES = Set.of(Role.ARCHIVIST, Role.STORE_KEEPER, Role.APPRAISER);
    private static final Set<Role> BUSINESS = Set.of(Role.REVIEWER, Role.ARRANGER, Role.COLLECTOR);
    private static final int LONGEST = 500;
    private static final String SELECT = """
            select a.id, a.title, a.state, a.opened_at, a.opened_by,
                (select count(*) from appraisal_item i where i.appraisal_id = a.id) as items,
                (select count(i.opinion) from appraisal_item i where i.appraisal_id = a.id) as decided,
                (select l.id from destruction_list l where l.appraisal_id = a.id) as list_id
            from appraisal a
            """;

    private final AccountRegister accounts;
    private final DueList due;
    private final AuditTrail audit;
    private final InstantSource clock;

    public AppraisalBoard(AccountRegister accounts, DueList due, AuditTrail audit, InstantSource clock) {
        this.accounts = accounts;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens an appraisal of records that are due.
     *
     * @param group the accounts of its members
     * @throws Refused when the group lacks one of its three sides, or no chosen record is due
     */
    public Appraisal open(Handle transaction, Actor by, String title, Set<UUID> group, Chosen chosen) {
        checkGroup(transaction, group);
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        insert into appraisal (id, title, state, opened_at, opened_by)
                        values (:id, :title, 'OPEN', :now, :by)
                        """)
                .bind("id", id)
                .bind("title", words(title, DisposalProblem.TITLE_MISSING))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .execute();
        var members = transaction.prepareBatch("insert into appraisal_member values (:appraisal, :account)");
        group.forEach(account ->
                members.bind("appraisal", id).bind("account", account).add());
        members.execute();
        var number = put(transaction, id, chosen);
        if (number == 0) {
            throw new Refused(DisposalProblem.NOTHING_CHOSEN);
        }
        record(transaction, by, AuditAction.APPRAISAL_OPENED, id, Map.of("items", Integer.toString(number)));
        return get(transaction, id);
    }

    /**
     * Proposes one opinion for several records; a later one takes the place of an earlier one, and the members are asked anew.
     *
     * @throws Refused when the person is not in the group, or the appraisal is closed
     * @throws Malformed when the reason is missing
     */
    public int decide(Handle transaction, Actor by, UUID id, List<UUID> items, Decision decision) {
        requireOpen(transaction, id);
        requireMember(transaction, by, id);
        if (items.isEmpty()) {
            throw new Malformed(DisposalProblem.NOTHING_CHOSEN);
        }
        if (decision instanceof Decision.Lengthen longer) {
            requireLonger(transaction, items, longer);
        }
        var decided = transaction
                .createUpdate("""
                        update appraisal_item set opinion = :opinion, period = :period, years = :years,
                            reason = :reason, decided_at = :now, decided_by = :by
                        where appraisal_id = :id and item_id = any (:items)
                        """)
                .bind("opinion", decision.opinion().name())
                .bind("period", decision instanceof Decision.Lengthen(var period, var _) ? period.code() : null)
                .bind("years", decision instanceof Decision.Keep(int years, var _) ? Integer.valueOf(years) : null)
                .bind("reason", words(decision.reason(), DisposalProblem.REASON_MISSING))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .bind("id", id)
                .bindArray("items", UUID.class, items.toArray())
                .execute();
        transaction.createUpdate("""
                        update appraisal_member set stance = null
                        where appraisal_id = :id and stance in ('AGREES', 'DIFFERS')
                        """).bind("id", id).execute();
        record(
                transaction,
                by,
                AuditAction.APPRAISAL_OPINION,
                id,
                Map.of(
                        "opinion", decision.opinion().name(),
                        "items", Integer.toString(decided),
                        "reason", decision.reason()));
        return decided;
    }

    /** Ends an appraisal without effect; its records are due again. */
    public void cancel(Handle transaction, Actor by, UUID id) {
        requireOpen(transaction, id);
        requireMember(transaction, by, id);
        close(transaction, by, id, AppraisalState.CANCELLED);
        record(transaction, by, AuditAction.APPRAISAL_CANCELLED, id, Map.of());
    }

    /** {@return appraisals, the newest first} */
    public List<Appraisal> list(Handle handle, int offset, int size) {
        return handle.createQuery(SELECT + " order by a.opened_at desc, a.id limit :size offset :offset")
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> appraisal(row))
                .list();
    }

    /** {@return how many appraisals there are} */
    public long count(Handle handle) {
        return handle.createQuery("select count(*) from appraisal")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public Appraisal get(Handle handle, UUID id) {
        return handle.createQuery(SELECT + " where a.id = :id")
                .bind("id", id)
                .map((row, _) -> appraisal(row))
                .findOne()
                .orElseThrow(() -> new NotFound(DisposalProblem.NO_SUCH_APPRAISAL, id));
    }

    /** {@return the members of the group} */
    public List<Account> group(Handle handle, UUID id) {
        return handle
                .createQuery("select account_id from appraisal_member where appraisal_id = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .stream()
                .map(account -> accounts.get(handle, account))
                .toList();
    }

    /**
     * One page of the records of an appraisal, in the order of their codes.
     *
     * @param open whether only those without an opinion are wanted
     */
    public List<AppraisedItem> items(Handle handle, UUID id, boolean open, int offset, int size) {
        return handle.createQuery("""
                        select a.*, i.title, i.year, i.retention, i.page_count
                        from appraisal_item a left join item i on i.id = a.item_id
                        where a.appraisal_id = :id and (not :open or a.opinion is null)
                        order by a.reference_code limit :size offset :offset
                        """)
                .bind("id", id)
                .bind("open", open)
                .bind("size", size)
                .bind("offset", offset)
                .map((row, _) -> AppraisalRows.item(row))
                .list();
    }

    void close(Handle transaction, Actor by, UUID id, AppraisalState state) {
        transaction
                .createUpdate("update appraisal set state = :state, closed_at = :now, closed_by = :by where id = :id")
                .bind("state", state.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", by.name())
                .bind("id", id)
                .execute();
        transaction
                .createUpdate("update appraisal_item set open = false where appraisal_id = :id")
                .bind("id", id)
                .execute();
    }

    /** Takes the appraisal for oneself until the transaction ends. */
    void requireOpen(Handle transaction, UUID id) {
        var state = transaction
                .createQuery("select state from appraisal where id = :id for update")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> new NotFound(DisposalProblem.NO_SUCH_APPRAISAL, id));
        switch (AppraisalState.valueOf(state)) {
            case OPEN -> {}
            case CONCLUDED, CANCELLED -> throw new Refused(DisposalProblem.APPRAISAL_CLOSED);
        }
    }

    void requireMember(Handle transaction, Actor by, UUID id) {
        var member = by.id()
                .filter(account ->
                        group(transaction, id).stream().map(Account::id).anyMatch(account::equals));
        if (member.isEmpty()) {
            throw new Refused(DisposalProblem.NOT_IN_GROUP);
        }
    }

    void requireComplete(Appraisal appraisal) {
        var missing = appraisal.items() - appraisal.decided();
        if (missing > 0) {
            throw new Refused(DisposalProblem.OPINIONS_MISSING, missing);
        }
    }

    void requireLonger(Handle transaction, List<UUID> items, Decision.Lengthen longer) {
        transaction
                .createQuery("select reference_code, retention from item where id = any (:items)")
                .bindArray("items", UUID.class, items.toArray())
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(entry -> {
                    if (!AppraisalRows.isLonger(longer.period(), entry.getValue())) {
                        throw new Refused(DisposalProblem.TERM_NOT_LONGER, entry.getKey(), entry.getValue());
                    }
                });
    }

    private void checkGroup(Handle handle, Set<UUID> group) {
        var members = group.stream()
                .map(account -> accounts.get(handle, account))
                .filter(account -> !account.disabled())
                .toList();
        for (var leader : members) {
            var others = new HashSet<>(members);
            others.remove(leader);
            if (leader.roles().contains(Role.LEADER) && hasBothSides(others)) {
                return;
            }
        }
        throw new Refused(DisposalProblem.GROUP_INCOMPLETE);
    }

    private static boolean hasBothSides(Set<Account> members) {
        return members.stream()
                .filter(member -> holdsOne(member, ARCHIVES))
                .anyMatch(archivist -> members.stream()
                        .anyMatch(other -> !other.id().equals(archivist.id()) && holdsOne(other, BUSINESS)));
    }

    private static boolean holdsOne(Account account, Set<Role> roles) {
        return account.roles().stream().anyMatch(roles::contains);
    }

    private int put(Handle transaction, UUID id, Chosen chosen) {
        var insert = "insert into appraisal_item (appraisal_id, item_id, reference_code, open)"
                + " select :id, i.id, i.reference_code, true from item i where " + DueList.DUE;
        return switch (chosen) {
            case Chosen.AllDue(var filter) ->
                due.bind(transaction.createUpdate(insert), filter)
                        .bind("id", id)
                        .execute();
            case Chosen.These(var items) ->
                due.bind(transaction.createUpdate(insert + " and i.id = any (:items)"), DueFilter.all())
                        .bind("id", id)
                        .bindArray("items", UUID.class, items.toArray())
                        .execute();
        };
    }

    private void record(Handle transaction, Actor by, AuditAction action, UUID id, Map<String, String> detail) {
        audit.record(transaction, by, action, Subject.of("appraisal", id), detail);
    }

    static String words(String typed, DisposalProblem missing) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Malformed(missing, LONGEST);
        }
        return text;
    }

    private static Appraisal appraisal(ResultSet row) throws SQLException {
        return new Appraisal(
                row.getObject("id", UUID.class),
                row.getString("title"),
                AppraisalState.valueOf(row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                row.getInt("items"),
                row.getInt("decided"),
                Optional.ofNullable(row.getObject("list_id", UUID.class)));
    }
}

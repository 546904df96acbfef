package lantai.disposal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.Account;
import lantai.account.SignInDesk;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import org.jdbi.v3.core.Handle;

/**
 * Where a destruction list goes from hand to hand: submitted, filed with the authority, approved by another, signed by two
 * witnesses, begun. {@link DestructionProcess} says what may follow; here it is kept.
 */
public final class DestructionDesk {
    private static final int LONGEST = 500;

    private final DestructionRows rows = new DestructionRows();
    private final SignInDesk signIns;
    private final Obstacle obstacles;
    private final Execution execution;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** Orders the execution of a list. */
    public interface Execution {
        /** Orders it, in the transaction that begins it. */
        void order(Handle transaction, UUID list);
    }

    /** @param obstacles everything that may stand in the way */
    public DestructionDesk(
            SignInDesk signIns, Obstacle obstacles, Execution execution, AuditTrail audit, InstantSource clock) {
        this.signIns = signIns;
        this.obstacles = obstacles;
        this.execution = execution;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return lists, the newest first} */
    public List<DestructionList> list(Handle handle, int offset, int size) {
        return rows.list(handle, offset, size);
    }

    /** {@return how many lists there are} */
    public long count(Handle handle) {
        return handle.createQuery("select count(*) from destruction_list")
                .mapTo(Long.class)
                .one();
    }

    /** {@return how many lists are in a state} */
    public long count(Handle handle, ListState state) {
        return handle.createQuery("select count(*) from destruction_list where state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public DestructionList get(Handle handle, UUID id) {
        return rows.get(handle, id);
    }

    /** {@return one page of the records of a list, in its order} */
    public List<DestructionEntry> entries(Handle handle, UUID id, int offset, int size) {
        return rows.entries(handle, id, offset, size);
    }

    /** {@return what stands in the way of each record of a list that is still whole} */
    public Map<UUID, List<Hindrance>> hindrances(Handle handle, UUID id) {
        return obstacles.against(handle, pending(handle, id));
    }

    /**
     * The certificate of a list, as JSON.
     *
     * @throws NotFound while there is none
     */
    public String certificate(Handle handle, UUID id) {
        return handle.createQuery("select cast(certificate as text) from destruction_list where id = :id")
                .bind("id", id)
                .map((row, _) -> Optional.ofNullable(row.getString(1)))
                .findOne()
                .flatMap(found -> found)
                .orElseThrow(() -> new NotFound(DisposalProblem.NO_SUCH_CERTIFICATE, id));
    }

    /** Takes a record off a draft; it is due again. */
    public void strike(Handle transaction, SignedIn who, UUID id, UUID item) {
        var list = rows.locked(transaction, id);
        if (list.state() != ListState.DRAFT) {
            throw new Refused(DisposalProblem.NOT_NOW, list.state());
        }
        transaction.createUpdate("""
                        delete from destruction_object where list_id = :list and item_id = :item
                        """).bind("list", id).bind("item", item).execute();
        transaction
                .createUpdate("delete from destruction_entry where list_id = :list and item_id = :item")
                .bind("list", id)
                .bind("item", item)
                .execute();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.ITEM_SPARED,
                Subject.of("item", item),
                Map.of("list", list.number()));
    }

    /**
     * Fixes the list and hands it in.
     *
     * @throws Refused when something stands in the way of one of its records, or none is left
     */
    public void submit(Handle transaction, SignedIn who, UUID id) {
        var list = rows.locked(transaction, id);
        requireFree(transaction, id);
        if (list.records() == 0) {
            throw new Refused(DisposalProblem.LIST_EMPTY);
        }
        var fixity = content(transaction, list).fixity();
        save(transaction, who, list, new ListDeed.Submit(account(who), fixity.sha256()), Map.of());
        transaction
                .createUpdate("update destruction_list set sm3 = :sm3, submitted_at = :now where id = :id")
                .bind("sm3", fixity.sm3())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    /** Notes that the authority has been told, under which number and when. */
    public void noteFiling(Handle transaction, SignedIn who, UUID id, DestructionList.Filing filing) {
        var list = rows.locked(transaction, id);
        if (filing.authority().isBlank()
                || filing.number().isBlank()
                || isTooLong(filing.authority() + filing.number())) {
            throw new Malformed(DisposalProblem.AUTHORITY_MISSING);
        }
        if (filing.on().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8)))) {
            throw new Malformed(DisposalProblem.EVENT_IN_FUTURE, filing.on());
        }
        save(transaction, who, list, new ListDeed.NoteFiling(account(who)), Map.of("number", filing.number()));
        transaction
                .createUpdate("""
                        update destruction_list set authority = :authority, filing_number = :number, filed_on = :on
                        where id = :id
                        """)
                .bind("authority", filing.authority().strip())
                .bind("number", filing.number().strip())
                .bind("on", filing.on())
                .bind("id", id)
                .execute();
    }

    /**
     * Approves the list, by somebody who proves again who he is.
     *
     * @param origin the address the password comes from
     */
    public void approve(Handle transaction, SignedIn who, UUID id, String password, String origin) {
        var list = rows.locked(transaction, id);
        requireFree(transaction, id);
        var digest = content(transaction, list).fixity().sha256();
        list.process().after(new ListDeed.Approve(account(who), digest));
        prove(who, password, origin);
        save(transaction, who, list, new ListDeed.Approve(account(who), digest), Map.of());
        transaction
                .createUpdate("update destruction_list set approved_at = :now where id = :id")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    /** Sends the list back; its records are due again. */
    public void refuse(Handle transaction, SignedIn who, UUID id, String why) {
        var list = rows.locked(transaction, id);
        if (why.isBlank() || isTooLong(why)) {
            throw new Malformed(DisposalProblem.REASON_MISSING, LONGEST);
        }
        save(transaction, who, list, new ListDeed.Refuse(account(who)), Map.of("reason", why.strip()));
        transaction
                .createUpdate("update destruction_list set refusal = :why where id = :id")
                .bind("why", why.strip())
                .bind("id", id)
                .execute();
        transaction
                .createUpdate("update destruction_entry set live = false where list_id = :id")
                .bind("id", id)
                .execute();
    }

    /**
     * A witness's signature.
     *
     * @param side for which side
     * @param manner how the destruction is watched
     * @param password the witness's own, once more
     * @param origin the address it comes from
     */
    public record Signing(Side side, String manner, String password, String origin) {}

    /** Signs as a witness. */
    public void sign(Handle transaction, SignedIn who, UUID id, Signing signing) {
        var list = rows.locked(transaction, id);
        if (!signing.side().has(who.account())) {
            throw new Refused(DisposalProblem.WITNESS_OF_OTHER_SIDE, signing.side());
        }
        if (hasSignedFor(transaction, id, who)) {
            throw new Refused(DisposalProblem.WITNESS_OF_SAME_DEPARTMENT);
        }
        if (signing.manner().isBlank() || isTooLong(signing.manner())) {
            throw new Malformed(DisposalProblem.MANNER_MISSING, LONGEST);
        }
        var digest = content(transaction, list).fixity().sha256();
        var deed = new ListDeed.Sign(account(who), signing.side(), digest);
        list.process().after(deed);
        prove(who, signing.password(), signing.origin());
        transaction
                .createUpdate("""
                        insert into destruction_signature (list_id, side, account_id, sha256, manner, signed_at)
                        values (:list, :side, :account, :digest, :manner, :now)
                        """)
                .bind("list", id)
                .bind("side", signing.side().name())
                .bind("account", account(who))
                .bind("digest", digest)
                .bind("manner", signing.manner().strip())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        save(transaction, who, list, deed, Map.of("side", signing.side().name()));
    }

    /** Whether a colleague of the same department has signed: the two sides are two departments (Order 3 of 2009). */
    private static boolean hasSignedFor(Handle transaction, UUID list, SignedIn who) {
        return who.account()
                .departmentId()
                .filter(department -> transaction
                        .createQuery("""
                                select exists (select 1 from destruction_signature s join account a on a.id = s.account_id
                                where s.list_id = :list and a.department_id = :department)
                                """)
                        .bind("list", list)
                        .bind("department", department)
                        .mapTo(Boolean.class)
                        .one())
                .isPresent();
    }

    /**
     * Begins to destroy; from here on there is no way back.
     *
     * @throws Refused when something has come to stand in the way, or the list is not what was approved
     */
    public void begin(Handle transaction, SignedIn who, UUID id) {
        var list = rows.locked(transaction, id);
        list.process()
                .after(new ListDeed.Begin(
                        account(who), content(transaction, list).fixity().sha256(), true));
        requireFree(transaction, id);
        var digest = content(transaction, list).fixity().sha256();
        save(transaction, who, list, new ListDeed.Begin(account(who), digest, true), Map.of());
        transaction
                .createUpdate("update destruction_list set begun_at = :now, begun_by = :by where id = :id")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", who.account().name())
                .bind("id", id)
                .execute();
        execution.order(transaction, id);
    }

    private ListContent content(Handle handle, DestructionList list) {
        return new ListContent(list.number(), MemberRows.of(handle, list.appraisal()), rows.entries(handle, list.id()));
    }

    private void requireFree(Handle handle, UUID id) {
        var blocked = hindrances(handle, id);
        if (!blocked.isEmpty()) {
            var first = rows.entries(handle, id).stream()
                    .filter(entry -> blocked.containsKey(entry.item()))
                    .findFirst()
                    .orElseThrow();
            throw new Refused(DisposalProblem.ITEM_BLOCKED, first.referenceCode(), blocked.size());
        }
    }

    private static Set<UUID> pending(Handle handle, UUID id) {
        return handle
                .createQuery("select item_id from destruction_entry where list_id = :id and state = 'PENDING'")
                .bind("id", id)
                .mapTo(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    private void prove(SignedIn who, String password, String origin) {
        if (!signIns.proves(who, password, origin)) {
            throw new Refused(DisposalProblem.PASSWORD_WRONG);
        }
    }

    private void save(
            Handle transaction, SignedIn who, DestructionList list, ListDeed deed, Map<String, String> detail) {
        var next = list.process().after(deed);
        transaction
                .createUpdate("""
                        update destruction_list set state = :state, sha256 = :digest, submitter_id = :submitter,
                            approver_id = :approver where id = :id
                        """)
                .bind("state", next.state().name())
                .bind("digest", next.digest().orElse(null))
                .bind("submitter", next.submitter().orElse(null))
                .bind("approver", next.approver().orElse(null))
                .bind("id", list.id())
                .execute();
        var told = new HashMap<>(detail);
        told.put("list", list.number());
        next.digest().ifPresent(digest -> told.put("sha256", digest));
        audit.record(transaction, who.actor(), action(deed), Subject.of("destruction-list", list.id()), told);
    }

    private static AuditAction action(ListDeed deed) {
        return switch (deed) {
            case ListDeed.Submit _ -> AuditAction.DESTRUCTION_LIST_SUBMITTED;
            case ListDeed.NoteFiling _ -> AuditAction.DESTRUCTION_LIST_FILED;
            case ListDeed.Approve _ -> AuditAction.DESTRUCTION_LIST_APPROVED;
            case ListDeed.Refuse _ -> AuditAction.DESTRUCTION_LIST_REFUSED;
            case ListDeed.Sign _ -> AuditAction.DESTRUCTION_LIST_SIGNED;
            case ListDeed.Begin _ -> AuditAction.DESTRUCTION_BEGUN;
            case ListDeed.Finish _, ListDeed.Certify _ -> AuditAction.DESTRUCTION_CERTIFIED;
        };
    }

    private static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    private static UUID account(SignedIn who) {
        Account account = who.account();
        return account.id();
    }
}

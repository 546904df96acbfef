package lantai.transfer;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.Subject;
import lantai.check.CheckDesk;
import lantai.check.CheckRun;
import lantai.check.Report;
import lantai.check.Stage;
import lantai.check.Target;
import lantai.check.Verdict;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.removal.Hindrance;
import org.jdbi.v3.core.Handle;

/**
 * Where a transfer list goes from hand to hand: submitted and checked, approved by another, packed, or sent back.
 * {@link TransferProcess} says what may follow; here it is kept. What follows the packing is at {@link ReceiptDesk}.
 */
public final class TransferDesk {
    private static final int LONGEST = 500;
    private static final int LONGEST_CARRIER = 100;

    private final TransferRows rows = new TransferRows();
    private final TransferDoors doors;
    private final InstantSource clock;

    public TransferDesk(TransferDoors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /** {@return lists, the newest first} */
    public List<TransferList> list(Handle handle, int offset, int size) {
        return rows.list(handle, offset, size);
    }

    /** {@return how many lists there are} */
    public long count(Handle handle) {
        return handle.createQuery("select count(*) from transfer_list")
                .mapTo(Long.class)
                .one();
    }

    /** {@return how many lists are in a state} */
    public long count(Handle handle, TransferState state) {
        return handle.createQuery("select count(*) from transfer_list where state = :state")
                .bind("state", state.name())
                .mapTo(Long.class)
                .one();
    }

    /**
     * Finds the one with this id.
     *
     * @throws NotFound when there is none
     */
    public TransferList get(Handle handle, UUID id) {
        return rows.get(handle, id);
    }

    /**
     * One page of the records of a list, in its order.
     *
     * @param open whether only those without an opinion are wanted
     */
    public List<TransferEntry> entries(Handle handle, UUID id, boolean open, int offset, int size) {
        return rows.entries(handle, id, open, offset, size);
    }

    /** {@return what stands in the way of each record of a list that is not handed over yet} */
    public Map<UUID, List<Hindrance>> hindrances(Handle handle, UUID id) {
        var items = handle
                .createQuery("select item_id from transfer_entry where list_id = :id and live and answer = 'PENDING'")
                .bind("id", id)
                .mapTo(UUID.class)
                .stream()
                .collect(Collectors.toSet());
        return doors.obstacles().against(handle, items);
    }

    /** {@return the report on the check of a list, once there is one} */
    public Optional<Report> report(Handle handle, TransferList list) {
        return list.check().report().map(id -> doors.checks().reports().get(handle, id));
    }

    /**
     * Fixes the list and has its records checked at the receipt stage.
     *
     * @throws Refused when an opinion is missing, something stands in the way of a record, or none is left
     */
    public void submit(Handle transaction, SignedIn who, UUID id) {
        var list = rows.locked(transaction, id);
        if (list.records() == 0) {
            throw new Refused(TransferProblem.LIST_EMPTY);
        }
        requireFree(transaction, id);
        refresh(transaction, id);
        var fixity = TransferContent.of(transaction, list).fixity();
        var deed = new TransferDeed.Submit(who.account().id(), fixity.sha256(), list.records() - list.decided(), true);
        save(transaction, who.actor(), list, deed, fixity.sm3(), Map.of());
        var run = doors.checks()
                .order(
                        transaction,
                        who,
                        new CheckDesk.Order(
                                Stage.RECEIPT,
                                Target.transfer(id),
                                list.number() + ' ' + list.title(),
                                new CheckRun.Declared(
                                        OptionalLong.of(list.records()), OptionalLong.of(bytes(transaction, id)))));
        transaction
                .createUpdate("""
                        update transfer_list set submitted_at = :now, check_run = :run, check_report = null, remark = '',
                            approved_at = null, packed = 0, packed_at = null where id = :id
                        """)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("run", run.id())
                .bind("id", id)
                .execute();
    }

    /** What the list says of its records is what the register says now. */
    private static void refresh(Handle transaction, UUID id) {
        transaction.createUpdate("""
                        update transfer_entry e set reference_code = i.reference_code, title = i.title,
                            responsible = i.responsible, dated = i.dated, year = i.year, period = i.retention,
                            page_count = i.page_count, path = '', sha256 = null, sm3 = null, size = null
                        from item i where e.list_id = :id and i.id = e.item_id
                        """).bind("id", id).execute();
    }

    private static long bytes(Handle handle, UUID id) {
        return handle.createQuery("select coalesce(sum(bytes), 0) from transfer_entry where list_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    /** Takes note of a check that has ended; nothing when no list waits for it. Called by whoever carries checks out. */
    public void checked(Handle transaction, UUID run) {
        var waiting = rows.waitingFor(transaction, run);
        var report = waiting.flatMap(_ -> doors.checks().reportOf(transaction, run));
        if (waiting.isEmpty() || report.isEmpty()) {
            return;
        }
        var list = rows.locked(transaction, waiting.get());
        if (list.state() != TransferState.SUBMITTED || !list.check().run().equals(Optional.of(run))) {
            return;
        }
        var passed = report.get().verdict() != Verdict.FAILED;
        save(
                transaction,
                Actor.SYSTEM,
                list,
                new TransferDeed.Check(passed),
                list.sm3(),
                Map.of(
                        "report",
                        report.get().number(),
                        "verdict",
                        report.get().verdict().name()));
        transaction
                .createUpdate("update transfer_list set check_report = :report where id = :id")
                .bind("report", report.get().id())
                .bind("id", list.id())
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
        var deed = new TransferDeed.Approve(
                who.account().id(),
                TransferContent.of(transaction, list).fixity().sha256());
        list.process().after(deed);
        if (!doors.signIns().proves(who, password, origin)) {
            throw new Refused(TransferProblem.PASSWORD_WRONG);
        }
        save(transaction, who.actor(), list, deed, list.sm3(), Map.of());
        transaction
                .createUpdate("update transfer_list set approved_at = :now where id = :id")
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
    }

    /** Sends the list back to be mended; it is submitted, checked and approved anew. */
    public void sendBack(Handle transaction, SignedIn who, UUID id, String why) {
        var list = rows.locked(transaction, id);
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            throw new Malformed(TransferProblem.REASON_MISSING, LONGEST);
        }
        save(transaction, who.actor(), list, new TransferDeed.Return(), "", Map.of("reason", reason));
        remark(transaction, id, reason);
        doors.orders().pack(transaction, id);
    }

    /**
     * Orders the packages.
     *
     * @param carrier what they will lie on; both parts empty when they go online
     * @throws Refused when something stands in the way, or the list is not what was approved
     */
    public void pack(Handle transaction, SignedIn who, UUID id, TransferList.Carrier carrier) {
        var list = rows.locked(transaction, id);
        if (carrier.number().length() > LONGEST_CARRIER || carrier.kind().length() > LONGEST_CARRIER) {
            throw new Malformed(TransferProblem.TITLE_MISSING, LONGEST_CARRIER);
        }
        requireFree(transaction, id);
        var digest = TransferContent.of(transaction, list).fixity().sha256();
        save(transaction, who.actor(), list, new TransferDeed.Pack(digest, true), list.sm3(), Map.of());
        transaction
                .createUpdate("""
                        update transfer_list set carrier = :number, carrier_kind = :kind, packed = 0, remark = '' where id = :id
                        """)
                .bind("number", carrier.number().strip())
                .bind("kind", carrier.kind().strip())
                .bind("id", id)
                .execute();
        doors.orders().pack(transaction, id);
    }

    /** Gives the list up before anything was handed over; its records are free. */
    public void cancel(Handle transaction, SignedIn who, UUID id) {
        var list = rows.locked(transaction, id);
        save(transaction, who.actor(), list, new TransferDeed.Cancel(), list.sm3(), Map.of());
        transaction
                .createUpdate("update transfer_entry set live = false where list_id = :id")
                .bind("id", id)
                .execute();
        doors.orders().pack(transaction, id);
    }

    private void requireFree(Handle handle, UUID id) {
        requireFree(handle, rows, id, hindrances(handle, id));
    }

    static void requireFree(Handle handle, TransferRows rows, UUID id, Map<UUID, List<Hindrance>> blocked) {
        if (!blocked.isEmpty()) {
            var first = rows.entries(handle, id).stream()
                    .filter(entry -> blocked.containsKey(entry.item()))
                    .findFirst()
                    .orElseThrow();
            throw new Refused(TransferProblem.ITEM_BLOCKED, first.referenceCode(), blocked.size());
        }
    }

    static void remark(Handle transaction, UUID id, String remark) {
        transaction
                .createUpdate("update transfer_list set remark = :remark where id = :id")
                .bind("remark", remark)
                .bind("id", id)
                .execute();
    }

    private void save(
            Handle transaction,
            Actor by,
            TransferList list,
            TransferDeed deed,
            String sm3,
            Map<String, String> detail) {
        var next = list.process().after(deed);
        rows.save(transaction, list.id(), next, sm3);
        var told = new HashMap<>(detail);
        told.put("list", list.number());
        next.digest().ifPresent(digest -> told.put("sha256", digest));
        doors.audit().record(transaction, by, action(deed), Subject.of("transfer-list", list.id()), told);
    }

    static AuditAction action(TransferDeed deed) {
        return switch (deed) {
            case TransferDeed.Submit _ -> AuditAction.TRANSFER_LIST_SUBMITTED;
            case TransferDeed.Check _ -> AuditAction.TRANSFER_LIST_CHECKED;
            case TransferDeed.Approve _ -> AuditAction.TRANSFER_LIST_APPROVED;
            case TransferDeed.Return _ -> AuditAction.TRANSFER_LIST_RETURNED;
            case TransferDeed.Pack _, TransferDeed.FinishPacking _ -> AuditAction.TRANSFER_PACKED;
            case TransferDeed.HandOver _ -> AuditAction.TRANSFER_HANDED_OVER;
            case TransferDeed.Receipt _ -> AuditAction.TRANSFER_RECEIPTED;
            case TransferDeed.Cancel _ -> AuditAction.TRANSFER_LIST_CANCELLED;
        };
    }
}

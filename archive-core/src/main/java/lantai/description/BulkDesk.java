package lantai.description;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.Item;
import lantai.record.ItemCatalogue;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where one element of many descriptions is changed at once: first looked at, then done piece by piece in the background, and taken
 * back the same way. Each record gets a version of its own, as by hand.
 */
public final class BulkDesk {
    /** The most records of one edit. */
    public static final int MOST = 10_000;

    private static final int PIECE = 20;

    private final BulkRows rows = new BulkRows();
    private final ItemCatalogue catalogue = new ItemCatalogue();
    private final Jdbi jdbi;
    private final DescriptionDesk desk;
    private final ObjectOrder work;
    private final AuditTrail audit;
    private final InstantSource clock;

    /** @param work orders, in the same transaction, that an edit is done; the subject is the edit */
    public BulkDesk(Jdbi jdbi, DescriptionDesk desk, ObjectOrder work, AuditTrail audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.desk = desk;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Looks what an edit would do; nothing is changed.
     *
     * @param items that this person may see, in the order of the preview
     * @throws Malformed when the reason or the records are missing, they are too many, or no record can have the value
     */
    public BulkEdit prepare(Handle transaction, SignedIn who, BulkOrder order, List<UUID> items) {
        DescriptionDesk.reason(order.reason());
        if (items.isEmpty() || items.size() > MOST) {
            throw new Malformed(DescriptionProblem.TOO_MANY_RECORDS, items.size(), MOST);
        }
        if (order.kind() == BulkKind.REPLACE && order.find().isEmpty()) {
            throw new Malformed(DescriptionProblem.NOTHING_TO_FIND);
        }
        var found = catalogue.all(transaction, items);
        var there = items.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
        var values = desk.values(transaction, there, order.element());
        var lines = new ArrayList<BulkLine>();
        var faults = new ArrayList<Malformed>();
        for (var item : there) {
            var before = values.getOrDefault(item.id(), "");
            try {
                var after = desk.cleaned(transaction, item, order.element(), order.applied(before));
                lines.add(line(
                        item, before, after, before.equals(after) ? BulkLine.State.SAME : BulkLine.State.WAITING, ""));
            } catch (Malformed fault) {
                faults.add(fault);
                lines.add(line(
                        item,
                        before,
                        before,
                        BulkLine.State.LEFT,
                        fault.problem().name()));
            }
        }
        if (!faults.isEmpty() && faults.size() == lines.size()) {
            throw faults.getFirst();
        }
        return add(transaction, who, order, Optional.empty(), lines);
    }

    /**
     * Looks what it would mean to take an edit back. A record that was changed again since keeps its newer value.
     *
     * @throws Refused when the edit is not done
     */
    public BulkEdit undo(Handle transaction, SignedIn who, UUID id, String reason) {
        DescriptionDesk.reason(reason);
        var edit = rows.get(transaction, id, " for update");
        if (edit.state() != BulkState.DONE || edit.done() == 0) {
            throw new Refused(DescriptionProblem.BULK_EDIT_NOT_DONE);
        }
        var lines = rows.lines(transaction, id, BulkLine.State.DONE, MOST).stream()
                .map(line -> new BulkLine(line.item(), "", line.after(), line.before(), BulkLine.State.WAITING, ""))
                .toList();
        var order = new BulkOrder(BulkKind.UNDO, edit.order().element(), "", "", reason.strip());
        return add(transaction, who, order, Optional.of(id), lines);
    }

    private BulkEdit add(
            Handle transaction, SignedIn who, BulkOrder order, Optional<UUID> undoes, List<BulkLine> lines) {
        var edit = new BulkEdit(
                UUID.randomUUID(),
                order,
                BulkState.PREPARED,
                undoes,
                who.account().id(),
                who.actor().name(),
                clock.instant(),
                Optional.empty(),
                0,
                0,
                0,
                0);
        rows.add(transaction, edit, lines);
        return get(transaction, edit.id());
    }

    /**
     * Has a prepared edit done.
     *
     * @throws Refused when it was begun or given up already, another person prepared it, or it would change nothing
     */
    public void start(Handle transaction, SignedIn who, UUID id) {
        var edit = own(transaction, who, id);
        if (edit.waiting() == 0) {
            throw new Refused(DescriptionProblem.NOTHING_CHANGED);
        }
        rows.state(transaction, id, BulkState.RUNNING, Optional.empty());
        audit.record(
                transaction,
                who.actor(),
                AuditAction.BULK_DESCRIBED,
                Subject.of("bulk-edit", id),
                Map.of(
                        "element",
                        edit.order().element(),
                        "records",
                        Integer.toString(edit.waiting()),
                        "reason",
                        edit.order().reason()));
        work.describe(transaction, id);
    }

    /**
     * Gives a prepared edit up.
     *
     * @throws Refused when it was begun or given up already, or another person prepared it
     */
    public void cancel(Handle transaction, SignedIn who, UUID id) {
        own(transaction, who, id);
        rows.state(transaction, id, BulkState.CANCELLED, Optional.of(clock.instant()));
    }

    private BulkEdit own(Handle transaction, SignedIn who, UUID id) {
        var edit = rows.get(transaction, id, " for update");
        if (edit.state() != BulkState.PREPARED
                || !edit.accountId().equals(who.account().id())) {
            throw new Refused(DescriptionProblem.BULK_EDIT_BEGUN);
        }
        return edit;
    }

    /** Does what is left to do of an edit, in small transactions; when cut off, the rest is done at the next call. */
    public void run(UUID id) {
        while (jdbi.inTransaction(transaction -> piece(transaction, id))) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** {@return whether more is left} */
    private boolean piece(Handle transaction, UUID id) {
        var edit = rows.get(transaction, id, " for update");
        if (edit.state() != BulkState.RUNNING) {
            return false;
        }
        var lines = rows.lines(transaction, id, BulkLine.State.WAITING, PIECE);
        var by = new Actor(Optional.of(edit.accountId()), edit.madeBy(), false);
        // one order for all who lock several records, so that two never wait for each other
        lines.stream()
                .sorted(Comparator.comparing(BulkLine::item))
                .forEach(line -> change(transaction, by, edit, line));
        if (lines.size() < PIECE) {
            rows.state(transaction, id, BulkState.DONE, Optional.of(clock.instant()));
        }
        return lines.size() == PIECE;
    }

    private void change(Handle transaction, Actor by, BulkEdit edit, BulkLine line) {
        try {
            desk.changeOne(transaction, by, line, edit.order());
            rows.settle(transaction, edit.id(), line.item(), BulkLine.State.DONE, "");
        } catch (Malformed | Refused | NotFound failure) {
            rows.settle(
                    transaction,
                    edit.id(),
                    line.item(),
                    BulkLine.State.LEFT,
                    failure.problem().name());
        }
    }

    /** {@return the edit with this id} */
    public BulkEdit get(Handle handle, UUID id) {
        return rows.get(handle, id, "");
    }

    /** {@return the newest edits} */
    public List<BulkEdit> newest(Handle handle, int size) {
        return rows.newest(handle, size);
    }

    /** {@return the first records of an edit in one state, in the order of the preview} */
    public List<BulkLine> lines(Handle handle, UUID id, BulkLine.State state, int size) {
        return rows.lines(handle, id, state, size);
    }

    private static BulkLine line(Item item, String before, String after, BulkLine.State state, String why) {
        return new BulkLine(item.id(), item.referenceCode().text(), before, after, state, why);
    }
}

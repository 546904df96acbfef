package lantai.disposal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.removal.Hindrance;
import lantai.removal.Obstacle;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Carries out a destruction list. Cut off anywhere, it is done again and goes on where each record stands: first the rows of
 * every record, one transaction each, in which whatever stands in the way is looked for once more; then what lies outside of the
 * database; then the proof, made by {@link DestructionCheck}, which shares nothing with the removing.
 */
public final class DestructionWork {
    private static final Logger LOG = System.getLogger(DestructionWork.class.getName());

    private final Doors doors;
    private final InstantSource clock;
    private final DestructionRows rows = new DestructionRows();
    private final Tombstones tombstones = new Tombstones();

    /**
     * The doors that destruction goes through.
     *
     * @param obstacles everything that may stand in the way
     * @param traces everything that must go with a record, the rows of the record itself first
     * @param check who looks for remains
     * @param records where lists and certificates are kept for ever
     */
    public record Doors(
            Jdbi jdbi,
            ItemRegister items,
            Obstacle obstacles,
            List<Trace> traces,
            DestructionCheck check,
            ListRecords records,
            AuditTrail audit) {
        public Doors {
            traces = List.copyOf(traces);
        }
    }

    public DestructionWork(Doors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /**
     * Does what is left to do for a list; nothing, when it has not begun or is done.
     *
     * @throws IOException or any unchecked exception to be tried again later
     */
    public void run(UUID id) throws IOException {
        var list = doors.jdbi().withHandle(handle -> rows.get(handle, id));
        switch (list.state()) {
            case EXECUTING -> {
                if (execute(list)) {
                    certify(id);
                }
            }
            case EXECUTED -> certify(id);
            case DRAFT, SUBMITTED, FILED, APPROVED, SIGNED, CERTIFIED, REFUSED -> {}
        }
    }

    /** Removes everything; {@return false, and nothing is touched, when the list is not what was approved} */
    private boolean execute(DestructionList list) throws IOException {
        var content = new ListContent(
                list.number(),
                doors.jdbi().withHandle(handle -> MemberRows.of(handle, list.appraisal())),
                entries(list.id()));
        if (!Optional.of(content.fixity().sha256()).equals(list.process().digest())) {
            LOG.log(Level.ERROR, "destruction list {0} is not what was approved; nothing is destroyed", list.number());
            return false;
        }
        doors.records().keepList(list, content.json());
        for (var entry : content.entries()) {
            if (entry.state() == EntryState.PENDING) {
                doors.jdbi().useTransaction(transaction -> erase(transaction, list, entry));
            }
        }
        for (var entry : entries(list.id())) {
            if (entry.state() == EntryState.ERASED) {
                remove(list.id(), entry);
            }
        }
        doors.traces().forEach(Trace::settle);
        doors.jdbi().useTransaction(transaction -> move(transaction, list.id(), new ListDeed.Finish()));
        return true;
    }

    private List<DestructionEntry> entries(UUID list) {
        return doors.jdbi().withHandle(handle -> rows.entries(handle, list));
    }

    /** The point of no return of one record: either it is gone with its rows, or it is spared and says why. */
    private void erase(Handle transaction, DestructionList list, DestructionEntry entry) {
        var there = transaction
                .createQuery("select id from item where id = :item for update")
                .bind("item", entry.item())
                .mapTo(UUID.class)
                .findOne();
        var hindrance = there.isEmpty() ? Optional.of(Hindrance.of("gone")) : hindrance(transaction, entry);
        if (hindrance.isPresent()) {
            spare(transaction, list, entry, hindrance.get());
            return;
        }
        tombstones.set(transaction, item(transaction, entry), entry.opinion(), list.id(), clock.instant());
        for (var trace : doors.traces()) {
            remember(transaction, list.id(), entry, trace, trace.forget(transaction, entry.condemned()));
        }
        change(transaction, list.id(), entry, EntryState.ERASED, "");
        doors.audit()
                .record(
                        transaction,
                        Actor.SYSTEM,
                        AuditAction.ITEM_DESTROYED,
                        Subject.of("item", entry.item()),
                        Map.of("referenceCode", entry.referenceCode(), "list", list.number()));
    }

    private Item item(Handle handle, DestructionEntry entry) {
        return doors.items().get(handle, entry.item());
    }

    private Optional<Hindrance> hindrance(Handle handle, DestructionEntry entry) {
        var found = doors.obstacles().against(handle, Set.of(entry.item())).getOrDefault(entry.item(), List.of());
        if (!found.isEmpty()) {
            return Optional.of(found.getFirst());
        }
        var now = doors.items().components(handle, entry.item()).stream()
                .map(Component::fixity)
                .toList();
        var approved = entry.objects().stream().map(Component::fixity).toList();
        return now.equals(approved) ? Optional.empty() : Optional.of(Hindrance.of("changed"));
    }

    private void spare(Handle transaction, DestructionList list, DestructionEntry entry, Hindrance hindrance) {
        change(transaction, list.id(), entry, EntryState.SPARED, Remark.of(hindrance));
        doors.audit()
                .record(
                        transaction,
                        Actor.SYSTEM,
                        AuditAction.ITEM_SPARED,
                        Subject.of("item", entry.item()),
                        Map.of("list", list.number(), "reason", hindrance.code()));
    }

    private static void remember(
            Handle transaction, UUID list, DestructionEntry entry, Trace trace, List<String> names) {
        transaction
                .createUpdate("""
                        insert into destruction_remainder (list_id, item_id, trace, names)
                        values (:list, :item, :trace, :names)
                        """)
                .bind("list", list)
                .bind("item", entry.item())
                .bind("trace", trace.name())
                .bindArray("names", String.class, names.toArray())
                .execute();
    }

    private void remove(UUID list, DestructionEntry entry) throws IOException {
        for (var trace : doors.traces()) {
            trace.remove(entry.condemned(), remembered(list, entry, trace));
        }
        doors.jdbi().useTransaction(transaction -> change(transaction, list, entry, EntryState.REMOVED, ""));
    }

    private List<String> remembered(UUID list, DestructionEntry entry, Trace trace) {
        return doors.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select unnest(names) from destruction_remainder
                        where list_id = :list and item_id = :item and trace = :trace
                        """)
                        .bind("list", list)
                        .bind("item", entry.item())
                        .bind("trace", trace.name())
                        .mapTo(String.class)
                        .list());
    }

    private static void change(Handle transaction, UUID list, DestructionEntry entry, EntryState next, String remark) {
        if (!entry.state().mayBecome(next)) {
            throw new IllegalStateException(entry.state() + " cannot become " + next);
        }
        var changed = transaction
                .createUpdate("""
                        update destruction_entry set state = :next, remark = :remark, live = false
                        where list_id = :list and item_id = :item and state = :before
                        """)
                .bind("next", next.name())
                .bind("remark", remark)
                .bind("list", list)
                .bind("item", entry.item())
                .bind("before", entry.state().name())
                .execute();
        if (changed != 1) {
            throw new IllegalStateException(entry.item() + " is being destroyed elsewhere");
        }
    }

    private void certify(UUID id) throws IOException {
        var list = doors.jdbi().withHandle(handle -> rows.get(handle, id));
        var gone = entries(id).stream()
                .filter(entry -> entry.state() == EntryState.REMOVED)
                .toList();
        var proof = doors.check().look(gone);
        var people = doors.jdbi().withHandle(handle -> ListPeople.of(handle, list));
        var certificate = new Certificate(list, people, entries(id), proof, clock.instant()).json();
        if (proof.clean()) {
            doors.records().keepCertificate(list, certificate);
        } else {
            LOG.log(Level.ERROR, "remains of destruction list {0}: {1}", list.number(), proof.remains());
        }
        doors.jdbi().useTransaction(transaction -> {
            transaction
                    .createUpdate(
                            "update destruction_list set certificate = cast(:certificate as jsonb) where id = :id")
                    .bind("certificate", certificate)
                    .bind("id", id)
                    .execute();
            move(transaction, id, new ListDeed.Certify(proof.clean()));
        });
    }

    private void move(Handle transaction, UUID id, ListDeed deed) {
        var list = rows.locked(transaction, id);
        var next = list.process().after(deed).state();
        var column = deed instanceof ListDeed.Finish ? "executed_at" : "certified_at";
        transaction
                .createUpdate("update destruction_list set state = :next, " + column
                        + " = case when state = :next then null else :now end where id = :id")
                .bind("next", next.name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute();
        if (next == ListState.CERTIFIED) {
            doors.audit()
                    .record(
                            transaction,
                            Actor.SYSTEM,
                            AuditAction.DESTRUCTION_CERTIFIED,
                            Subject.of("destruction-list", id),
                            Map.of("list", list.number()));
        }
    }
}

package lantai.stacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.VisibleItems.Node;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.Refused;
import lantai.record.ReferenceCodes;
import lantai.stacks.FillPlan.Named;
import lantai.stacks.FillPlan.Out;
import lantai.stacks.FillPlan.Planned;
import lantai.stacks.FillPlan.Reason;
import lantai.volume.VolumeRules;
import org.jdbi.v3.core.Handle;

/** Packs everything of a place that is in no box yet: planned first, packed then, undone as long as nothing was made of it. */
public final class BoxFilling {
    /** Keeps two people from packing the same records at once. */
    private static final long LOCK = 0x626f786573L;

    private final BoxDesk desk;
    private final BoxRegister boxes;
    private final StackRules rules;
    private final VolumeRules volumes;
    private final AuditTrail audit;
    private final ReferenceCodes codes = ReferenceCodes.ofGroups();

    public BoxFilling(BoxDesk desk, BoxRegister boxes, StackRules rules, VolumeRules volumes, AuditTrail audit) {
        this.desk = desk;
        this.boxes = boxes;
        this.rules = rules;
        this.volumes = volumes;
        this.audit = audit;
    }

    /**
     * Tells what packing a place would do: as many boxes as it takes, apart by fonds, class, year and term. What is thicker
     * than a box gets one of its own.
     *
     * @param thickness of the spines, in millimetres
     * @throws Malformed when no place is named, or there are no such boxes
     */
    public FillPlan plan(Handle handle, int thickness, Node node) {
        var stacks = rules.stacks(handle);
        stacks.check(thickness);
        var sorted = sorted(handle, node);
        return new FillPlan(
                sorted.groups().values().stream()
                        .flatMap(group -> parts(group, thickness * stacks.pages()).stream())
                        .map(Planned::new)
                        .toList(),
                sorted.told());
    }

    /** {@return what of a place stays out of boxes, and why; nothing of no place} */
    public List<Out> out(Handle handle, Node node) {
        return isPlace(node) ? sorted(handle, node).told() : List.of();
    }

    private static boolean isPlace(Node node) {
        return !node.fonds().isEmpty()
                || !node.category().isEmpty()
                || !node.classCode().isEmpty()
                || node.year().isPresent();
    }

    private Sorted sorted(Handle handle, Node node) {
        if (!isPlace(node)) {
            throw new Malformed(StacksProblem.SCOPE_MISSING);
        }
        var bound = volumes.binding(handle);
        var sorted = new Sorted(new LinkedHashMap<>(), outside(handle, node));
        for (var thing : Thing.loose(handle, node)) {
            var shelving = thing.shelving();
            if (!thing.volume() && bound.test(shelving.category(), shelving.classCode())) {
                sorted.leave(Reason.TO_BE_BOUND, thing);
            } else if (!thing.volume() && thing.pages() == 0) {
                sorted.leave(Reason.WITHOUT_PAGES, thing);
            } else {
                sorted.groups()
                        .computeIfAbsent(shelving, _ -> new ArrayList<>())
                        .add(thing);
            }
        }
        return sorted;
    }

    /** The records of a place: what shares boxes, and what stays out. */
    private record Sorted(Map<Thing.Shelving, List<Thing>> groups, Map<Reason, List<Named>> out) {
        void leave(Reason reason, Thing thing) {
            out.computeIfAbsent(reason, _ -> new ArrayList<>()).add(new Named(thing.id(), thing.code()));
        }

        List<Out> told() {
            return out.entrySet().stream()
                    .map(each -> new Out(
                            each.getKey(),
                            each.getValue().size(),
                            each.getValue().stream().limit(FillPlan.NAMED).toList()))
                    .toList();
        }
    }

    /**
     * What was packed.
     *
     * @param id what it is found and undone by
     * @param boxes in the order of the plan
     * @param plan what was done
     */
    public record Filled(UUID id, List<UUID> boxes, FillPlan plan) {
        public Filled {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * Packs a place as {@link #plan} tells it.
     *
     * @throws Refused when there is nothing to pack
     */
    public Filled fill(Handle transaction, SignedIn who, int thickness, Node node) {
        transaction.execute("select pg_advisory_xact_lock(?)", LOCK);
        var plan = plan(transaction, thickness, node);
        if (plan.boxes().isEmpty()) {
            throw new Refused(StacksProblem.NOTHING_TO_FILL, plan.left());
        }
        var filling = UUID.randomUUID();
        var packing = new BoxDesk.Packing(rules.stacks(transaction), thickness, Optional.of(filling));
        var made = plan.boxes().stream()
                .map(box -> desk.make(transaction, who, packing, box.contents()))
                .toList();
        return new Filled(filling, made, plan);
    }

    /**
     * Unpacks what was packed together, as far as no label was printed, no place given and nothing changed since. Numbers that
     * were the last of their kind are free again.
     *
     * @return how many boxes are gone
     * @throws Refused when none may be unpacked any more
     */
    public int undo(Handle transaction, SignedIn who, UUID filling) {
        var stacks = rules.stacks(transaction);
        var gone = transaction
                .createQuery("select id from box where filling = :filling and settled_at is null for update")
                .bind("filling", filling)
                .mapTo(UUID.class)
                .stream()
                .map(id -> boxes.get(transaction, id))
                .sorted(Comparator.comparing(Box::code).reversed())
                .toList();
        if (gone.isEmpty()) {
            throw new Refused(StacksProblem.NOTHING_TO_UNDO);
        }
        for (var box : gone) {
            transaction.execute("delete from box_content where box_id = ?", box.id());
            transaction.execute("delete from box where id = ?", box.id());
            var scope = stacks.scope(Thing.shelving(box).places()).text();
            var number = box.code().startsWith(scope) ? box.code().substring(scope.length()) : "";
            if (number.matches("\\d{1,9}")) {
                codes.giveBack(transaction, scope, Integer.parseInt(number));
            }
            audit.record(
                    transaction,
                    who.actor(),
                    AuditAction.BOX_UNPACKED,
                    Subject.of("box", box.id()),
                    Map.of("code", box.code(), "contents", "" + box.contents()));
        }
        return gone.size();
    }

    private static Map<Reason, List<Named>> outside(Handle handle, Node node) {
        var out = new EnumMap<Reason, List<Named>>(Reason.class);
        Thing.bound(handle.createQuery("""
                                select * from (
                                    select i.id, i.reference_code as code, case
                                        when exists (select 1 from box_content b
                                            where b.item_id = i.id or b.volume_id = v.id) then 'BOXED'
                                        when v.state = 'CLOSED' and %s then null
                                        when %s then 'BORN_DIGITAL'
                                        when v.state is not null then 'VOLUME_OPEN'
                                        when i.code_class = '' then 'WITHOUT_CLASS' end as reason
                                    from item i left join volume_item m on m.item_id = i.id
                                    left join volume v on v.id = m.volume_id where true %s) o
                                where reason is not null order by code
                                """.formatted(Thing.ON_PAPER, Thing.ELECTRONIC, Thing.place(node, "i"))), node)
                .map((row, _) -> Map.entry(
                        Reason.valueOf(row.getString("reason")),
                        new Named(row.getObject("id", UUID.class), row.getString("code"))))
                .forEach(each -> out.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        return out;
    }

    private static List<List<Thing>> parts(List<Thing> things, int capacity) {
        var parts = new ArrayList<List<Thing>>();
        var pages = 0;
        for (var thing : things) {
            if (parts.isEmpty() || pages + thing.pages() > capacity) {
                parts.add(new ArrayList<>());
                pages = 0;
            }
            parts.getLast().add(thing);
            pages += thing.pages();
        }
        return parts;
    }
}

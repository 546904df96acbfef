package lantai.stacks;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.ReferenceCodes;
import org.jdbi.v3.core.Handle;

/**
 * Where boxes are packed and given their places. Who keeps the stacks handles every box, also of records whose content is not for
 * him: he sees their codes.
 */
public final class BoxDesk {
    private static final int LONGEST_REMARKS = 500;

    private final BoxRegister boxes;
    private final StackRules rules;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ReferenceCodes codes = ReferenceCodes.ofGroups();

    public BoxDesk(BoxRegister boxes, StackRules rules, AuditTrail audit, InstantSource clock) {
        this.boxes = boxes;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Packs items and closed volumes into a new box, in the order given.
     *
     * @param thickness of its spine, in millimetres
     * @throws Refused when they do not belong together, or one lies in a box
     * @throws Malformed when there are no such boxes, or nothing is chosen
     */
    public Box pack(Handle transaction, SignedIn who, int thickness, List<UUID> contents) {
        var things = Thing.of(transaction, contents);
        if (things.isEmpty()) {
            throw new Malformed(StacksProblem.NOTHING_CHOSEN);
        }
        var stacks = rules.stacks(transaction);
        stacks.check(thickness);
        return boxes.get(transaction, make(transaction, who, new Packing(stacks, thickness, Optional.empty()), things));
    }

    /**
     * How boxes are packed.
     *
     * @param thickness of the spine, in millimetres
     * @param filling what they are packed with in one go, if they are
     */
    record Packing(StackRules.Stacks stacks, int thickness, Optional<UUID> filling) {}

    UUID make(Handle transaction, SignedIn who, Packing packing, List<Thing> things) {
        var shelving = things.getFirst().shelving();
        var scope = packing.stacks().scope(shelving.places());
        var code = scope.text() + ("%0" + scope.digits() + "d").formatted(codes.next(transaction, scope.text()));
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        insert into box (id, code, fonds, category, code_class, year, retention, thickness, filling,
                            packed_by, packed_at)
                        values (:id, :code, :fonds, :category, :class, :year, :retention, :thickness, :filling, :by, :now)
                        """)
                .bind("id", id)
                .bind("code", code)
                .bind("fonds", shelving.fonds())
                .bind("category", shelving.category().name())
                .bind("class", shelving.classCode())
                .bind("year", shelving.year())
                .bind("retention", shelving.retention())
                .bind("thickness", packing.thickness())
                .bind("filling", packing.filling().orElse(null))
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        insert(transaction, id, shelving, things, 1);
        record(transaction, who, AuditAction.BOX_MADE, id, Map.of("code", code, "contents", "" + things.size()));
        return id;
    }

    /**
     * Puts items and closed volumes into a box, behind what lies in it.
     *
     * @throws Refused when one belongs elsewhere or lies in a box
     */
    public void put(Handle transaction, SignedIn who, UUID id, List<UUID> contents) {
        var things = Thing.of(transaction, contents);
        if (things.isEmpty()) {
            throw new Malformed(StacksProblem.NOTHING_CHOSEN);
        }
        var box = locked(transaction, id);
        insert(transaction, id, Thing.shelving(box), things, box.contents() + 1);
        packed(transaction, who, id, Map.of("put", "" + things.size()));
    }

    /**
     * Takes items and volumes out of a box.
     *
     * @throws Refused when one is not in it
     */
    public void take(Handle transaction, SignedIn who, UUID id, List<UUID> contents) {
        locked(transaction, id);
        var wanted = new HashSet<>(contents).toArray();
        var taken = transaction
                .createUpdate("""
                        delete from box_content
                        where box_id = :box and (item_id = any (:contents) or volume_id = any (:contents))
                        """)
                .bind("box", id)
                .bindArray("contents", UUID.class, wanted)
                .execute();
        if (taken == 0 || taken < wanted.length) {
            throw new Refused(StacksProblem.NOT_IN_THE_BOX);
        }
        renumber(transaction, id);
        packed(transaction, who, id, Map.of("taken", "" + taken));
    }

    /**
     * Gives boxes a place.
     *
     * @param typed the place, as {@link Location#parse} reads it
     * @throws Malformed when no room of the rule has it
     */
    public void move(Handle transaction, SignedIn who, List<UUID> ids, String typed) {
        if (ids.isEmpty()) {
            throw new Malformed(StacksProblem.NOTHING_CHOSEN);
        }
        var place = rules.stacks(transaction).location(typed);
        for (var id : ids) {
            var box = locked(transaction, id);
            transaction
                    .createUpdate("""
                            update box set room = :room, bay = :bay, rack = :rack, shelf = :shelf,
                                settled_at = coalesce(settled_at, :now)
                            where id = :id
                            """)
                    .bind("id", id)
                    .bind("room", place.room())
                    .bind("bay", place.bay())
                    .bind("rack", place.rack())
                    .bind("shelf", place.shelf())
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            record(
                    transaction,
                    who,
                    AuditAction.BOX_MOVED,
                    id,
                    Map.of(
                            "code",
                            box.code(),
                            "from",
                            box.location().map(Location::toString).orElse(""),
                            "to",
                            place.toString()));
        }
    }

    /** Writes down in what state the content is (备考表) and who looked. */
    public void note(Handle transaction, SignedIn who, UUID id, String typed) {
        var remarks = typed.strip();
        if (remarks.length() > LONGEST_REMARKS) {
            throw new Malformed(StacksProblem.REMARKS_TOO_LONG, LONGEST_REMARKS);
        }
        locked(transaction, id);
        transaction
                .createUpdate("""
                        update box set remarks = :remarks, checked_by = :by, checked_at = :now,
                            settled_at = coalesce(settled_at, :now)
                        where id = :id
                        """)
                .bind("id", id)
                .bind("remarks", remarks)
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        record(transaction, who, AuditAction.BOX_CHANGED, id, Map.of("remarks", remarks));
    }

    /** Notes that labels of boxes were printed: their numbers are on paper now. */
    public void printed(Handle transaction, List<UUID> ids) {
        transaction
                .createUpdate("update box set settled_at = :now where id = any (:ids) and settled_at is null")
                .bindArray("ids", UUID.class, ids.toArray())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private Box locked(Handle transaction, UUID id) {
        var _ = transaction
                .createQuery("select 1 from box where id = :id for update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new NotFound(StacksProblem.NO_SUCH_BOX, id));
        return boxes.get(transaction, id);
    }

    private static void insert(Handle transaction, UUID box, Thing.Shelving shelving, List<Thing> things, int from) {
        things.stream()
                .filter(thing -> !thing.shelving().equals(shelving))
                .findFirst()
                .ifPresent(thing -> {
                    throw new Refused(StacksProblem.BELONGS_ELSEWHERE, thing.code(), shelving.toString());
                });
        var rows = transaction.prepareBatch("""
                insert into box_content (box_id, ordinal, item_id, volume_id) values (:box, :ordinal, :item, :volume)
                """);
        var ordinal = from;
        for (var thing : things) {
            rows.bind("box", box)
                    .bind("ordinal", ordinal++)
                    .bind("item", thing.volume() ? null : thing.id())
                    .bind("volume", thing.volume() ? thing.id() : null)
                    .add();
        }
        rows.execute();
    }

    /** Closes the gaps in the order of what lies in a box. */
    static void renumber(Handle transaction, UUID box) {
        transaction.createUpdate("""
                        update box_content l set ordinal = n.place from (
                            select ctid, row_number() over (order by ordinal) as place from box_content
                            where box_id = :box) n
                        where l.ctid = n.ctid and l.ordinal <> n.place
                        """).bind("box", box).execute();
    }

    private void packed(Handle transaction, SignedIn who, UUID id, Map<String, String> detail) {
        transaction
                .createUpdate("""
                        update box set packed_by = :by, packed_at = :now, checked_by = null, checked_at = null,
                            settled_at = coalesce(settled_at, :now)
                        where id = :id
                        """)
                .bind("id", id)
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        record(transaction, who, AuditAction.BOX_CHANGED, id, detail);
    }

    private void record(Handle transaction, SignedIn who, AuditAction action, UUID id, Map<String, String> detail) {
        audit.record(transaction, who.actor(), action, Subject.of("box", id), detail);
    }
}

package lantai.volume;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import org.jdbi.v3.core.Handle;

/**
 * Where volumes are arranged while they are open. Every step can be undone until the volume is closed; {@link VolumeClosing}
 * closes and reopens. Whoever works on a volume must see all its items.
 */
public final class VolumeDesk {
    private static final int LONGEST_TITLE = 200;
    private static final int STEPS = 50;

    private final VolumeRegister volumes;
    private final VolumeRules rules;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final VisibleItems visible = new VisibleItems();

    public VolumeDesk(VolumeRegister volumes, VolumeRules rules, AuditTrail audit, InstantSource clock) {
        this.volumes = volumes;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Binds items to a new volume, in the order given.
     *
     * @throws Malformed when the title or the items are missing
     * @throws Refused when they do not belong together, one is in a volume, or their class is arranged by item
     */
    public Volume form(Handle transaction, SignedIn who, String typed, List<UUID> items) {
        var members = members(transaction, who, items);
        if (members.isEmpty()) {
            throw new Malformed(VolumeProblem.NOTHING_CHOSEN);
        }
        var id = open(transaction, who, title(typed), members, Optional.empty());
        return volumes.get(transaction, id);
    }

    /** Opens a volume over members that were looked at already. */
    UUID open(Handle transaction, SignedIn who, String title, List<Member> members, Optional<UUID> forming) {
        var place = members.getFirst().place();
        if (VolumeRules.of(rules.all(transaction), place.category(), place.classCode())
                .isEmpty()) {
            throw new Refused(VolumeProblem.NOT_ARRANGED_BY_VOLUME, place.classCode());
        }
        var id = UUID.randomUUID();
        transaction
                .createUpdate("""
                        insert into volume (id, fonds, category, code_class, year, title, state, forming, formed_at,
                            arranged_by, arranged_at)
                        values (:id, :fonds, :category, :class, :year, :title, 'OPEN', :forming, :now, :by, :now)
                        """)
                .bind("id", id)
                .bind("fonds", place.fonds())
                .bind("category", place.category().name())
                .bind("class", place.classCode())
                .bind("year", place.year())
                .bind("title", title)
                .bind("forming", forming.orElse(null))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("by", who.actor().name())
                .execute();
        put(transaction, id, place, Optional.empty(), members, 1);
        audit.record(
                transaction,
                who.actor(),
                AuditAction.VOLUME_FORMED,
                Subject.of("volume", id),
                Map.of("title", title, "items", Integer.toString(members.size())));
        return id;
    }

    /**
     * Adds items behind the last one.
     *
     * @throws Refused when one belongs elsewhere, is in a volume, or must be kept longer than the volume's code says
     */
    public void add(Handle transaction, SignedIn who, UUID id, List<UUID> items) {
        var members = members(transaction, who, items);
        if (members.isEmpty()) {
            throw new Malformed(VolumeProblem.NOTHING_CHOSEN);
        }
        var volume = openFor(transaction, who, id);
        step(transaction, who, volume, Map.of("added", Integer.toString(members.size())));
        var next = volumes.lines(transaction, id).size() + 1;
        put(transaction, id, Member.Place.of(volume), volume.code().flatMap(_ -> volume.retention()), members, next);
    }

    /**
     * Takes items out.
     *
     * @throws Refused when one is not in the volume, or was destroyed, whose line stays
     */
    public void remove(Handle transaction, SignedIn who, UUID id, List<UUID> items) {
        var volume = openFor(transaction, who, id);
        var lines = volumes.lines(transaction, id);
        var wanted = new HashSet<>(items);
        var gone = lines.stream().filter(line -> wanted.contains(line.item())).toList();
        if (wanted.isEmpty() || gone.size() < wanted.size()) {
            throw new Refused(VolumeProblem.NOT_IN_THE_VOLUME);
        }
        if (gone.stream().anyMatch(line -> line.gone().isPresent())) {
            throw new Refused(VolumeProblem.LINE_STAYS);
        }
        step(transaction, who, volume, Map.of("removed", Integer.toString(gone.size())));
        transaction
                .createUpdate("delete from volume_item where volume_id = :volume and item_id = any (:items)")
                .bind("volume", id)
                .bindArray("items", UUID.class, wanted.toArray())
                .execute();
        arrange(
                transaction,
                id,
                lines.stream()
                        .map(VolumeLine::item)
                        .filter(item -> !wanted.contains(item))
                        .toList());
    }

    /**
     * Puts the lines into another order.
     *
     * @param order every line of the volume once
     * @throws Refused when the volume has other lines by now
     */
    public void order(Handle transaction, SignedIn who, UUID id, List<UUID> order) {
        var volume = openFor(transaction, who, id);
        var lines =
                volumes.lines(transaction, id).stream().map(VolumeLine::item).toList();
        if (order.size() != lines.size() || !new HashSet<>(order).equals(new HashSet<>(lines))) {
            throw new Refused(VolumeProblem.CHANGED_MEANWHILE);
        }
        if (!order.equals(lines)) {
            step(transaction, who, volume, Map.of("order", "changed"));
            arrange(transaction, id, order);
        }
    }

    /** Gives a volume another title. */
    public void retitle(Handle transaction, SignedIn who, UUID id, String typed) {
        var title = title(typed);
        var volume = openFor(transaction, who, id);
        if (!title.equals(volume.title())) {
            step(transaction, who, volume, Map.of("title", title));
            transaction
                    .createUpdate("update volume set title = :title where id = :id")
                    .bind("id", id)
                    .bind("title", title)
                    .execute();
        }
    }

    /** {@return how many steps can be undone} */
    public int undoable(Handle handle, UUID id) {
        return handle.createQuery("select count(*) from volume_undo where volume_id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Puts back what the last step changed.
     *
     * @throws Refused when there is nothing to undo, or an item that was taken out lies in another volume by now
     */
    public void undo(Handle transaction, SignedIn who, UUID id) {
        var volume = openFor(transaction, who, id);
        var before = transaction
                .createQuery("""
                        delete from volume_undo where id =
                            (select max(id) from volume_undo where volume_id = :id) returning title, items
                        """)
                .bind("id", id)
                .map((row, _) -> new Before(row.getString("title"), List.of((UUID[])
                        row.getArray("items").getArray())))
                .findOne()
                .orElseThrow(() -> new Refused(VolumeProblem.NOTHING_TO_UNDO));
        var now = volumes.lines(transaction, id).stream().map(VolumeLine::item).toList();
        var back = before.items().stream().filter(item -> !now.contains(item)).toList();
        transaction
                .createUpdate("delete from volume_item where volume_id = :volume and not item_id = any (:items)")
                .bind("volume", id)
                .bindArray("items", UUID.class, before.items().toArray())
                .execute();
        if (!back.isEmpty()) {
            var members = members(transaction, who, back);
            put(transaction, id, Member.Place.of(volume), Optional.empty(), members, now.size() + 1);
        }
        arrange(transaction, id, before.items());
        transaction
                .createUpdate("update volume set title = :title where id = :id")
                .bind("id", id)
                .bind("title", before.title())
                .execute();
        changed(transaction, who, volume, Map.of("undone", "1"));
    }

    /**
     * Gives up a volume that was never closed; its items are free again.
     *
     * @throws Refused when it has a code, which stays for ever
     */
    public void dissolve(Handle transaction, SignedIn who, UUID id) {
        var volume = openFor(transaction, who, id);
        if (volume.code().isPresent()) {
            throw new Refused(VolumeProblem.HAS_A_CODE);
        }
        for (var table : List.of("volume_item where volume_id", "volume where id")) {
            transaction
                    .createUpdate("delete from " + table + " = :id")
                    .bind("id", id)
                    .execute();
        }
        audit.record(
                transaction,
                who.actor(),
                AuditAction.VOLUME_DISSOLVED,
                Subject.of("volume", id),
                Map.of("title", volume.title()));
    }

    /** Locks a volume that may be changed by this person. */
    Volume openFor(Handle transaction, SignedIn who, UUID id) {
        var volume = locked(transaction, who, id);
        if (!volume.isOpen()) {
            throw new Refused(VolumeProblem.VOLUME_CLOSED);
        }
        return volume;
    }

    /** Locks a volume all of whose items this person sees. */
    Volume locked(Handle transaction, SignedIn who, UUID id) {
        var _ = transaction
                .createQuery("select 1 from volume where id = :id for update")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new NotFound(VolumeProblem.NO_SUCH_VOLUME, id));
        var volume = volumes.get(transaction, id);
        var items = volumes.lines(transaction, id).stream()
                .filter(line -> line.gone().isEmpty())
                .map(VolumeLine::item)
                .toList();
        if (visible.among(transaction, Viewer.visibility(who), items).size() < items.size()) {
            throw new NotFound(VolumeProblem.NO_SUCH_VOLUME, id);
        }
        return volume;
    }

    /** Looks at items in the order given; those that this person cannot see are not there. */
    List<Member> members(Handle transaction, SignedIn who, List<UUID> items) {
        var wanted = new LinkedHashSet<>(items);
        var seen = visible.among(transaction, Viewer.visibility(who), wanted);
        if (seen.size() < wanted.size()) {
            throw new Refused(VolumeProblem.ITEMS_NOT_FOUND, wanted.size() - seen.size());
        }
        var found = Member.locked(transaction, seen);
        return wanted.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /** Remembers how the volume stands and who changes it now. */
    private void step(Handle transaction, SignedIn who, Volume volume, Map<String, String> detail) {
        transaction
                .createUpdate("""
                        insert into volume_undo (volume_id, title, items)
                        select :id, :title, coalesce(array_agg(item_id order by ordinal), '{}')
                        from volume_item where volume_id = :id
                        """)
                .bind("id", volume.id())
                .bind("title", volume.title())
                .execute();
        transaction
                .createUpdate("""
                        delete from volume_undo where volume_id = :id and id not in
                            (select id from volume_undo where volume_id = :id order by id desc limit :steps)
                        """)
                .bind("id", volume.id())
                .bind("steps", STEPS)
                .execute();
        changed(transaction, who, volume, detail);
    }

    private void changed(Handle transaction, SignedIn who, Volume volume, Map<String, String> detail) {
        transaction
                .createUpdate("""
                        update volume set arranged_by = :by, arranged_at = :now, version = version + 1 where id = :id
                        """)
                .bind("id", volume.id())
                .bind("by", who.actor().name())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        audit.record(transaction, who.actor(), AuditAction.VOLUME_CHANGED, Subject.of("volume", volume.id()), detail);
    }

    /** Puts members behind each other, from a number on. */
    private static void put(
            Handle transaction,
            UUID volume,
            Member.Place place,
            Optional<lantai.retention.RetentionPeriod> longest,
            List<Member> members,
            int from) {
        members.forEach(member -> member.mayJoin(place, longest));
        var taken = Member.bound(transaction, members);
        if (taken.isPresent()) {
            throw new Refused(
                    VolumeProblem.IN_A_VOLUME, taken.get().getKey(), taken.get().getValue());
        }
        var rows = transaction.prepareBatch(
                "insert into volume_item (volume_id, item_id, ordinal) values (:volume, :item, :ordinal)");
        var ordinal = from;
        for (var member : members) {
            rows.bind("volume", volume)
                    .bind("item", member.id())
                    .bind("ordinal", ordinal++)
                    .add();
        }
        rows.execute();
    }

    private static void arrange(Handle transaction, UUID volume, List<UUID> order) {
        transaction
                .createUpdate("""
                        update volume_item l set ordinal = o.place
                        from unnest(:order) with ordinality as o (item, place)
                        where l.volume_id = :volume and l.item_id = o.item and l.ordinal <> o.place
                        """)
                .bind("volume", volume)
                .bindArray("order", UUID.class, new ArrayList<>(order).toArray())
                .execute();
    }

    private static String title(String typed) {
        var title = typed.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new Malformed(VolumeProblem.TITLE_MISSING, LONGEST_TITLE);
        }
        return title;
    }

    /** How a volume stood. */
    private record Before(String title, List<UUID> items) {}
}

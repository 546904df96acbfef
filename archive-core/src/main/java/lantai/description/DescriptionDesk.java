package lantai.description;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lantai.account.SignedIn;
import lantai.audit.Actor;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.problem.Malformed;
import lantai.problem.NotFound;
import lantai.problem.Refused;
import lantai.record.Component;
import lantai.record.Item;
import lantai.record.ItemRegister;
import org.jdbi.v3.core.Handle;

/**
 * Where filed records are described anew. Each edit is a version with author, time and reason; masters are never touched. Version,
 * audit entry, order to the index and order to the object are one transaction; the object follows by a job that is done again until
 * it holds every version. Who may see a record is decided before.
 */
public final class DescriptionDesk {
    private static final int LONGEST_REASON = 500;

    private final DescriptionRows rows = new DescriptionRows();
    private final DescriptionPolicy policy;
    private final ItemRegister items;
    private final FirstWords first;
    private final Judge judge;
    private final ObjectOrder objects;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;

    /** What the desk goes through. */
    public record Doors(
            DescriptionPolicy policy,
            ItemRegister items,
            FirstWords first,
            Judge judge,
            ObjectOrder objects,
            AuditTrail audit) {}

    public DescriptionDesk(Doors doors, InstantSource clock, ZoneId zone) {
        this.policy = doors.policy();
        this.items = doors.items();
        this.first = doors.first();
        this.judge = doors.judge();
        this.objects = doors.objects();
        this.audit = doors.audit();
        this.clock = clock;
        this.zone = zone;
    }

    /** {@return what is said of a record now: of the elements that the register has, what the register says} */
    public Description current(Handle handle, Item item) {
        var said = rows.newest(handle, item.id())
                .map(DescriptionVersion::description)
                .orElseGet(() -> new Description(first.of(item), List.of()));
        var values = new TreeMap<>(said.values());
        Mapped.WRITTEN.forEach(values::remove);
        values.putAll(Mapped.written(item));
        return new Description(values, rows.relations(handle, item.id()));
    }

    /** {@return every element of a record with its value: what people wrote, what the register knows, else what is usual} */
    public Map<String, String> whole(Handle handle, Item item, List<Component> components) {
        var values = new TreeMap<String, String>();
        for (var demand : demands(handle, item)) {
            if (!demand.element().usual().isEmpty()) {
                values.put(demand.element().code(), demand.element().usual());
            }
        }
        values.putAll(current(handle, item).values());
        values.putAll(Mapped.fixed(item, components));
        rows.newest(handle, item.id()).ifPresent(version -> {
            values.put("described-by", version.writtenBy());
            values.put(
                    "described-on",
                    LocalDate.ofInstant(version.writtenAt(), zone).toString());
        });
        return values;
    }

    /** {@return the elements that a record has by the rule in force} */
    public List<Demand> demands(Handle handle, Item item) {
        return policy.rule(handle).demands(Level.ITEM, item.category());
    }

    /** {@return what every element is called by its code, whatever category it is for} */
    public Map<String, String> names(Handle handle) {
        return policy.rule(handle).elements().stream().collect(Collectors.toMap(Element::code, Element::name));
    }

    /** {@return all versions, the newest first; one only when the record was never edited} */
    public List<DescriptionVersion> versions(Handle handle, Item item) {
        var all = rows.all(handle, item.id());
        return all.isEmpty() ? List.of(filed(handle, item)) : all;
    }

    /**
     * One version.
     *
     * @throws NotFound when there is no such one
     */
    public DescriptionVersion version(Handle handle, Item item, long number) {
        return versions(handle, item).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(DescriptionProblem.NO_SUCH_VERSION, number));
    }

    /** {@return the relations of a record, both ways, also to records that the reader may not see} */
    public List<Tie> ties(Handle handle, UUID item) {
        return rows.ties(handle, item);
    }

    /**
     * What is wrong with typed values.
     *
     * @return one fault for each element that is; elements with the usual value need none typed
     */
    public List<DescriptionFault> faults(Handle handle, Item item, Map<String, String> typed) {
        var before = current(handle, item);
        var after = before.with(cleaned(demands(handle, item), before, typed));
        var check = new ElementCheck(LocalDate.ofInstant(clock.instant(), zone));
        var faults = new ArrayList<DescriptionFault>();
        for (var demand : demands(handle, item)) {
            var element = demand.element();
            var value = after.value(element.code());
            if (demand.isWritten() && typed.containsKey(element.code())) {
                check.fault(element, value).ifPresent(faults::add);
            }
            if (demand.isWritten()
                    && value.isEmpty()
                    && element.usual().isEmpty()
                    && demand.obligation() == Obligation.MANDATORY) {
                faults.add(missing(element));
            }
        }
        return faults;
    }

    /**
     * Writes a new version.
     *
     * @throws Malformed when the reason is missing, or with the first fault of {@link #faults}
     * @throws Refused when somebody else has changed the record meanwhile, or nothing is changed
     */
    public DescriptionVersion change(Handle transaction, SignedIn who, UUID id, DescriptionEdit edit) {
        var reason = reason(edit.reason());
        var item = locked(transaction, id, edit.seen());
        var demands = demands(transaction, item);
        edit.values().keySet().forEach(code -> policy.rule(transaction).written(Level.ITEM, item.category(), code));
        faults(transaction, item, edit.values()).stream().findFirst().ifPresent(fault -> {
            throw fault.asFailure();
        });
        var before = current(transaction, item);
        return write(
                transaction, who.actor(), item, before, before.with(cleaned(demands, before, edit.values())), reason);
    }

    /**
     * Writes the value of one record of an edit of many, whatever else its description lacks.
     *
     * @throws NotFound when the record is there no more
     * @throws Malformed when the value does not fit the element
     * @throws Refused when the element has another value than it had in the preview
     */
    void changeOne(Handle transaction, Actor by, BulkLine line, BulkOrder order) {
        var item = items.lock(transaction, line.item());
        var before = current(transaction, item);
        if (!before.value(order.element()).equals(line.before())) {
            throw new Refused(DescriptionProblem.CHANGED_BY_ANOTHER, by.name());
        }
        var value = cleaned(transaction, item, order.element(), line.after());
        write(transaction, by, item, before, before.with(Map.of(order.element(), value)), order.reason());
    }

    /**
     * The value that an element of a record would be given.
     *
     * @throws Malformed when it cannot be
     */
    String cleaned(Handle handle, Item item, String code, String typed) {
        var demand = policy.rule(handle).written(Level.ITEM, item.category(), code);
        var value = ElementCheck.clean(demand.element(), typed);
        var isMissing = value.isEmpty()
                && demand.obligation() == Obligation.MANDATORY
                && demand.element().usual().isEmpty();
        var fault = isMissing
                ? Optional.of(missing(demand.element()))
                : new ElementCheck(LocalDate.ofInstant(clock.instant(), zone)).fault(demand.element(), value);
        fault.ifPresent(one -> {
            throw one.asFailure();
        });
        return value;
    }

    private static DescriptionFault missing(Element element) {
        return element.isUnconfirmed()
                ? new DescriptionFault(element.code(), DescriptionProblem.UNCONFIRMED_ELEMENT_MISSING, element.name())
                : new DescriptionFault(
                        element.code(), DescriptionProblem.ELEMENT_MISSING, element.name(), element.basis());
    }

    /** {@return the values of one element, by record; those without one are not there} */
    Map<UUID, String> values(Handle handle, List<Item> wanted, String code) {
        var values = new HashMap<UUID, String>();
        var said = Mapped.WRITTEN.contains(code)
                ? Map.<UUID, Description>of()
                : rows.newest(handle, wanted.stream().map(Item::id).toList());
        for (var item : wanted) {
            var value = Mapped.WRITTEN.contains(code)
                    ? Mapped.written(item).getOrDefault(code, "")
                    : Optional.ofNullable(said.get(item.id()))
                            .map(description -> description.value(code))
                            .orElseGet(() -> first.of(item).getOrDefault(code, ""));
            if (!value.isEmpty()) {
                values.put(item.id(), value);
            }
        }
        return values;
    }

    /**
     * Writes a relation at a record, as a new version of its description.
     *
     * @throws Malformed when the reason is missing or both are the same
     * @throws Refused when somebody else has changed the record meanwhile, or they are related so already
     */
    public DescriptionVersion relate(
            Handle transaction, SignedIn who, UUID id, long seen, Tie wanted, String typedReason) {
        var reason = reason(typedReason);
        if (wanted.other().equals(id)) {
            throw new Malformed(DescriptionProblem.RELATED_TO_ITSELF);
        }
        var item = locked(transaction, id, seen);
        var before = current(transaction, item);
        var other = items.get(transaction, wanted.other());
        if (!rows.tie(transaction, id, wanted.kind(), wanted.other())) {
            throw new Refused(
                    DescriptionProblem.RELATED_ALREADY, other.referenceCode().text());
        }
        return write(transaction, who.actor(), item, before, before.with(rows.relations(transaction, id)), reason);
    }

    /**
     * Takes a relation away that was written at a record.
     *
     * @throws Malformed when the reason is missing
     * @throws Refused when somebody else has changed the record meanwhile, or there is no such relation
     */
    public DescriptionVersion unrelate(
            Handle transaction, SignedIn who, UUID id, long seen, Tie wanted, String typedReason) {
        var reason = reason(typedReason);
        var item = locked(transaction, id, seen);
        var before = current(transaction, item);
        if (!rows.untie(transaction, id, wanted.kind(), wanted.other())) {
            throw new Refused(DescriptionProblem.NOT_RELATED);
        }
        return write(transaction, who.actor(), item, before, before.with(rows.relations(transaction, id)), reason);
    }

    private DescriptionVersion write(
            Handle transaction, Actor by, Item item, Description before, Description after, String reason) {
        if (after.equals(before)) {
            throw new Refused(DescriptionProblem.NOTHING_CHANGED);
        }
        if (rows.newest(transaction, item.id()).isEmpty()) {
            var filed = filed(transaction, item);
            rows.add(
                    transaction,
                    item.id(),
                    new DescriptionVersion(
                            filed.number(),
                            before,
                            filed.writtenBy(),
                            filed.writtenAt(),
                            filed.reason(),
                            item.objectVersion()));
        }
        var changed = changed(before, after);
        var version = new DescriptionVersion(item.version() + 1, after, by.name(), clock.instant(), reason, 0);
        items.describe(
                transaction,
                item,
                new ItemRegister.Words(
                        after.value(Mapped.TITLE),
                        after.value(Mapped.DOCUMENT_NUMBER),
                        after.value(Mapped.RESPONSIBLE),
                        Mapped.day(after.value(Mapped.DATE)),
                        item.origin().described(after.value(Mapped.ORIGIN))));
        rows.add(transaction, item.id(), version);
        if (isFree(transaction, changed)) {
            judge.judge(transaction, item.id());
        }
        audit.record(
                transaction,
                by,
                AuditAction.ITEM_DESCRIBED,
                Subject.of("item", item.id()),
                Map.of(
                        "version",
                        Long.toString(version.number()),
                        "elements",
                        String.join(",", changed),
                        "reason",
                        reason));
        objects.describe(transaction, item.id());
        return version;
    }

    /** {@return whether one of the elements can hold any words, so that it has to be judged anew whether persons are told of} */
    private boolean isFree(Handle handle, Set<String> codes) {
        return policy.rule(handle).elements().stream()
                .anyMatch(element ->
                        codes.contains(element.code()) && element.type().isFree());
    }

    private static Set<String> changed(Description before, Description after) {
        var codes = new TreeSet<>(before.values().keySet());
        codes.addAll(after.values().keySet());
        var changed = codes.stream()
                .filter(code -> !Objects.equals(before.value(code), after.value(code)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!before.relations().equals(after.relations())) {
            changed.add("relations");
        }
        return changed;
    }

    private DescriptionVersion filed(Handle handle, Item item) {
        return new DescriptionVersion(
                item.version(), current(handle, item), item.filedBy(), item.filedAt(), "", item.objectVersion());
    }

    private Item locked(Handle transaction, UUID id, long seen) {
        var item = items.lock(transaction, id);
        if (item.version() != seen) {
            var last = versions(transaction, item).getFirst();
            throw new Refused(DescriptionProblem.CHANGED_BY_ANOTHER, last.writtenBy());
        }
        return item;
    }

    /** The usual value, typed where none was written, is no news. */
    private static Map<String, String> cleaned(List<Demand> demands, Description before, Map<String, String> typed) {
        var cleaned = new TreeMap<String, String>();
        for (var demand : demands) {
            var text = typed.get(demand.element().code());
            if (text != null) {
                var element = demand.element();
                var value = ElementCheck.clean(element, text);
                var isNews = !value.equals(element.usual())
                        || !before.value(element.code()).isEmpty();
                cleaned.put(element.code(), isNews ? value : "");
            }
        }
        return cleaned;
    }

    /** @throws Malformed when the reason is missing or too long */
    static String reason(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Malformed(DescriptionProblem.REASON_MISSING, LONGEST_REASON);
        }
        return reason;
    }
}

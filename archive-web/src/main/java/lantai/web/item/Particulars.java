package lantai.web.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.description.RelationKind;
import lantai.hold.Hold;
import lantai.record.Item;
import lantai.retention.RetentionPeriod;
import lantai.search.PersonalNumbers;
import lantai.transfer.Custody;
import lantai.transfer.CustodyRegister;
import org.jdbi.v3.core.Handle;

/**
 * What is told of an item beside its place and its pages.
 *
 * @param lines further elements of its description
 * @param version the version of the description shown
 * @param edited who wrote it and when; nothing while it stands as it was filed
 * @param related other records that this reader may see
 * @param holds holds in force on it; told to staff only
 * @param custody who keeps it now, when this agency does not any more
 * @param due since when, or from when, it may be appraised; nothing when never, or while an event is awaited
 * @param awaited whether its term begins with an event that nobody has noted yet
 */
public record Particulars(
        List<Line> lines,
        long version,
        Optional<Edited> edited,
        List<Related> related,
        List<Hold> holds,
        Optional<Custody> custody,
        Optional<LocalDate> due,
        boolean awaited) {
    /** Elements that stand elsewhere on the page. */
    private static final Set<String> ELSEWHERE = Set.of(
            "title",
            "reference-code",
            "year",
            "date",
            "document-number",
            "responsible",
            "amount",
            "kind",
            "page-count",
            "fonds",
            "retention",
            "file-size",
            "file-format",
            "described-by",
            "described-on");

    public Particulars {
        lines = List.copyOf(lines);
        related = List.copyOf(related);
        holds = List.copyOf(holds);
    }

    /** One element in words. */
    public record Line(String code, String name, String value) {}

    /** {@return the moments of a recording that its description names} */
    public List<TimeCode> timeCodes() {
        return lines.stream()
                .filter(line -> line.code().equals("time-codes"))
                .flatMap(line -> TimeCode.of(line.value()).stream())
                .toList();
    }

    /** Who wrote the description. */
    public record Edited(String by, Instant at) {}

    /**
     * Another record.
     *
     * @param own whether the relation was written at the record shown
     */
    public record Related(RelationKind kind, boolean own, UUID id, String referenceCode, String title) {
        /** {@return the key of the word for it, seen from the record shown} */
        public String key() {
            return "item.relation." + kind.name() + (own ? "" : ".other");
        }
    }

    static Particulars of(Handle handle, ItemDoors doors, SignedIn who, Opened opened) {
        var item = opened.item();
        var newest = doors.descriptions().versions(handle, item).getFirst();
        var staff = Viewer.isStaff(who);
        var due = doors.terms().appraiseOn(handle, item.id());
        return new Particulars(
                staff ? lines(handle, doors, opened) : List.of(),
                item.version(),
                newest.reason().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Edited(newest.writtenBy(), newest.writtenAt())),
                related(handle, doors, who, item),
                staff ? doors.holds().on(handle, item.id()) : List.of(),
                new CustodyRegister().of(handle, item.id()),
                due,
                due.isEmpty() && item.retention() instanceof RetentionPeriod.YearsAfterEvent);
    }

    private static List<Line> lines(Handle handle, ItemDoors doors, Opened opened) {
        var values = doors.descriptions().whole(handle, opened.item(), opened.components());
        var lines = new ArrayList<Line>();
        for (var demand : doors.descriptions().demands(handle, opened.item())) {
            var element = demand.element();
            var value = values.getOrDefault(element.code(), "");
            if (!value.isEmpty() && !ELSEWHERE.contains(element.code())) {
                lines.add(new Line(element.code(), element.name(), PersonalNumbers.masked(value)));
            }
        }
        return lines;
    }

    private static List<Related> related(Handle handle, ItemDoors doors, SignedIn who, Item item) {
        var ties = doors.descriptions().ties(handle, item.id());
        var others = doors.catalogue()
                .all(handle, ties.stream().map(tie -> tie.other()).distinct().toList());
        var visibility = Viewer.visibility(who);
        var related = new ArrayList<Related>();
        for (var tie : ties) {
            Optional.ofNullable(others.get(tie.other()))
                    .filter(other -> Viewer.sees(visibility, other))
                    .ifPresent(other -> related.add(new Related(
                            tie.kind(),
                            tie.own(),
                            other.id(),
                            other.referenceCode().text(),
                            PersonalNumbers.masked(other.title()))));
        }
        return related;
    }
}

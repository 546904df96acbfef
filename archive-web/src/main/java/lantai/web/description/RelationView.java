package lantai.web.description;

import java.util.List;
import java.util.Optional;
import lantai.access.Viewer;
import lantai.account.SignedIn;
import lantai.description.RelationKind;
import lantai.description.Tie;
import lantai.record.Item;
import lantai.search.PersonalNumbers;
import lantai.web.frame.Page;
import org.jdbi.v3.core.Handle;

/**
 * The relations written at a record, and the form for another.
 *
 * @param lines those to records that the reader may see
 * @param error why the last try failed
 */
public record RelationView(Page page, Item item, List<Line> lines, Typed typed, Optional<String> error) {
    public RelationView {
        lines = List.copyOf(lines);
    }

    /** What stands in the fields. */
    public record Typed(String kind, String code, String reason) {
        static final Typed NONE = new Typed("", "", "");
    }

    /** One relation. */
    public record Line(RelationKind kind, Item other) {
        /** {@return the title of the other record, personal numbers masked} */
        public String title() {
            return PersonalNumbers.masked(other.title());
        }
    }

    static List<Line> lines(Handle handle, DescriptionDoors doors, SignedIn who, Item item) {
        var ties =
                doors.desk().ties(handle, item.id()).stream().filter(Tie::own).toList();
        var others = doors.catalogue().all(handle, ties.stream().map(Tie::other).toList());
        var visibility = Viewer.visibility(who);
        return ties.stream()
                .flatMap(tie -> Optional.ofNullable(others.get(tie.other()))
                        .filter(other -> Viewer.sees(visibility, other))
                        .map(other -> new Line(tie.kind(), other))
                        .stream())
                .toList();
    }

    /** {@return the title, personal numbers masked} */
    public String title() {
        return PersonalNumbers.masked(item.title());
    }
}

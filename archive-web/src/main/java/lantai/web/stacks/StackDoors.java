package lantai.web.stacks;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lantai.access.Viewer;
import lantai.access.VisibleItems;
import lantai.account.SignedIn;
import lantai.audit.AuditAction;
import lantai.audit.AuditTrail;
import lantai.audit.Subject;
import lantai.print.ListRules;
import lantai.problem.Malformed;
import lantai.record.Item;
import lantai.record.ItemRegister;
import lantai.record.ReferenceCode;
import lantai.scheme.SchemePolicy;
import lantai.search.PersonalNumbers;
import lantai.stacks.Box;
import lantai.stacks.BoxDesk;
import lantai.stacks.BoxFilling;
import lantai.stacks.BoxLine;
import lantai.stacks.BoxRegister;
import lantai.stacks.StackRules;
import lantai.volume.Volume;
import lantai.volume.VolumeRegister;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the screens of the stacks go through. */
public record StackDoors(
        Jdbi jdbi,
        BoxRegister boxes,
        BoxDesk desk,
        BoxFilling filling,
        StackRules rules,
        VolumeRegister volumes,
        ItemRegister items,
        SchemePolicy scheme,
        ListRules lists,
        AuditTrail audit) {
    static final int SIZE = 50;

    /** A box with its content; titles that are not for the reader are empty. */
    record Opened(Box box, List<BoxLine> lines) {
        Opened {
            lines = List.copyOf(lines);
        }
    }

    /** Opens a box and notes that its content was read. */
    Opened open(Handle transaction, SignedIn who, UUID id) {
        var box = boxes.get(transaction, id);
        var lines = boxes.contents(transaction, id);
        var visibility = Viewer.visibility(who);
        var seen = new VisibleItems()
                .among(
                        transaction,
                        visibility,
                        lines.stream()
                                .filter(line -> !line.volume())
                                .map(BoxLine::id)
                                .toList());
        var shown = lines.stream()
                .map(line -> (line.volume() ? isSeen(transaction, who, line.id()) : seen.contains(line.id()))
                        ? titled(line, PersonalNumbers.masked(line.title()))
                        : titled(line, ""))
                .toList();
        audit.record(
                transaction,
                who.actor(),
                AuditAction.SEARCHED,
                Subject.of("box", id),
                Map.of("question", box.code(), "shown", Integer.toString(lines.size())));
        return new Opened(box, shown);
    }

    /** A title tells only what its reader may see of all records in the volume. */
    private boolean isSeen(Handle handle, SignedIn who, UUID volume) {
        var items = volumes.lines(handle, volume).stream()
                .filter(line -> line.gone().isEmpty())
                .map(line -> line.item())
                .toList();
        return new VisibleItems().among(handle, Viewer.visibility(who), items).size() == items.size();
    }

    private static BoxLine titled(BoxLine line, String title) {
        return new BoxLine(
                line.ordinal(), line.id(), line.volume(), line.referenceCode(), title, line.items(), line.pages());
    }

    /** {@return the items and volumes with these typed codes, one a line} */
    List<UUID> typed(Handle handle, String codes) {
        return codes.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> ReferenceCode.parse(line).stream()
                        .flatMap(code -> Stream.concat(
                                volumes.find(handle, code.text()).map(Volume::id).stream(),
                                items.find(handle, code).map(Item::id).stream()))
                        .findFirst()
                        .orElseThrow(() -> new Malformed(StackWebProblem.NO_SUCH_CODE, line)))
                .toList();
    }
}

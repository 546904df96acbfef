package lantai.removal;

import java.util.List;
import lantai.audit.Actor;
import lantai.record.CodeGaps;
import lantai.record.ItemRegister;
import org.jdbi.v3.core.Handle;

/**
 * The number of an item, which stays taken for ever: the gap it leaves explains itself, and what the item was called before stays
 * known. Comes before {@link RowTrace}, while the item's row still tells its code.
 */
public final class CodeTrace implements Trace {
    private final ItemRegister items;
    private final CodeGaps gaps;

    public CodeTrace(ItemRegister items, CodeGaps gaps) {
        this.items = items;
        this.gaps = gaps;
    }

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        items.find(transaction, item.id())
                .ifPresent(there ->
                        gaps.leave(transaction, Actor.SYSTEM, CodeGaps.Kind.DISPOSED, there.referenceCode(), ""));
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(new Place.Kept("code_gap", "code"), new Place.Kept("code_change", "code"));
    }
}

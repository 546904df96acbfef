package lantai.hold;

import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** Ended holds keep the ids of the items they covered: their history outlives the items. */
public final class HoldTrace implements Trace {
    @Override
    public String name() {
        return "holds";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(new Place.Kept("hold_item", "hold"));
    }
}

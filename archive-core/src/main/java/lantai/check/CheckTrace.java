package lantai.check;

import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** Reports on checks are records of their own: they name a destroyed record by its code and stay. */
public final class CheckTrace implements Trace {
    @Override
    public String name() {
        return "checks";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(new Place.Kept("check_report", "check"), new Place.Kept("check_run", "check"));
    }
}

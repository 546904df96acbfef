package lantai.ingest.seal;

import java.util.List;
import lantai.removal.Condemned;
import lantai.removal.Place;
import lantai.removal.Trace;
import org.jdbi.v3.core.Handle;

/** The notes of sealed papers stay: they hold ids and digests, by which the same bytes are refused when they come again. */
public final class SealTrace implements Trace {
    @Override
    public String name() {
        return "sealed";
    }

    @Override
    public List<String> forget(Handle transaction, Condemned item) {
        return List.of();
    }

    @Override
    public void remove(Condemned item, List<String> names) {}

    @Override
    public List<Place> places() {
        return List.of(new Place.Kept("sealed_paper", "sealed"), new Place.Kept("sealed_file", "sealed"));
    }
}

package lantai.ingest.filing;

import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tells what a catalogue said of an item beside its description, so that it stays in the item's object. */
public interface EntryBeside {
    /** {@return by the names that they have in {@code metadata.json}; empty when the item came with no catalogue} */
    Map<String, Object> beside(Handle handle, UUID item);
}

package lantai.disposal;

import java.util.List;
import java.util.UUID;

/** Which records a deed is about. */
public sealed interface Chosen {
    /** These. */
    record These(List<UUID> items) implements Chosen {
        public These {
            items = List.copyOf(items);
        }
    }

    /** All that are due and fit the filter. */
    record AllDue(DueFilter filter) implements Chosen {}
}

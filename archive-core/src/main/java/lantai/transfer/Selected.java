package lantai.transfer;

import java.util.List;
import java.util.UUID;

/** Which records a list is drawn up of. */
public sealed interface Selected {
    /** These. */
    record These(List<UUID> items) implements Selected {
        public These {
            items = List.copyOf(items);
        }
    }

    /** All that fit the filter. */
    record All(CandidateFilter filter) implements Selected {}
}

package lantai.check;

import java.time.Instant;
import java.util.Optional;

/** What is known of backups. */
public interface Backups {
    /** {@return when the last one was made, nothing when none is known} */
    Optional<Instant> last();
}

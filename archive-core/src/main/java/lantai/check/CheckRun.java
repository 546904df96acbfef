package lantai.check;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A check that was ordered.
 *
 * @param declared what whoever hands over has declared
 * @param retestOf the report that is tested again
 * @param policy version of the policy it was ordered under
 * @param total how many records there were to look at when it was ordered
 * @param done how many were looked at
 * @param after reference code of the last one looked at, empty at the start
 * @param report what came of it
 */
public record CheckRun(
        UUID id,
        Stage stage,
        Target target,
        String title,
        Declared declared,
        Optional<UUID> retestOf,
        State state,
        int policy,
        int total,
        int done,
        String after,
        Instant orderedAt,
        String orderedBy,
        Optional<UUID> report) {
    /** Where a run stands. */
    public enum State {
        RUNNING,
        /** A person has stopped it for a while; it goes on where it stood. */
        PAUSED,
        /** A person has stopped it for good; nothing is reported. */
        CANCELLED,
        /** Its report is written. */
        DONE
    }

    /** What was declared; nothing where nobody said anything. */
    public record Declared(OptionalLong records, OptionalLong bytes) {
        /** Nothing was declared. */
        public static final Declared NOTHING = new Declared(OptionalLong.empty(), OptionalLong.empty());
    }

    /** {@return how much is done, in hundredths} */
    public int percent() {
        return total == 0 ? 100 : (int) Math.min(100, 100L * done / total);
    }
}

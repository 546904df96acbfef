package lantai.description;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One edit of one element in many descriptions.
 *
 * @param undoes the edit that this one takes back
 * @param waiting how many records are still to be changed
 * @param done how many are changed
 * @param same how many have the value already
 * @param left how many cannot be changed, each with its reason
 */
public record BulkEdit(
        UUID id,
        BulkOrder order,
        BulkState state,
        Optional<UUID> undoes,
        UUID accountId,
        String madeBy,
        Instant madeAt,
        Optional<Instant> finishedAt,
        int waiting,
        int done,
        int same,
        int left) {
    /** {@return how many records it looked at} */
    public int total() {
        return waiting + done + same + left;
    }

    /** {@return how far it has come, 0 to 100} */
    public int percent() {
        return waiting + done == 0 ? 100 : (int) (100L * done / (waiting + done));
    }
}

package lantai.disposal;

import java.util.Optional;

/**
 * Which of the records that are due are wanted.
 *
 * @param category only of this category
 * @param period only with this term
 * @param untilYear only formed in this year or before
 */
public record DueFilter(Optional<String> category, Optional<String> period, Optional<Integer> untilYear) {
    /** {@return all of them} */
    public static DueFilter all() {
        return new DueFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}

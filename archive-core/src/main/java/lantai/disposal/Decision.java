package lantai.disposal;

import java.util.Optional;
import lantai.retention.RetentionPeriod;

/** An opinion with what belongs to it. */
public sealed interface Decision {
    /** {@return why, in words} */
    String reason();

    /** {@return its kind} */
    default Opinion opinion() {
        return switch (this) {
            case Keep _ -> Opinion.KEEP;
            case Lengthen _ -> Opinion.LENGTHEN;
            case Destroy _ -> Opinion.DESTROY;
            case Transfer _ -> Opinion.TRANSFER;
        };
    }

    /**
     * Keep it and appraise it again later.
     *
     * @param years from the end of this year, from 1 to 100
     */
    record Keep(int years, String reason) implements Decision {}

    /**
     * Give it a longer term, counted as its first one was.
     *
     * @param period longer than the present one
     */
    record Lengthen(RetentionPeriod period, String reason) implements Decision {}

    /** Destroy it. */
    record Destroy(String reason) implements Decision {}

    /** Hand it over to the archives. */
    record Transfer(String reason) implements Decision {}

    /** {@return the decision of a kind, or nothing when what belongs to it is missing} */
    static Optional<Decision> of(Opinion opinion, String reason, int years, String period) {
        return switch (opinion) {
            case KEEP -> years < 1 || years > 100 ? Optional.empty() : Optional.of(new Keep(years, reason));
            case LENGTHEN -> RetentionPeriod.parse(period).map(longer -> new Lengthen(longer, reason));
            case DESTROY -> Optional.of(new Destroy(reason));
            case TRANSFER -> Optional.of(new Transfer(reason));
        };
    }
}

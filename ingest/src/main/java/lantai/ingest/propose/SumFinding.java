package lantai.ingest.propose;

import java.math.BigDecimal;
import java.util.List;

/**
 * What came of comparing the amounts of a paper with an equation.
 *
 * @param difference in yuan, what the total is above its terms; nothing unless they differ
 * @param missing codes of the terms that the paper does not tell
 */
public record SumFinding(ParticularSum sum, State state, BigDecimal difference, List<String> missing) {
    /** How it ended. */
    public enum State {
        HOLDS,
        DIFFERS,
        /** Not all terms are there. */
        INCOMPLETE
    }

    public SumFinding {
        missing = List.copyOf(missing);
    }
}

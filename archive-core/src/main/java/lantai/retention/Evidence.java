package lantai.retention;

import java.util.Optional;
import java.util.stream.Stream;

/** How sure a row of the retention schedule is. */
public enum Evidence {
    /** Read in the source it names. */
    SOURCE("S"),
    /** A proposal that the agency must confirm (待本单位确认); never printed as official. */
    PROPOSED("K"),
    /** Confirmed by the agency itself, with its own approval. */
    AGENCY("A");

    private final String mark;

    Evidence(String mark) {
        this.mark = mark;
    }

    /** {@return the letter in the policy} */
    public String mark() {
        return mark;
    }

    /** {@return whether the row may stand in an official print} */
    public boolean official() {
        return this != PROPOSED;
    }

    static Optional<Evidence> of(String mark) {
        return Stream.of(values())
                .filter(evidence -> evidence.mark.equals(mark))
                .findFirst();
    }
}

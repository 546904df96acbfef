package lantai.inspection;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody found at a point.
 *
 * @param note must say what is wrong, or why the point does not apply
 * @param owner who mends a finding
 * @param due until when
 */
public record Found(Verdict verdict, String note, String owner, Optional<LocalDate> due) {
    /** A point that is well. */
    public static final Found SOUND = new Found(Verdict.SOUND, "", "", Optional.empty());

    public Found {
        note = note.strip();
        owner = owner.strip();
    }

    /** {@return whether it says all that its verdict needs} */
    boolean isComplete() {
        return switch (verdict) {
            case OPEN, SOUND -> true;
            case FINDING -> !note.isEmpty() && !owner.isEmpty() && due.isPresent();
            case NOT_APPLICABLE -> !note.isEmpty();
        };
    }
}

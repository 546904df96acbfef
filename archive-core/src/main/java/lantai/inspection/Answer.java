package lantai.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was found at one point.
 *
 * @param owner who mends a finding; empty otherwise
 * @param due until when
 * @param mendedAt when it was told to be mended
 * @param mended how; empty until then
 */
public record Answer(
        Checklist.Point point,
        Verdict verdict,
        String note,
        String owner,
        Optional<LocalDate> due,
        Optional<Instant> mendedAt,
        String mended) {
    /** {@return whether it waits to be mended} */
    public boolean waits() {
        return verdict == Verdict.FINDING && mendedAt.isEmpty();
    }

    /** {@return whether the day has passed and nothing was told} */
    public boolean isLate(LocalDate today) {
        return waits() && due.filter(today::isAfter).isPresent();
    }
}

package lantai.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * The term of one record: its period, and the days from which it counts.
 *
 * @param formedIn the year the record was formed in
 * @param event the day of the event that a {@link RetentionPeriod.YearsAfterEvent} waits for, once it has happened
 */
public record RetentionTerm(RetentionPeriod period, int formedIn, Optional<LocalDate> event) {
    /** {@return the term of a record that waits for no event} */
    public static RetentionTerm of(RetentionPeriod period, int formedIn) {
        return new RetentionTerm(period, formedIn, Optional.empty());
    }

    /**
     * The first day of the term: 1 January of the year after formation, or after the event (Order 3 of 2009; for accounting
     * the day after the end of the fiscal year is the same day). Empty while the event is awaited.
     */
    public Optional<LocalDate> startsOn() {
        return switch (period) {
            case RetentionPeriod.Permanent _, RetentionPeriod.Years _ -> Optional.of(newYearAfter(formedIn));
            case RetentionPeriod.YearsAfterEvent _ -> event.map(day -> newYearAfter(day.getYear()));
        };
    }

    /** {@return when the record may be appraised again} */
    public Due due() {
        return switch (period) {
            case RetentionPeriod.Permanent _ -> new Due.Never();
            case RetentionPeriod.Years(int years) -> new Due.On(newYearAfter(formedIn + years));
            case RetentionPeriod.YearsAfterEvent(int years) ->
                event.<Due>map(day -> new Due.On(newYearAfter(day.getYear() + years)))
                        .orElseGet(Due.Awaited::new);
        };
    }

    /**
     * When a volume may be appraised again: with the last of its items.
     *
     * @throws IllegalArgumentException when the volume is empty
     */
    public static Due ofVolume(Collection<RetentionTerm> items) {
        return items.stream()
                .map(RetentionTerm::due)
                .max(Due.BY_TIME)
                .orElseThrow(() -> new IllegalArgumentException("an empty volume has no term"));
    }

    private static LocalDate newYearAfter(int year) {
        return LocalDate.of(year + 1, 1, 1);
    }
}

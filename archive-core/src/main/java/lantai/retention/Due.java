package lantai.retention;

import java.time.LocalDate;
import java.util.Comparator;

/** When a record may be appraised again. */
public sealed interface Due {
    /** From the earliest day to never; a day that is not known yet comes after every known one. */
    Comparator<Due> BY_TIME = Comparator.comparing(Due::orderDay);

    /** Never: it is kept for ever. */
    record Never() implements Due {}

    /** Not known yet: the event from which its term runs has not been noted. */
    record Awaited() implements Due {}

    /**
     * From a day on.
     *
     * @param day the first day after the term, always a 1 January
     */
    record On(LocalDate day) implements Due {}

    /** {@return whether the term has ended by a day} */
    default boolean reached(LocalDate today) {
        return switch (this) {
            case Never _, Awaited _ -> false;
            case On(var day) -> !today.isBefore(day);
        };
    }

    private static LocalDate orderDay(Due due) {
        return switch (due) {
            case On(var day) -> day;
            case Awaited _ -> LocalDate.MAX.minusDays(1);
            case Never _ -> LocalDate.MAX;
        };
    }
}

package lantai.ingest.catalogue;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as catalogues write it: 20250301, 2025-03-01, 2025.3.1, 2025/3/1, 2025年3月1日, perhaps with a time behind it. Parts that
 * are not known are left out, or zeros (DA/T 18-2022: 20250300).
 *
 * @param state what it is worth
 * @param day when the state is {@code WHOLE}
 */
record CellDate(State state, Optional<LocalDate> day) {
    private static final Pattern PACKED = Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?");
    private static final Pattern PARTED =
            Pattern.compile("(\\d{4})[-./年](?:(\\d{1,2})(?:[-./月](?:(\\d{1,2})日?)?)?)?(?:[T ].*)?");

    /** What a date is worth. */
    enum State {
        /** A day. */
        WHOLE,
        /** A month or a year. */
        INCOMPLETE,
        /** No date that there can be. */
        IMPOSSIBLE
    }

    static CellDate of(String cell) {
        var plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        var packed = PACKED.matcher(plain);
        var parted = PARTED.matcher(plain);
        if (packed.matches()) {
            return of(packed.group(1), packed.group(2), packed.group(3));
        }
        return parted.matches()
                ? of(parted.group(1), parted.group(2), parted.group(3))
                : new CellDate(State.IMPOSSIBLE, Optional.empty());
    }

    private static CellDate of(
            String year,
            @org.jspecify.annotations.Nullable String month,
            @org.jspecify.annotations.Nullable String day) {
        var months = month == null ? 0 : Integer.parseInt(month);
        var days = day == null ? 0 : Integer.parseInt(day);
        if (days == 0 && months <= 12) {
            return new CellDate(State.INCOMPLETE, Optional.empty());
        }
        try {
            return new CellDate(State.WHOLE, Optional.of(LocalDate.of(Integer.parseInt(year), months, days)));
        } catch (DateTimeException impossible) {
            return new CellDate(State.IMPOSSIBLE, Optional.empty());
        }
    }
}
